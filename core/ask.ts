/**
 * The consult sheet: what to ask one provider, or all of a shortlist, most telling first.
 * Order and choice follow SCORING 9; the words are the rubric's.
 */

import type { Scored } from './assess.ts'
import { questionsFor } from './next-question.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Verdict } from './vocabulary.ts'

/** A consult question of the rubric that covers a criterion, with the answers that are its own. */
export type CoveringQuestion = {
  id: string
  question: string
  reassuring: string
  worrying: string
}

export type ConsultItem = {
  criterion: string
  short_label: string
  is_gate: boolean
  why: string
  /** The criterion's own question to a provider. */
  ask: string
  /** Each with its own words: its answers fit no other question. */
  covering: CoveringQuestion[]
  /** What the rubric counts as what, for marking the answer. */
  levels: { met: string; partly: string; not_met: string }
  /** Other criteria of this sheet that the same question covers; one answer may do for all. */
  also_answers: string[]
  /** What is known so far, and by how many points of 100 an answer could narrow the range. */
  verdict: Verdict
  gain: number
}

/**
 * The consult questions of the rubric for a criterion: the one that names it first, else all that
 * cover a part of it. Their answers are answers to their own words, not to the criterion's `ask`.
 */
export function coveringQuestions(criterion: string, prepared: PreparedRubric): CoveringQuestion[] {
  const all = prepared.rubric.consult_questions.filter((one) => one.criteria.includes(criterion))
  const own = all.filter((one) => one.criteria[0] === criterion)
  return (own.length > 0 ? own : all).map(({ id, question, reassuring, worrying }) => ({
    id,
    question,
    reassuring,
    worrying,
  }))
}

function itemFor(id: string, scored: Scored, prepared: PreparedRubric): ConsultItem[] {
  const known = prepared.criterionById.get(id)
  const entry = scored.criteria.find(({ criterion }) => criterion === id)
  if (known === undefined || entry === undefined) return []
  const { short_label, why, ask, gate, levels } = known.criterion
  return [
    {
      criterion: id,
      short_label,
      is_gate: gate !== undefined,
      why,
      ask,
      covering: coveringQuestions(id, prepared),
      levels: { met: levels.met, partly: levels.partly, not_met: levels.not_met },
      also_answers: [],
      verdict: entry.verdict,
      gain: entry.share * (entry.value[1] - entry.value[0]),
    },
  ]
}

function withShared(items: readonly ConsultItem[]): ConsultItem[] {
  const sharing = (item: ConsultItem) =>
    items.filter(
      (one) =>
        one !== item && one.covering.some(({ id }) => item.covering.some((own) => own.id === id)),
    )
  return items.map((item) => ({
    ...item,
    also_answers: sharing(item).map(({ criterion }) => criterion),
  }))
}

/**
 * What to ask one provider about one case: unsettled gates first, then what narrows the range most.
 * None for a closed provider. `limit` is how many at most; all that tell anything when absent.
 */
export function consultSheet(
  scored: Scored,
  prepared: PreparedRubric,
  limit: number = scored.criteria.length,
): ConsultItem[] {
  if (scored.no_letter_reasons.includes('closed')) return []
  const ids = questionsFor(scored.criteria, limit)
  return withShared(ids.flatMap((id) => itemFor(id, scored, prepared)))
}

export type SheetOf = { provider: string; name: string; items: readonly ConsultItem[] }

/** One question of a merged sheet: what it is, and which provider needs it. */
export type SharedItem = Pick<
  ConsultItem,
  'criterion' | 'short_label' | 'is_gate' | 'why' | 'ask' | 'covering'
> & {
  /** In the order of the sheets; gain and verdict are that provider's own. */
  needed_by: { provider: string; name: string; gain: number; verdict: Verdict }[]
}

/**
 * One sheet for several providers: each question once, with who needs it. Gates first, then by the
 * sum of what it would tell; equal ones in rubric order.
 */
export function mergedSheet(sheets: readonly SheetOf[], prepared: PreparedRubric): SharedItem[] {
  const merged = new Map<string, SharedItem>()
  for (const { provider, name, items } of sheets) {
    for (const { criterion, short_label, is_gate, why, ask, covering, gain, verdict } of items) {
      const head = { criterion, short_label, is_gate, why, ask, covering }
      const one = merged.get(criterion) ?? { ...head, needed_by: [] }
      one.needed_by.push({ provider, name, gain, verdict })
      merged.set(criterion, one)
    }
  }
  const total = (one: SharedItem) => one.needed_by.reduce((sum, { gain }) => sum + gain, 0)
  const place = (one: SharedItem) => prepared.criterionById.get(one.criterion)?.index ?? 0
  return [...merged.values()].sort((one, other) => {
    if (one.is_gate !== other.is_gate) return one.is_gate ? -1 : 1
    const more = total(other) - total(one)
    return Math.abs(more) > 1e-9 ? more : place(one) - place(other)
  })
}
