import { dateInWords } from '#core/calendar.ts'
import type { Age } from '#core/freshness.ts'
import { rangeInWords } from '#core/money.ts'
import type { PriceLine, Source } from '#core/provider.ts'
import { AGE_WORDS, INCLUSION_WORDS, MODALITY_WORDS, SERVICE_WORDS } from '#core/words.ts'
import { CardTable } from './card-table.tsx'
import { SourceLink } from './source-link.tsx'

/** A price line with its day, and how old it is where that matters. */
export type StatedLine = PriceLine & { observed_on: string | null; age: Age | null }

function detailsOf(line: StatedLine): string {
  const parts = [
    line.modality === null ? null : MODALITY_WORDS[line.modality],
    line.sessions === null
      ? null
      : `${line.sessions} ${line.sessions === 1 ? 'session' : 'sessions'}`,
    line.minutes === null ? null : `${line.minutes} minutes`,
    line.includes.length > 0
      ? `includes ${line.includes.map((one) => INCLUSION_WORDS[one]).join(', ')}`
      : null,
    line.introductory ? 'first time only' : null,
    line.estimate ? 'an estimate' : null,
    line.required === true ? 'required' : line.required === false ? 'optional' : null,
    line.note,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

function dayOf(line: StatedLine): string {
  if (line.observed_on === null) return 'Date unknown'
  const day = dateInWords(line.observed_on)
  return line.age === null || line.age === 'fresh' ? day : `${day} (${AGE_WORDS[line.age]})`
}

const COLUMNS = [
  { name: 'What' },
  { name: 'Price', kind: 'amount' },
  { name: 'As of' },
  { name: 'Source' },
] as const

/** Price lines as stated, each with its day and its source. */
export function PriceTable({
  caption,
  lines,
  sources,
}: {
  caption: string
  lines: readonly StatedLine[]
  sources: readonly Source[]
}) {
  if (lines.length === 0) return null
  const rows = lines.map((line, at) => {
    const source = sources.find(({ id }) => id === line.source)
    const details = detailsOf(line)
    return {
      id: String(at),
      head: (
        <>
          {SERVICE_WORDS[line.service]}
          {details !== '' && <span class="data-table__note">{details}</span>}
        </>
      ),
      cells: [
        rangeInWords(line.min, line.max, line.currency),
        dayOf(line),
        source ? <SourceLink source={source} /> : 'Not known',
      ],
    }
  })
  return <CardTable caption={caption} columns={COLUMNS} rows={rows} />
}
