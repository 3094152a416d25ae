import type { ComponentChildren } from 'preact'
import { rangeInWords } from '#core/money.ts'
import type { AgeRow, AnswerRow, PriceGroup } from '#core/records.ts'
import { ANSWER_PARTS } from '#core/records.ts'
import { VERDICT_WORDS } from '#core/words.ts'
import { ScrollRegion } from './scroll-region.tsx'

function Table({
  caption,
  columns,
  children,
}: {
  caption: string
  columns: readonly string[]
  children: ComponentChildren
}) {
  return (
    <ScrollRegion label={caption}>
      <table class="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" class={at > 0 ? 'amount' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </ScrollRegion>
  )
}

/** Every price of the chart, by kind of care; kinds without a price say so. */
export function PricesTable({ groups }: { groups: readonly PriceGroup[] }) {
  return (
    <Table caption="Price of one session" columns={['Provider', 'Price', 'Notes']}>
      {groups.map(({ id, label, providers, points }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {label}: {points.length} of {providers} priced
            </th>
          </tr>
          {points.length === 0 && (
            <tr>
              <td colSpan={3}>No price of one session on file.</td>
            </tr>
          )}
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">
                <a href={`/providers/${point.id}?case=${id}`}>{point.name}</a>
              </th>
              <td class="amount">{rangeInWords(point.low, point.high)}</td>
              <td class="amount">
                {[
                  point.shared ? 'course price shared' : null,
                  point.aged ? 'old or undated' : 'recent',
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  )
}

/** The counts behind the bars, one question a row. */
export function AnswersTable({ rows }: { rows: readonly AnswerRow[] }) {
  const names = ANSWER_PARTS.map((part) => VERDICT_WORDS[part].word)
  return (
    <Table caption="Providers by answer" columns={['Question', ...names, 'All']}>
      <tbody>
        {rows.map(({ criterion, question, counts, providers }) => (
          <tr key={criterion}>
            <th scope="row">{question}</th>
            {ANSWER_PARTS.map((part) => (
              <td key={part} class="amount">
                {counts[part]}
              </td>
            ))}
            <td class="amount">{providers}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Findings by the year of their source and by how they count. */
export function AgesTable({ rows }: { rows: readonly AgeRow[] }) {
  const columns = ['Year', 'Counts in full', 'One step less', 'Not at all', 'All']
  return (
    <Table caption="Findings by the year of their source" columns={columns}>
      <tbody>
        {rows.map(({ year, full, less, none }) => (
          <tr key={year ?? 'unknown'}>
            <th scope="row">{year ?? 'Date unknown'}</th>
            {[full, less, none, full + less + none].map((count, at) => (
              <td key={columns[at + 1]} class="amount">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
