/**
 * Structure checks (SCORING 12): does another provider come first, by points at interval midpoints,
 * if the same facts are weighed in another way? Shown as a note, never as a verdict.
 */

import type { Scored } from './assess.ts'
import { band } from './assess.ts'
import { exactExp, exactLog } from './random.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Grade } from './vocabulary.ts'
import { GRADES, worse } from './vocabulary.ts'
import type { MidScores } from './weight-stability.ts'

export const STRUCTURE_CHECKS = [
  'equal_weights',
  'rank_order_weights',
  'gates_switched',
  'geometric_mean',
] as const
export type StructureCheckId = (typeof STRUCTURE_CHECKS)[number]

/** A check under which first place changes; `first` are the ids that then come first. */
export type StructureCheck = { id: StructureCheckId; first: string[] }

/** Pillar scores at interval midpoints, 0 to 1, by pillar of the rubric; 0 where none applies. */
export function midpointsOf(id: string, scored: Scored, prepared: PreparedRubric): MidScores {
  const scores = prepared.rubric.pillars.map((pillar) => {
    const own = scored.criteria.filter((entry) => entry.pillar === pillar.id)
    const weight = own.reduce((sum, entry) => sum + entry.weight, 0)
    if (weight === 0) return 0
    const middle = (value: readonly [number, number]) => (value[0] + value[1]) / 2
    return own.reduce((sum, entry) => sum + entry.weight * middle(entry.value), 0) / weight
  })
  return { id, scores }
}

/** Rank-order-centroid weights; pillars that weigh the same share their mean. */
export function rankOrderWeights(weights: readonly number[]): number[] {
  const used = weights.filter((weight) => weight > 0).sort((one, other) => other - one)
  const n = used.length
  const centroids = used.map((_, at) => {
    let sum = 0
    for (let i = at + 1; i <= n; i += 1) sum += 1 / i
    return sum / n
  })
  return weights.map((weight) => {
    if (weight <= 0) return 0
    const places = used.flatMap((one, at) => (Math.abs(one - weight) <= 1e-12 ? [at] : []))
    return places.reduce((sum, at) => sum + (centroids[at] ?? 0), 0) / places.length
  })
}

type Totals = (scores: readonly number[]) => number

const arithmetic =
  (weights: readonly number[]): Totals =>
  (scores) =>
    100 * scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0)

/** The floor keeps one empty pillar from wiping out the whole product. */
const geometric =
  (weights: readonly number[]): Totals =>
  (scores) =>
    100 *
    exactExp(
      scores.reduce(
        (sum, score, at) => sum + (weights[at] ?? 0) * exactLog(Math.max(score, 0.01)),
        0,
      ),
    )

/** The ids that come first: best grade if gates are on, then most points; ties within 1e-9. */
function firstOf(
  capped: readonly { id: string; cap: Grade | null }[],
  mids: readonly MidScores[],
  total: Totals,
  gates: boolean,
  prepared: PreparedRubric,
): string[] {
  const rows = mids.map(({ id, scores }, at) => {
    const points = total(scores)
    const grade = gates ? worse(band(points, prepared), capped[at]?.cap ?? null) : null
    return { id, points, step: grade === null ? 0 : GRADES.indexOf(grade) }
  })
  const best = Math.min(...rows.map(({ step }) => step))
  const top = rows.filter(({ step }) => step === best)
  const most = Math.max(...top.map(({ points }) => points))
  return top.filter(({ points }) => points >= most - 1e-9).map(({ id }) => id)
}

/**
 * The checks under which first place changes. `capped` and `mids` are in the same order; `weights`
 * are in use and sum to 1, and a pillar of weight 0 stays out.
 */
export function structureChecks(
  capped: readonly { id: string; cap: Grade | null }[],
  mids: readonly MidScores[],
  weights: readonly number[],
  gates: boolean,
  prepared: PreparedRubric,
): StructureCheck[] {
  const used = weights.filter((weight) => weight > 0).length
  const equal = weights.map((weight) => (weight > 0 ? 1 / used : 0))
  const first = (total: Totals, on: boolean) => firstOf(capped, mids, total, on, prepared)
  const now = first(arithmetic(weights), gates)
  const found: Record<StructureCheckId, string[]> = {
    equal_weights: first(arithmetic(equal), gates),
    rank_order_weights: first(arithmetic(rankOrderWeights(weights)), gates),
    gates_switched: first(arithmetic(weights), !gates),
    geometric_mean: first(geometric(weights), gates),
  }
  return STRUCTURE_CHECKS.map((id) => ({ id, first: found[id] })).filter(
    (check) => check.first.join('|') !== now.join('|'),
  )
}
