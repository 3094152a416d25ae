/** What stands beside an amount, or in place of one that is missing. */

import { dateInWords } from './calendar.ts'
import type { CostRange, DatedLine } from './cost.ts'
import { rangeInWords } from './money.ts'

/** "Per session", or that the price of one is only had as part of a course. */
export function sessionTitle(lines: readonly DatedLine[]): string {
  const shared = lines.length > 0 && lines.every((line) => line.service === 'course')
  return shared ? 'Per session, sold as a course' : 'Per session'
}

/** The lines behind a known range, each end's own. */
export function linesOf(range: CostRange): DatedLine[] {
  return range.known ? [...range.low_parts, ...range.high_parts].map((part) => part.line) : []
}

/**
 * How old the prices in use are, in words: the oldest day among those past their re-check, or that
 * no day is known; "old" where the rubric counts one as stale. Null when all are fresh.
 */
export function priceAgeInWords(lines: readonly DatedLine[]): string | null {
  const aged = lines.filter(({ age }) => age !== 'fresh')
  const days = aged.flatMap(({ observed_on }) => observed_on ?? []).sort()
  if (days[0] !== undefined) {
    const old = aged.some(({ age }) => age === 'stale')
    return `${old ? 'old price' : 'price'} from ${dateInWords(days[0])}`
  }
  return aged.length > 0 ? 'date of price unknown' : null
}

/** "$4,400", or "At least $4,400" for a sum that lacks what the plan needs. */
export function sumInWords(sum: { low: number; high: number }, notPriced: readonly string[]) {
  const words = rangeInWords(sum.low, sum.high)
  return notPriced.length === 0 ? words : `At least ${words}`
}

/** What stands beside an amount: how old it is, and what is not in it. Null where nothing does. */
export function asideInWords(
  lines: readonly DatedLine[],
  notPriced: readonly string[] = [],
): string | null {
  const lacking = notPriced.map((what) => `${what} not priced`)
  return [priceAgeInWords(lines), ...lacking].filter((part) => part !== null).join(', ') || null
}
