/** Lines of the shortlist's spreadsheet that tell what care costs, each with its source and day. */

import { UNDATED } from '../comparison-cells.ts'
import type { Cost, CostRange, DatedLine } from '../cost.ts'
import { thingInWords } from '../cost-words.ts'
import { sessionTitle } from '../price-words.ts'
import type { ProviderRecord } from '../provider.ts'

/** The last six cells of a line. */
export type Statement = [
  item: string,
  value: string,
  unit: string,
  words: string,
  source: string,
  day: string,
]

const dollars = (cents: number) => (cents / 100).toFixed(2)

const unitOf = (line: DatedLine) => `${line.currency} per ${thingInWords(line)}`

/**
 * The day that a price is told to be from: the oldest among lines past their re-check, as beside
 * the price on the page; else the oldest of all.
 */
function dayOf(lines: readonly DatedLine[]): string {
  const aged = lines.filter(({ age }) => age !== 'fresh')
  const telling = aged.length > 0 ? aged : lines
  const days = telling.flatMap(({ observed_on }) => observed_on ?? []).sort()
  return days[0] ?? UNDATED
}

/** Where price lines were read, an address a line, and of which day each is, in the same order. */
function originOf(lines: readonly DatedLine[], record: ProviderRecord): [string, string] {
  const used = record.sources.filter(({ id }) => lines.some(({ source }) => source === id))
  const byUrl = Map.groupBy(used, ({ url }) => url)
  const days = [...byUrl.values()].map((sources) =>
    dayOf(lines.filter(({ source }) => sources.some(({ id }) => id === source))),
  )
  return [[...byUrl.keys()].join('\n'), days.join('\n')]
}

function rangeStatements(
  item: string,
  range: CostRange,
  { not_priced }: Cost,
  record: ProviderRecord,
): Statement[] {
  const from = 'Touchstone, from the prices as stated'
  if (!range.known) return [[item, 'Not known', '', from, '', '']]
  const lacks = not_priced.map((what) => `, ${what} not priced`).join('')
  const unit = lacks === '' ? 'USD' : `USD at least${lacks}`
  const ends = [
    { end: 'low', value: range.low, parts: range.low_parts },
    { end: 'high', value: range.high, parts: range.high_parts },
  ]
  return ends.map(({ end, value, parts }): Statement => {
    const origin = originOf(
      parts.map(({ line }) => line),
      record,
    )
    return [`${item}, ${end}`, dollars(value), unit, from, ...origin]
  })
}

/** The price of one session as on the screen: a course price is shared over its sessions. */
function sessionStatements(cost: Cost, record: ProviderRecord): Statement[] {
  const { per_session: session, per_session_gap: gap, gap_lines } = cost
  if (session === null) {
    return [['Price of one session', gap ?? '', '', 'Touchstone', ...originOf(gap_lines, record)]]
  }
  const title = sessionTitle(session.lines).toLowerCase()
  const origin = originOf(session.lines, record)
  const end = (name: string, value: number): Statement => [
    `Price of one session, ${name}`,
    dollars(value),
    `USD ${title}`,
    'Touchstone, from the prices as stated',
    ...origin,
  ]
  return [end('low', session.low), end('high', session.high)]
}

/** What care costs: the price as stated, and the sums, each end with where it was read. */
export function costStatements(cost: Cost, record: ProviderRecord): Statement[] {
  const priced = cost.per_session?.lines ?? cost.gap_lines
  const stated = (line: DatedLine, what: string, value: number): Statement => [
    `Price as stated, ${what}`,
    dollars(value),
    unitOf(line),
    'The source',
    ...originOf([line], record),
  ]
  const lines = priced.flatMap((line) =>
    line.min === line.max
      ? [stated(line, 'one price', line.min)]
      : [stated(line, 'from', line.min), stated(line, 'to', line.max)],
  )
  return [
    ...sessionStatements(cost, record),
    ...lines,
    ...rangeStatements('Cost of the first 3 months', cost.first_3_months, cost, record),
    ...rangeStatements('Cost of the first year', cost.first_year, cost, record),
  ]
}
