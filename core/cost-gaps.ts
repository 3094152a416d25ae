/** What a sum lacks that the plan needs, and what stands in place of a price. */

import type { CostRange, DatedLine } from './cost.ts'
import type { SortedLines } from './cost-lines.ts'
import { isIncluded } from './cost-lines.ts'
import { lineInWords, listInWords } from './cost-words.ts'
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

/** A sentence on what is priced beside the treatment and stands in no sum, as its need is not stated. */
export function besideSums({ optional }: SortedLines): string[] {
  const open = optional.filter(({ required }) => required === null).map(lineInWords)
  const named = [...new Set(open)]
  const them = named.length === 1 ? 'it' : 'them'
  return named.length === 0
    ? []
    : [`Not in the sums, as no source says whether you need ${them}: ${listInWords(named)}.`]
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

/** Why no price of one session can be shown, and the lines that this speaks of. */
export type SessionGap = { words: string; lines: readonly DatedLine[] }

/** The gap of some lines. Silence of the sources read is not a refusal to tell. */
export function sessionGap(lines: {
  months: readonly DatedLine[]
  unsized: readonly DatedLine[]
  after_insurance: readonly DatedLine[]
  other_currency: readonly DatedLine[]
}): SessionGap {
  const { months, unsized, after_insurance, other_currency } = lines
  const [foreign] = other_currency
  if (months.length > 0) return { words: 'Priced by the month', lines: months }
  if (unsized.length > 0) return { words: courseOnly(unsized), lines: unsized }
  if (foreign) return { words: foreignGap(foreign), lines: [foreign] }
  if (after_insurance.length > 0) {
    return { words: 'Only a price after insurance was found', lines: after_insurance }
  }
  return { words: NO_PRICE, lines: [] }
}
