/** Weight stability by pillar and by headline box, with their names. */

import type { PreparedRubric } from './rubric.ts'
import type { MidScores, Stability } from './weight-stability.ts'
import { midLeader, weightStability } from './weight-stability.ts'

/** How far one weight can move; `id` is a pillar's or a box's. Shares of 1. */
export type NamedStability = Stability & { id: string; name: string }

/** Mid scores with pillars gathered into boxes: inside a box, pillars keep their proportions. */
function boxed(mids: readonly MidScores[], shares: readonly number[], prepared: PreparedRubric) {
  const { headline_boxes, pillars } = prepared.rubric
  const groups = headline_boxes.map((box) =>
    pillars.flatMap(({ id }, at) => (box.pillars.includes(id) ? [at] : [])),
  )
  const weights = groups.map((group) => group.reduce((sum, at) => sum + (shares[at] ?? 0), 0))
  const part = (at: number) => pillars[at]?.weight ?? 0
  const gathered = mids.map(({ id, scores }) => ({
    id,
    scores: groups.map((group, box) => {
      const own = weights[box] ?? 0
      const of = (at: number) => (own > 0 ? (shares[at] ?? 0) : part(at))
      const sum = group.reduce((total, at) => total + of(at), 0)
      return group.reduce((total, at) => total + (of(at) * (scores[at] ?? 0)) / sum, 0)
    }),
  }))
  return { weights, gathered }
}

function stabilityOf(
  mids: readonly MidScores[],
  weights: readonly number[],
  names: readonly { id: string; name: string }[],
): NamedStability[] {
  const leader = midLeader(mids, weights)
  if (leader === null) return []
  const rivals = mids.filter((one) => one.id !== leader.id)
  return weightStability(leader, rivals, weights).flatMap((one, at) => {
    const named = names[at]
    return named ? [{ id: named.id, name: named.name, ...one }] : []
  })
}

/** How far the weight of each pillar can move; `shares` are the weights in use, summing to 1. */
export function stabilityByPillar(
  mids: readonly MidScores[],
  shares: readonly number[],
  prepared: PreparedRubric,
): NamedStability[] {
  return stabilityOf(mids, shares, prepared.rubric.pillars)
}

/** The same for the headline boxes, each moved as a whole. */
export function stabilityByBox(
  mids: readonly MidScores[],
  shares: readonly number[],
  prepared: PreparedRubric,
): NamedStability[] {
  const { weights, gathered } = boxed(mids, shares, prepared)
  return stabilityOf(gathered, weights, prepared.rubric.headline_boxes)
}
