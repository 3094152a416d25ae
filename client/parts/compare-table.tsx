import { dateInWords } from '#core/calendar.ts'
import type {
  Cell,
  ComparedProvider,
  Comparison,
  ComparisonGroup,
  ComparisonRow,
} from '#core/compare.ts'
import { knownFrom } from '#core/comparison-cells.ts'
import type { NumberedSources } from '#core/comparison-sources.ts'
import type { CaseSummary } from '#core/listing.ts'
import { isToldSource } from '#core/told-source.ts'
import { NOT_KNOWN } from '#core/words.ts'
import { CompareHead } from './compare-head.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FlagList } from './flag-list.tsx'
import { ScoreBar } from './score-bar.tsx'
import { SourceLine } from './source-link.tsx'
import { ROLE } from './table-roles.ts'
import { VerdictMark } from './verdict-mark.tsx'

function Backing({ cell }: { cell: Cell }) {
  if (cell.evidence.length > 0) return <EvidenceList evidence={cell.evidence} />
  return (
    <ul class="evidence">
      {cell.sources.map((source) => (
        <li key={source.id} class="evidence__item">
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  )
}

/** The reasons in short: what the deciding evidence says. */
function Reasons({ cell }: { cell: Cell }) {
  const deciding = cell.evidence.filter((one) => one.decides)
  if (deciding.length === 0) return null
  return (
    <ul class="cell__reasons">
      {deciding.map((one, at) => (
        <li key={at}>{one.basis}</li>
      ))}
    </ul>
  )
}

function ToldMark({ cell }: { cell: Cell }) {
  if (!cell.evidence.some(({ source }) => isToldSource(source))) return null
  return <span class="tag cell__told">You were told</span>
}

function Words({ cell, row }: { cell: Cell; row: ComparisonRow }) {
  if (cell.verdict !== null) return <VerdictMark verdict={cell.verdict} />
  const quiet = cell.text === NOT_KNOWN || (row.kind === 'money' && cell.unit === null)
  return (
    <span class={quiet ? 'quiet' : row.kind === 'money' ? 'cell__amount number' : 'number'}>
      {cell.text}
      {cell.unit !== null && <span class="cell__unit">{cell.unit}</span>}
    </span>
  )
}

function CellContent({
  cell,
  row,
  name,
  numbers,
}: {
  cell: Cell
  row: ComparisonRow
  name: string
  numbers: number[]
}) {
  const backed = cell.evidence.length + cell.sources.length > 0
  if (!backed) return <Words cell={cell} row={row} />
  const day = knownFrom(cell, dateInWords)
  const what = cell.evidence.length > 0 ? 'Evidence' : 'Source'
  return (
    <details class="cell">
      <summary>
        <Words cell={cell} row={row} /> <ToldMark cell={cell} />
        <span class="cell__day">
          <span class="cell__what">
            {what}
            <span class="hidden-text"> for {name}</span>,{' '}
          </span>
          <span class="cell__numbers">[{numbers.join(', ')}] </span>
          {day}
        </span>
      </summary>
      <Backing cell={cell} />
    </details>
  )
}

/** Rows that read better as a list than as the one text of their cell. */
function isListed(row: ComparisonRow, provider: ComparedProvider | undefined): boolean {
  const summary = provider?.summary
  if (row.id === 'red_flags') return (summary?.red_flags.length ?? 0) > 0
  return row.id === 'caps' && (summary?.caps.length ?? 0) > 0
}

function SummaryContent({ row, summary }: { row: ComparisonRow; summary: CaseSummary | null }) {
  if (summary === null || summary.low === null) return null
  const { low, stated, high } = summary
  if (row.id === 'points')
    return <ScoreBar points={{ low, stated: stated ?? 0, high: high ?? 0 }} />
  if (row.id === 'red_flags') return <FlagList flags={summary.red_flags} />
  if (row.id !== 'caps') return null
  return (
    <ul class="bullets">
      {summary.caps.map((cap) => (
        <li key={cap.id}>
          At most {cap.cap}: {cap.label}
        </li>
      ))}
    </ul>
  )
}

/** What every row of the table is drawn from. */
type Drawn = {
  comparison: Comparison
  numbered: NumberedSources
  /** Shows what the deciding evidence says under each verdict. */
  detailed: boolean
}

function Row({ row, comparison, numbered, detailed }: Drawn & { row: ComparisonRow }) {
  const { providers } = comparison
  const differs = row.differs ? ' compare__row--differs' : ''
  // Rows of words may grow tall; those of verdicts stay whole on a sheet.
  const long = row.kind === 'criterion' ? '' : ' compare__row--long'
  return (
    <tr {...ROLE.row} class={`compare__row when-seen${differs}${long}`}>
      <th {...ROLE.label} scope="row">
        <span class="compare__side">
          <span class="compare__label">{row.label}</span>
          {row.is_gate && <span class="compare__mark">Required check</span>}
          {row.differs && <span class="compare__mark compare__mark--differs">△ Differs</span>}
          {row.hint !== null && <span class="compare__hint">{row.hint}</span>}
        </span>
      </th>
      {row.cells.map((cell, at) => {
        const provider = providers[at]
        return (
          <td {...ROLE.cell} key={provider?.id ?? at}>
            <SummaryContent row={row} summary={provider?.summary ?? null} />
            {!isListed(row, provider) && (
              <CellContent
                cell={cell}
                row={row}
                name={provider?.name ?? ''}
                numbers={numbered.numbersOf(cell, at)}
              />
            )}
            {detailed && <Reasons cell={cell} />}
          </td>
        )
      })}
    </tr>
  )
}

function Group({ group, ...drawn }: Drawn & { group: ComparisonGroup }) {
  const same = group.rows.filter((row) => !row.differs).length
  const none = same === group.rows.length
  return (
    <tbody {...ROLE.group}>
      <tr {...ROLE.row} class="compare__group">
        <th {...ROLE.label} scope="rowgroup" colSpan={drawn.comparison.providers.length + 1}>
          <span class="compare__side">
            <span class="compare__group-name">{group.name}</span>
            <span class="compare__hidden">
              {none ? 'No differences; ' : ''}
              {same} {same === 1 ? 'row that is' : 'rows that are'} the same hidden
            </span>
          </span>
        </th>
      </tr>
      {group.rows.map((row) => (
        <Row key={row.id} row={row} {...drawn} />
      ))}
    </tbody>
  )
}

/** The comparison as one table: names stay in view on top, labels at the side. */
export function CompareTable({
  url,
  onSwap,
  ...drawn
}: Drawn & { url: string; onSwap: ((id: string) => void) | null }) {
  const { comparison } = drawn
  const { providers, groups, as_of } = comparison
  const what = comparison.case === null ? 'each one’s own kind of care' : comparison.case.label
  return (
    <section
      class={`compare__scroll${providers.length > 2 ? ' compare__scroll--pairs' : ''}`}
      aria-labelledby="compare-caption"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll it
      tabIndex={0}
    >
      <table {...ROLE.table} class={`compare compare--${providers.length}`}>
        <caption id="compare-caption">
          {`${providers.length} providers side by side: ${what}. As of ${dateInWords(as_of)}, rubric ${comparison.rubric_version}.`}
        </caption>
        <CompareHead providers={providers} url={url} onSwap={onSwap} />
        {groups.map((group) => (
          <Group key={group.id} group={group} {...drawn} />
        ))}
      </table>
    </section>
  )
}
