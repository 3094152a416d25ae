/** The cost rows of a comparison, with the age of the prices behind each amount. */

import type { Cell, ComparisonGroup } from './compare.ts'
import type { Column } from './comparison-cells.ts'
import { row, textCell } from './comparison-cells.ts'
import type { Cost, CostRange, DatedLine } from './cost.ts'
import { rangeInWords } from './money.ts'

import { asideInWords, linesOf, sumInWords } from './price-words.ts'

import type { ProviderRecord } from './provider.ts'
import { sourceOf } from './provider.ts'

/** An amount with what stands beside it, and the sources and days of the lines behind it. */
function moneyCell(
  amount: string,
  aside: string | null,
  lines: readonly DatedLine[],
  record: ProviderRecord,
  unit: string,
): Cell {
  const sources = lines.map((line) => sourceOf(record, line.source))
  const days = lines.flatMap((line) => line.observed_on ?? []).sort()
  const cell = textCell(aside === null ? amount : `${amount} (${aside})`, sources, unit)
  return { ...cell, observed_on: days.at(-1) ?? null }
}

function rangeCell(
  range: CostRange,
  { not_priced }: Cost,
  record: ProviderRecord,
  unit: string,
): Cell {
  if (!range.known) {
    return textCell(`Not enough price information. ${range.missing.join(' ')}`.trim())
  }
  const lines = linesOf(range)
  const aside = asideInWords(lines, not_priced)
  return moneyCell(sumInWords(range, not_priced), aside, lines, record, unit)
}

/** What care costs on one plan, provider by provider. */
export function costGroup(columns: readonly Column[]): ComparisonGroup {
  const money = (id: string, label: string, cell: (cost: Cost, record: ProviderRecord) => Cell) =>
    row(
      id,
      label,
      'money',
      columns.map(({ record, shown }) => (shown ? cell(shown.cost, record) : textCell(null))),
    )
  const sentences = (id: string, label: string, none: string, of: (cost: Cost) => string[]) =>
    row(
      id,
      label,
      'text',
      columns.map(({ shown }) => textCell(shown && (of(shown.cost).join(' ') || none))),
    )
  const perSession = (cost: Cost, record: ProviderRecord): Cell => {
    if (cost.per_session === null) {
      const sources = cost.gap_lines.map((line) => sourceOf(record, line.source))
      return textCell(cost.per_session_gap, sources)
    }
    const { low, high, lines } = cost.per_session
    return moneyCell(rangeInWords(low, high), asideInWords(lines), lines, record, 'per session')
  }
  return {
    id: 'costs',
    name: 'Costs',
    rows: [
      money('per_session', 'One session', perSession),
      money('to_start', 'To start', (cost, record) =>
        rangeCell(cost.to_start, cost, record, 'to start'),
      ),
      money('first_3_months', 'First 3 months', (cost, record) =>
        rangeCell(cost.first_3_months, cost, record, 'first 3 months'),
      ),
      money('first_year', 'First year', (cost, record) =>
        rangeCell(cost.first_year, cost, record, 'first year'),
      ),
      sentences('included', 'Known to be included', 'Nothing stated', (cost) => cost.included),
      sentences('assumed', 'Assumed', 'Nothing assumed', (cost) => cost.assumed),
      sentences('unknown', 'Not known about the price', 'No gap found', (cost) => [
        ...(cost.to_start.known ? [] : cost.to_start.missing),
        ...cost.unknown,
        ...cost.contradictions,
      ]),
    ],
  }
}
