/** A saved provider in words, the same on the screen, on paper and in the PDF. */

import type { Answer } from '#core/answers.ts'
import { ANSWER_LEVEL_WORDS, ANSWER_WAY_WORDS } from '#core/answers.ts'
import { dateInWords } from '#core/calendar.ts'
import { sumUpLetter, sumUpPoints } from '#core/case-words.ts'
import type { Cost, CostRange, DatedLine } from '#core/cost.ts'
import type { CaseSummary } from '#core/listing.ts'
import { onScreen } from '#core/points.ts'
import { asideInWords, linesOf, sumInWords } from '#core/price-words.ts'
import type { ProviderRecord, Source } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'

export const GONE_WORDS =
  'This provider has been removed from the directory since you saved it. Your notes and answers are kept.'
export const FAILED_WORDS =
  'What the directory says about this provider could not be loaded. Your notes and answers are here.'

/** Points, letter and coverage of a shown assessment. */
export function pointsFacts(summary: CaseSummary): [name: string, value: string][] {
  const { coverage } = summary
  return [
    ['Points', sumUpPoints(summary)],
    ['Letter', sumUpLetter(summary)],
    ...(coverage === null
      ? []
      : [['Known', `${onScreen(coverage)}% of the points have some evidence`] as [string, string]]),
  ]
}

/** "Your answers narrow it: 31 to 88 without them, 40 to 80 with them." */
export function narrowingInWords(plain: CaseSummary, told: CaseSummary): string {
  const range = ({ low, high }: CaseSummary) => `${onScreen(low ?? 0)} to ${onScreen(high ?? 0)}`
  if (range(plain) === range(told)) return `${range(plain)} points with or without your answers.`
  return `${range(told)} points with your answers, ${range(plain)} without.`
}

type Amount = { low: number; high: number }

const dated = (sum: Amount, lines: readonly DatedLine[], lacks: readonly string[] = []) => {
  const aside = asideInWords(lines, lacks)
  const amount = sumInWords(sum, lacks)
  return aside === null ? amount : `${amount} (${aside})`
}

const total = (range: CostRange, lacks: readonly string[]) =>
  range.known ? dated(range, linesOf(range), lacks) : 'Not enough is published'

/** What it costs, line by line, each with how old its prices are. */
export function costFacts(cost: Cost): [name: string, value: string][] {
  const { per_session: session, per_session_gap: gap, not_priced } = cost
  const price = session === null ? (gap ?? '') : dated(session, session.lines)
  return [
    ['One session', price],
    ['First 3 months', total(cost.first_3_months, not_priced)],
    ['First year', total(cost.first_year, not_priced)],
  ]
}

/** Where the prices in use were read, each source once. */
export function priceSources(cost: Cost, record: ProviderRecord): Source[] {
  const ranges = [cost.first_3_months, cost.first_year]
  const parts = ranges.flatMap((range) =>
    range.known ? [...range.low_parts, ...range.high_parts] : [],
  )
  const lines = [...(cost.per_session?.lines ?? cost.gap_lines), ...parts.map(({ line }) => line)]
  const ids = new Set(lines.map(({ source }) => source))
  return record.sources.filter(({ id }) => ids.has(id))
}

/** "Price read at https://… (November 3, 2026)". */
export function sourceInWords({ url, observed_on }: Source, what = 'Price read'): string {
  const day = observed_on === null ? 'date unknown' : dateInWords(observed_on)
  return `${what} at ${url} (${day})`
}

/** Where every finding and source behind the figures stands. */
export function recordInWords(id: string, origin: string): string {
  return `Every source of these figures: ${origin}/providers/${id}`
}

/** "You were told, November 23, 2026: Live evaluation. It meets this point. Told to me in a call." */
export function answerInWords(answer: Answer, rubric: PreparedRubric | null): string {
  const label = rubric?.criterionById.get(answer.criterion)?.criterion.short_label
  const note = answer.note.trim()
  const said = `${ANSWER_LEVEL_WORDS[answer.level]}. ${ANSWER_WAY_WORDS[answer.how]}.`
  const about = `You were told, ${dateInWords(answer.told_on)}: ${label ?? answer.criterion}.`
  return `${about} ${said}${note === '' ? '' : ` “${note}”`}`
}
