/** What stands beside an amount, or in place of one that is missing. */

import { dateInWords } from './calendar.ts'
import type { Cost, CostRange, DatedLine } from './cost.ts'
import { currencyInWords, rangeInWords } from './money.ts'

const foreignGap = ({ currency }: DatedLine) =>
  `Published in ${currencyInWords(currency)}, not compared`

/** The line that a missing session price speaks of: one in another currency; null for none. */
export function foreignLine(
  cost: Pick<Cost, 'per_session_gap' | 'other_currency'>,
): DatedLine | null {
  const [line] = cost.other_currency
  return line && cost.per_session_gap === foreignGap(line) ? line : null
}

export const NO_PRICE = 'No price found'
/** The same where the provider states what another kind of its care costs. */
export const PRICED_ELSEWHERE = 'No price found for this care, only for another kind'

/** "A course price only: $1,254 (date of price unknown)": it does not say for how many sessions. */
function courseOnly(courses: readonly DatedLine[]): string {
  const prices = [...new Set(courses.map(({ min, max }) => rangeInWords(min, max)))]
  const aside = asideInWords(courses)
  const only = prices.length === 1 ? 'A course price only' : 'Course prices only'
  return `${only}: ${prices.join(', ')}${aside === null ? '' : ` (${aside})`}`
}

/**
 * Why no price of one session can be shown. Silence of the sources read is not a refusal to tell.
 */
export function sessionGap(lines: {
  months: readonly DatedLine[]
  unsized: readonly DatedLine[]
  after_insurance: readonly DatedLine[]
  other_currency: readonly DatedLine[]
}): string {
  const [foreign] = lines.other_currency
  if (lines.months.length > 0) return 'Priced by the month'
  if (lines.unsized.length > 0) return courseOnly(lines.unsized)
  if (foreign) return foreignGap(foreign)
  if (lines.after_insurance.length > 0) return 'Only a price after insurance was found'
  return NO_PRICE
}

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
