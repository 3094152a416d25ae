/** What a sum lacks that the plan needs, and what stands in place of a price. */

import type { Cost, CostRange, DatedLine } from './cost.ts'
import type { SortedLines } from './cost-lines.ts'
import { isIncluded } from './cost-lines.ts'
import { rangeInWords } from './money.ts'
import { asideInWords } from './price-words.ts'

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

const CURRENCIES: Readonly<Record<string, string>> = {
  CAD: 'Canadian dollars',
  EUR: 'euros',
  GBP: 'pounds',
}

/** "pounds (GBP)"; the code alone where it has no name here. */
function currencyInWords(code: string): string {
  const name = CURRENCIES[code]
  return name === undefined ? code : `${name} (${code})`
}

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
