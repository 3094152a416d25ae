/** What a sum lacks that the plan needs. */

import type { CostRange } from './cost.ts'
import type { SortedLines } from './cost-lines.ts'
import { isIncluded } from './cost-lines.ts'

type KnownRange = Extract<CostRange, { known: true }>

/**
 * What the plan needs and neither a price nor "included" was found for: the sums are without it, so
 * they are the least that the plan can cost. An evaluation that is stated to be a choice is no gap.
 */
export function notPriced({ low_parts, high_parts }: KnownRange, lines: SortedLines): string[] {
  const evaluated = [low_parts, high_parts].every((parts) =>
    isIncluded(
      'evaluation',
      parts.map(({ line }) => line),
    ),
  )
  const priced = [...lines.extras, ...lines.optional].some(
    ({ service }) => service === 'evaluation',
  )
  return evaluated || priced ? [] : ['first evaluation']
}
