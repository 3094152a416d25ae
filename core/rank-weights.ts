/**
 * What matters to this person: weights by the four boxes or by pillar, and what an assessment comes
 * to under them. Default weights are the rubric's; public lists use no others.
 */

import type { Scored } from './assess.ts'
import { band, strictestCap } from './assess.ts'
import { questionsFor } from './next-question.ts'
import { SLACK } from './points.ts'
import type { PreparedRubric } from './rubric.ts'
import { worse } from './vocabulary.ts'

/** Pillar id to weight, 0 or more, any scale, not all 0. */
export type Weights = Readonly<Record<string, number>>

/** The rubric's own weights. */
export function defaultWeights(prepared: PreparedRubric): Weights {
  return Object.fromEntries(prepared.rubric.pillars.map(({ id, weight }) => [id, weight]))
}

/** Why these weights cannot be used, in words, or null when they can. */
export function weightsProblem(weights: Weights, prepared: PreparedRubric): string | null {
  const pillars = prepared.rubric.pillars
  if (
    Object.keys(weights).length !== pillars.length ||
    pillars.some(({ id }) => !(id in weights))
  ) {
    return 'There must be one weight for each group of checks.'
  }
  const values = Object.values(weights)
  if (values.some((weight) => !Number.isFinite(weight) || weight < 0)) {
    return 'A weight must be 0 or more.'
  }
  if (values.every((weight) => weight === 0)) return 'At least one group must count.'
  return null
}

/** A person's own weights where they have some that can be used, else the rubric's. */
export function weightsOrDefault(own: Weights | null, prepared: PreparedRubric): Weights {
  return own !== null && weightsProblem(own, prepared) === null ? own : defaultWeights(prepared)
}

/** Weights of the boxes: the sum of their pillars' weights. */
export function boxWeights(weights: Weights, prepared: PreparedRubric): Record<string, number> {
  return Object.fromEntries(
    prepared.rubric.headline_boxes.map(({ id, pillars }) => [
      id,
      pillars.reduce((sum, pillar) => sum + (weights[pillar] ?? 0), 0),
    ]),
  )
}

/**
 * The weights after one box is set: inside it the pillars keep their proportions (the rubric's own
 * where all were 0), the other boxes keep their weights.
 */
export function setBoxWeight(
  weights: Weights,
  box: string,
  weight: number,
  prepared: PreparedRubric,
): Weights {
  const pillars = prepared.rubric.headline_boxes.find(({ id }) => id === box)?.pillars ?? []
  const sumOf = (from: Weights) => pillars.reduce((sum, pillar) => sum + (from[pillar] ?? 0), 0)
  const base = sumOf(weights) > 0 ? weights : defaultWeights(prepared)
  const sum = sumOf(base)
  const moved = pillars.map((pillar) => [pillar, (weight * (base[pillar] ?? 0)) / sum] as const)
  return { ...weights, ...Object.fromEntries(moved) }
}

/** Whether weights differ from the rubric's in more than their scale. */
export function isOwnWeights(weights: Weights, prepared: PreparedRubric): boolean {
  const own = defaultWeights(prepared)
  const total = (from: Weights) => Object.values(from).reduce((sum, weight) => sum + weight, 0)
  const [mine, theirs] = [total(weights), total(own)]
  return Object.keys(own).some(
    (id) => Math.abs((weights[id] ?? 0) / mine - (own[id] ?? 0) / theirs) > SLACK,
  )
}

/** W(p) by pillar over the pillars that these assessments have criteria in; sums to 1. */
export function weightShares(
  weights: Weights,
  scored: readonly Scored[],
  prepared: PreparedRubric,
): number[] {
  const used = prepared.rubric.pillars.map(({ id }) =>
    scored.some(({ criteria }) => criteria.some(({ pillar }) => pillar === id)),
  )
  const raw = prepared.rubric.pillars.map(({ id }, at) => (used[at] ? (weights[id] ?? 0) : 0))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => (total > 0 ? weight / total : 0))
}

/**
 * The same assessment under other weights: points, coverage, letter and next question move; values,
 * caps and flags do not. Equal to `assess` with those weights (SCORING 6, 7 and 9).
 */
export function reweigh(scored: Scored, weights: Weights, prepared: PreparedRubric): Scored {
  const shares = weightShares(weights, [scored], prepared)
  const pillarAt = new Map(prepared.rubric.pillars.map(({ id }, at) => [id, at]))
  const sums = shares.map(() => 0)
  for (const { pillar, weight } of scored.criteria) {
    const at = pillarAt.get(pillar) ?? 0
    sums[at] = (sums[at] ?? 0) + weight
  }
  const criteria = scored.criteria.map((entry) => {
    const at = pillarAt.get(entry.pillar) ?? 0
    return { ...entry, share: (100 * (shares[at] ?? 0) * entry.weight) / (sums[at] ?? 1) }
  })
  const sum = (part: (entry: (typeof criteria)[number]) => number) =>
    criteria.reduce((total, entry) => total + part(entry), 0)
  const low = sum(({ share, value }) => share * value[0])
  const high = sum(({ share, value }) => share * value[1])
  const coverage = sum(({ share, covered }) => (covered ? share : 0))
  const cap = strictestCap(scored.caps)
  const kept = scored.no_letter_reasons.filter((reason) => reason !== 'coverage')
  const short = cap !== 'F' && coverage < prepared.rubric.coverage_rules.overall_min_percent - SLACK
  const closed = kept.filter((reason) => reason === 'closed')
  const others = kept.filter((reason) => reason !== 'closed')
  const reasons = [...closed, ...(short ? ['coverage'] : []), ...others]
  const letter = reasons.length === 0
  return {
    ...scored,
    low,
    stated: sum(({ share, face }) => share * face),
    high,
    coverage,
    confirmed_grade: letter ? worse(band(low, prepared), cap) : null,
    possible_grade: letter ? worse(band(high, prepared), cap) : null,
    letter_shown: letter,
    no_letter_reasons: reasons,
    next_question: closed.length > 0 ? null : (questionsFor(criteria, 1)[0] ?? null),
    criteria,
  }
}
