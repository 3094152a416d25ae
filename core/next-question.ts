/** What to ask next: the criterion whose answer would narrow the range most (SCORING 9). */

import type { CriterionResult } from './criterion-value.ts'
import { isSettled } from './letter.ts'
import { SLACK } from './points.ts'

const gainOf = ({ share, value }: CriterionResult) => share * (value[1] - value[0])

/**
 * The criterion that would tell the most: an unsettled gate by gain, even a gain of 0; where all
 * gates are settled, any criterion with some gain; equal gains in rubric order (SCORING 9).
 */
export function mostTelling(criteria: readonly CriterionResult[]): CriterionResult | null {
  let gate: CriterionResult | null = null
  let other: CriterionResult | null = null
  let gateGain = Number.NEGATIVE_INFINITY
  let otherGain = 0
  for (const entry of criteria) {
    const gain = gainOf(entry)
    if (entry.gate && !isSettled(entry.gate.status)) {
      if (gain <= gateGain + SLACK) continue
      gate = entry
      gateGain = gain
    } else if (gain > otherGain + SLACK) {
      other = entry
      otherGain = gain
    }
  }
  return gate ?? other
}

/** The criteria to ask about, most telling first, each once: the next question, repeated. */
export function questionsFor(criteria: readonly CriterionResult[], limit: number): string[] {
  const left = [...criteria]
  const ordered: string[] = []
  while (ordered.length < limit) {
    const next = mostTelling(left)
    if (!next) break
    ordered.push(next.criterion)
    left.splice(left.indexOf(next), 1)
  }
  return ordered
}
