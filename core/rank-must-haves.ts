/**
 * Must-haves: what a person will not do without. Not known is an answer of its own: it neither
 * meets nor fails, and becomes a question.
 */

import type { Scored } from './assess.ts'
import type { Payment } from './provider.ts'
import type { Verdict } from './vocabulary.ts'

export const MUST_HAVES = [
  'board_certified_lead',
  'live_evaluation',
  'price_published',
  'insurance',
] as const
export type MustHave = (typeof MUST_HAVES)[number]

export const MUST_HAVE_WORDS: Record<MustHave, string> = {
  board_certified_lead: 'Board-certified lead',
  live_evaluation: 'Live evaluation first',
  price_published: 'Session price published',
  insurance: 'Takes insurance',
}

/** The criterion of rubric 1 that each must-have asks for; null: read from payment statements. */
export const MUST_HAVE_CRITERIA: Record<MustHave, string | null> = {
  board_certified_lead: 'A4',
  live_evaluation: 'C1',
  price_published: 'B1',
  insurance: null,
}

/** `disputed`: sources that count the same say different things. */
export const MUST_HAVE_ANSWERS = ['yes', 'partly', 'no', 'disputed', 'not_known'] as const
export type MustHaveAnswer = (typeof MUST_HAVE_ANSWERS)[number]

/** `unproven`: the answer rests on a claim or on weak evidence alone, as all about payment does. */
export type MustHaveResult = { must_have: MustHave; answer: MustHaveAnswer; unproven: boolean }

export type MustHaves = {
  /** `fails`: at least one is known to be missing. `open`: none is, but not all are known. */
  outcome: 'meets' | 'fails' | 'open'
  results: MustHaveResult[]
}

const BY_VERDICT: Record<Verdict, MustHaveAnswer> = {
  met: 'yes',
  partly: 'partly',
  at_least_partly: 'partly',
  not_met: 'no',
  conflict: 'disputed',
  unknown: 'not_known',
  not_applicable: 'not_known',
}

/** Whether a provider takes private insurance, by what sources say of its ways to pay. */
export function insuranceOf(payment: readonly Pick<Payment, 'way' | 'accepted'>[]): MustHaveAnswer {
  const said = payment.filter(({ way }) => way === 'insurance').map(({ accepted }) => accepted)
  const [only] = said
  if (only === undefined) return 'not_known'
  return said.every((one) => one === only) ? only : 'disputed'
}

/** "Fails: Takes insurance. Open: Live evaluation first.", or that all are met. */
export function mustHavesInWords({ results }: MustHaves): string {
  const named = (wanted: (answer: MustHaveAnswer) => boolean) =>
    results.filter(({ answer }) => wanted(answer)).map((one) => MUST_HAVE_WORDS[one.must_have])
  const parts = [
    { title: 'Fails', list: named((answer) => answer === 'no') },
    { title: 'Open', list: named((answer) => answer !== 'no' && answer !== 'yes') },
    { title: 'Meets', list: named((answer) => answer === 'yes') },
  ]
  const said = parts.filter(({ list }) => list.length > 0)
  return said.map(({ title, list }) => `${title}: ${list.join('; ')}.`).join(' ')
}

/**
 * How a provider stands on each must-have. Only a plain no fails; partly, disputed and not known
 * leave it open. With no must-haves the outcome is `meets`.
 */
export function meetsMustHaves(
  mustHaves: readonly MustHave[],
  scored: Scored | null,
  payment: readonly Pick<Payment, 'way' | 'accepted'>[],
): MustHaves {
  const results = mustHaves.map((must_have): MustHaveResult => {
    const id = MUST_HAVE_CRITERIA[must_have]
    if (id === null) return { must_have, answer: insuranceOf(payment), unproven: true }
    const entry = scored?.criteria.find(({ criterion }) => criterion === id)
    const unproven = entry?.strength === 'claim' || entry?.strength === 'weak'
    return { must_have, answer: entry ? BY_VERDICT[entry.verdict] : 'not_known', unproven }
  })
  const has = (answer: MustHaveAnswer) => results.some((one) => one.answer === answer)
  if (has('no')) return { outcome: 'fails', results }
  const all = results.every(({ answer }) => answer === 'yes')
  return { outcome: all ? 'meets' : 'open', results }
}
