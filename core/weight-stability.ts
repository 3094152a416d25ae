/**
 * How far one weight can move before someone else comes first (SCORING 12): closed form, no chance.
 * Pillar scores are at interval midpoints; moving one weight scales the others in proportion.
 */

/** One provider's scores by pillar (or box), 0 to 1; null where it has no criterion there. */
export type MidScores = { id: string; scores: readonly number[] }

export type Stability = {
  /** The weight in use, as a share of 1. */
  weight: number
  /** The leader stays first while the weight, as a share of 1, is from `low` to `high`. */
  low: number
  high: number
  /** Who comes first below `low` and above `high`; null where there is no such bound. */
  below: string | null
  above: string | null
}

/** r: the lead over a rival from all pillars but k, the others scaled to sum to 1. */
function leadElsewhere(weights: readonly number[], gaps: readonly number[], k: number): number {
  const rest = 1 - (weights[k] ?? 0)
  let sum = 0
  for (let j = 0; j < gaps.length; j += 1) {
    if (j === k) continue
    const part = rest > 1e-12 ? (weights[j] ?? 0) / rest : 1 / (gaps.length - 1)
    sum += part * (gaps[j] ?? 0)
  }
  return sum
}

/** Numbers this close are equal: sums of up to a few dozen products of numbers of 0 to 1. */
const EQUAL = 1e-12

/** The leader by points at midpoints: no caps, no chance. Equal points: the first id in code order. */
export function midLeader(
  alternatives: readonly MidScores[],
  weights: readonly number[],
): MidScores | null {
  const points = (one: MidScores) =>
    one.scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0)
  return alternatives.reduce<MidScores | null>((best, one) => {
    if (best === null) return one
    const lead = points(one) - points(best)
    if (Math.abs(lead) <= EQUAL) return one.id < best.id ? one : best
    return lead > 0 ? one : best
  }, null)
}

/**
 * For each pillar, the weights at which the leader stays ahead of all rivals, cut to 0 to 1.
 * `weights` sum to 1. None without a rival.
 */
export function weightStability(
  leader: MidScores,
  rivals: readonly MidScores[],
  weights: readonly number[],
): Stability[] {
  if (rivals.length === 0 || weights.length < 2) return []
  return weights.map((weight, k) => {
    const result: Stability = { weight, low: 0, high: 1, below: null, above: null }
    for (const rival of rivals) {
      const gaps = leader.scores.map((score, at) => score - (rival.scores[at] ?? 0))
      const d = gaps[k] ?? 0
      const r = leadElsewhere(weights, gaps, k)
      if (Math.abs(d - r) <= EQUAL) continue
      const breakPoint = r / (r - d)
      if (d > r && breakPoint > result.low) {
        result.low = Math.min(breakPoint, 1)
        result.below = rival.id
      }
      if (d < r && breakPoint < result.high) {
        result.high = Math.max(breakPoint, 0)
        result.above = rival.id
      }
    }
    return result
  })
}
