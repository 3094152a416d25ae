/**
 * What day 7 says of each saved provider, on the screen and on paper: its place under the person's
 * own weights and how sure that is, its must-haves, and what is still unknown. Own answers count.
 */

import { consultSheet } from '#core/ask.ts'
import { assessShown, shownCase } from '#core/ask-sheet.ts'
import type { Scored } from '#core/assess.ts'
import { findingsOf } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { sumUpPoints } from '#core/case-words.ts'
import { isSettled } from '#core/letter.ts'
import type { ProviderProfile } from '#core/profile.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { caseId, casesOf, hasEnded, isClosed } from '#core/provider.ts'
import type { Candidate, NotRanked, Ranking } from '#core/rank.ts'
import { meetsMustHaves, mustHavesInWords } from '#core/rank-must-haves.ts'
import { isOwnWeights, reweigh, weightsOrDefault } from '#core/rank-weights.ts'
import { placeInWords } from '#core/rank-words.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { answersAbout } from '#core/shortlist.ts'
import { answerFinding } from '#core/told-findings.ts'
import { candidateOf } from '../weights/ranking.ts'

/** What came of asking for a record: it, that there is none any more, or that nobody answered. */
export type Fetched = { is: 'here'; profile: ProviderProfile } | { is: 'gone' } | { is: 'failed' }

export type Material = { prepared: PreparedRubric; fetched: ReadonlyMap<string, Fetched> }

export type Decided =
  | { is: 'gone' | 'failed' | 'closed' | 'no_case' }
  /** Under the rubric's own weights; `answers` is how many of the person's own count. */
  | { is: 'scored'; record: ProviderRecord; scored: Scored; label: string; answers: number }

export type Decision = { entry: ShortlistEntry; decided: Decided }

/** Each pillar with its share in percent, heaviest first; `own` if the person set them. */
export function weightLines(list: Shortlist, prepared: PreparedRubric) {
  const weights = weightsOrDefault(list.weights, prepared)
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const lines = prepared.rubric.pillars.map(({ id, name }) => ({
    name,
    percent: Math.round(((weights[id] ?? 0) / total) * 100),
  }))
  return {
    own: isOwnWeights(weights, prepared),
    lines: lines.sort((one, other) => other.percent - one.percent),
  }
}

const currentCases = (record: ProviderRecord) =>
  casesOf(record).filter((of) => !hasEnded(record, of))

/**
 * The kind of care to put the providers in order for: the one that most were saved for, of those the
 * one that most give; null while no record names any.
 */
function commonCase(list: Shortlist, records: ReadonlyMap<string, ProviderRecord>): string | null {
  const counts = new Map<string, { saved: number; given: number }>()
  for (const { provider, case: wanted } of list.entries) {
    const record = records.get(provider)
    for (const id of record ? currentCases(record).map(caseId) : []) {
      const { saved, given } = counts.get(id) ?? { saved: 0, given: 0 }
      counts.set(id, { saved: saved + (id === wanted ? 1 : 0), given: given + 1 })
    }
  }
  const [first] = [...counts].sort(
    ([, one], [, other]) => other.saved - one.saved || other.given - one.given,
  )
  return first?.[0] ?? null
}

function judge(
  record: ProviderRecord,
  wanted: string | null,
  list: Shortlist,
  prepared: PreparedRubric,
  today: IsoDate,
): Decided {
  const context = { prepared, today, state: null, plan: DEFAULT_CARE_PLAN }
  const of = shownCase(record, wanted, context)
  if (of === null) return { is: 'no_case' }
  const answers = answersAbout(list, record.id)
  const told = answers.flatMap((answer) => answerFinding(answer, prepared) ?? [])
  const { scored, summary } = assessShown(record, of, context, [...findingsOf(record), ...told])
  if (scored === null) return { is: 'no_case' }
  return { is: 'scored', record, scored, label: summary.label, answers: told.length }
}

/** Every saved provider, as far as it can be judged today, for the same kind of care if it gives it. */
export function decisionsOf(
  list: Shortlist,
  { prepared, fetched }: Material,
  today: IsoDate,
): Decision[] {
  const here = [...fetched].flatMap(([id, one]) =>
    one.is === 'here' && !isClosed(one.profile.record) ? [[id, one.profile.record] as const] : [],
  )
  const records = new Map(here)
  const common = commonCase(list, records)
  return list.entries.map((entry) => {
    const found = fetched.get(entry.provider) ?? { is: 'failed' as const }
    const record = records.get(entry.provider)
    if (found.is !== 'here') return { entry, decided: found }
    if (record === undefined) return { entry, decided: { is: 'closed' } }
    const gives = currentCases(record).some((of) => caseId(of) === common)
    const wanted = gives ? common : entry.case
    return { entry, decided: judge(record, wanted, list, prepared, today) }
  })
}

/** The kinds of care that they were judged for, by id. */
export function casesIn(decisions: readonly Decision[]): string[] {
  return decisions.flatMap(({ decided }) => (decided.is === 'scored' ? decided.scored.case : []))
}

/** Those that can be put in one order: the open ones judged for the kind of care of the first. */
export function candidatesOf(decisions: readonly Decision[]): Candidate[] {
  const all = decisions.flatMap(({ decided }) =>
    decided.is === 'scored' ? candidateOf(decided) : [],
  )
  const count = (id: string) => all.filter(({ scored }) => scored.case === id).length
  const most = Math.max(...all.map(({ scored }) => count(scored.case)))
  const common = all.find(({ scored }) => count(scored.case) === most)?.scored.case
  return all.filter(({ scored }) => scored.case === common)
}

/** In the order of the ranking; those that have no place in it follow as they were saved. */
export function inOrder(
  decisions: readonly Decision[],
  ranking: Ranking | NotRanked | null,
): Decision[] {
  const places = ranking?.ranked ? ranking.order.map(({ id }) => id) : []
  const placeOf = ({ entry }: Decision) => {
    const at = places.indexOf(entry.provider)
    return at < 0 ? places.length : at
  }
  return [...decisions].sort((one, other) => placeOf(one) - placeOf(other))
}

const NOT_JUDGED = {
  gone: 'This provider is no longer in the directory. What you wrote about it is kept.',
  failed: 'The record could not be loaded. Check the network, then reload the page.',
  closed: 'This provider is listed as closed.',
  no_case: 'The record has no kind of care that can be judged.',
} as const

export type DecisionWords = {
  sentences: string[]
  /** The open questions by name, required checks aside. */
  open: string[]
  /** The question that would narrow the range most; null when none is open. */
  ask: string | null
}

const numbered = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`

/** What is said of one saved provider. */
export function decisionInWords(
  { entry, decided }: Decision,
  list: Shortlist,
  ranking: Ranking | NotRanked | null,
  prepared: PreparedRubric,
): DecisionWords {
  if (decided.is !== 'scored') return { sentences: [NOT_JUDGED[decided.is]], open: [], ask: null }
  const { record, answers, label } = decided
  const scored = reweigh(decided.scored, weightsOrDefault(list.weights, prepared), prepared)
  const items = consultSheet(scored, prepared)
  const checks = scored.criteria.filter(({ gate }) => gate !== null && !isSettled(gate.status))
  const isCheck = (id: string) => checks.some(({ criterion }) => criterion === id)
  const named = (wanted: boolean) =>
    items.filter((one) => isCheck(one.criterion) === wanted).map((one) => one.short_label)
  const gates = named(true)
  const order = ranking?.ranked ? ranking.order : []
  const place = order.find(({ id }) => id === entry.provider)
  const told =
    answers > 0 ? `, counting ${numbered(answers, 'answer', 'answers')} you were told` : ''
  const musts = mustHavesInWords(meetsMustHaves(list.must_haves, scored, record.payment))
  const sentences = [
    place
      ? placeInWords(place)
      : order.length > 0
        ? 'Not in this order: judged for other care.'
        : '',
    `${label}: ${sumUpPoints(scored)}${told}.`,
    musts === '' ? '' : `My must-haves. ${musts}`,
    gates.length > 0
      ? `Required checks still not settled: ${gates.join('; ')}.`
      : 'No required check is open.',
  ]
  return {
    sentences: sentences.filter((sentence) => sentence !== ''),
    open: named(false),
    ask: items[0]?.ask ?? null,
  }
}
