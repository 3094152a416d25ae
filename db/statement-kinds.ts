/**
 * Which list of a record goes into which table, and how an entry becomes a row and a row an entry.
 * An entry's content names it; where it stands in its list and on the map may change under it.
 */

import type { Kysely } from 'kysely'
import type { ProviderRecord } from '#core/provider.ts'
import type { Database } from './schema.ts'

export type Value = string | number | null
export type Row = Record<string, Value>

/** An ordered list of words that belongs to one statement, in a table of its own. */
export type WordList = {
  table: 'reach_state' | 'price_line_includes' | 'treated_condition_name'
  parent: 'reach_id' | 'price_line_id' | 'treated_condition_id'
  column: 'state' | 'name'
  field: string
  /** What the entry says when there are no words. */
  none: null | []
}

export type StatementTable =
  | 'source'
  | 'provider_alias'
  | 'provider_status'
  | 'location'
  | 'reach'
  | 'clinician'
  | 'offering'
  | 'price_line'
  | 'payment'
  | 'treated_condition'
  | 'finding'
  | 'event'

type Entries = {
  [Field in keyof ProviderRecord]: ProviderRecord[Field] extends (infer Entry)[] ? Entry : never
} & { aliases: { name: string }; status: ProviderRecord['status'] }

export type StatementKind = {
  field: keyof Entries
  table: StatementTable
  /** The columns that make the content, apart from the source and the words. */
  columns: readonly string[]
  /** Columns that hold a yes or a no. */
  flags: readonly string[]
  /** Columns besides the position that may change while the statement stays the same. */
  placing: readonly string[]
  isSourced: boolean
  words: WordList | null
}

type Options = Partial<Pick<StatementKind, 'flags' | 'placing' | 'isSourced' | 'words'>>

/** The compiler checks that each column is a key of the entry and a column of the table. */
function kind<Field extends keyof Entries, Table extends StatementTable>(
  field: Field,
  table: Table,
  columns: readonly (keyof Entries[Field] & keyof Database[Table] & string)[],
  options: Options = {},
): StatementKind {
  return { field, table, columns, flags: [], placing: [], isSourced: true, words: null, ...options }
}

export const SOURCE_KIND: StatementKind = kind(
  'sources',
  'source',
  ['url', 'kind', 'publisher', 'title', 'observed_on', 'retrieved_on', 'excerpt_only', 'repost_of'],
  { flags: ['excerpt_only'], placing: ['label'], isSourced: false },
)

/** Every kind of statement; sources stand first, since the others point at them. */
export const STATEMENT_KINDS: readonly StatementKind[] = [
  SOURCE_KIND,
  kind('aliases', 'provider_alias', ['name'], { isSourced: false }),
  kind('status', 'provider_status', ['value', 'since', 'successor', 'note']),
  kind('locations', 'location', ['address', 'city', 'state', 'zip', 'phone', 'basis'], {
    placing: ['latitude', 'longitude', 'placed_by'],
  }),
  kind('serves', 'reach', ['count', 'complete', 'note'], {
    flags: ['complete'],
    words: {
      table: 'reach_state',
      parent: 'reach_id',
      column: 'state',
      field: 'states',
      none: null,
    },
  }),
  kind('clinicians', 'clinician', [
    'name',
    'credential',
    'role',
    'specialty',
    'board_certified',
    'npi',
    'as_of',
    'note',
  ]),
  kind('offerings', 'offering', ['modality', 'setting', 'with_psychotherapy', 'current', 'note'], {
    flags: ['with_psychotherapy', 'current'],
  }),
  kind(
    'prices',
    'price_line',
    [
      'service',
      'modality',
      'setting',
      'min',
      'max',
      'currency',
      'sessions',
      'minutes',
      'payer',
      'required',
      'introductory',
      'estimate',
      'as_of',
      'note',
    ],
    {
      flags: ['required', 'introductory', 'estimate'],
      words: {
        table: 'price_line_includes',
        parent: 'price_line_id',
        column: 'name',
        field: 'includes',
        none: [],
      },
    },
  ),
  kind('payment', 'payment', ['way', 'accepted', 'note']),
  kind('conditions', 'treated_condition', [], {
    words: {
      table: 'treated_condition_name',
      parent: 'treated_condition_id',
      column: 'name',
      field: 'names',
      none: [],
    },
  }),
  kind(
    'findings',
    'finding',
    ['criterion', 'level', 'strength', 'modality', 'setting', 'state', 'basis', 'at_least'],
    { flags: ['at_least'] },
  ),
  kind('events', 'event', ['kind', 'stage', 'date', 'subject', 'summary', 'response']),
]

/** The statement tables and their words, as tables of plain values: the kind names the columns. */
export type StatementTables = Kysely<Record<StatementTable | WordList['table'], Row>>

/** One entry of a record as it is stored. */
export type Statement = { content: Row; placing: Row; words: string[] }

type Entry = Record<string, unknown>

function entriesOf(kind: StatementKind, record: ProviderRecord): Entry[] {
  if (kind.field === 'aliases') return record.aliases.map((name) => ({ name }))
  if (kind.field === 'status') return [record.status]
  return record[kind.field] as unknown as Entry[]
}

function toValue(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value as Value
}

function placingOf(kind: StatementKind, entry: Entry, position: number): Row {
  if (kind.table === 'source') return { position, label: entry.id as string }
  if (kind.table !== 'location') return { position }
  const point = entry.point as ProviderRecord['locations'][number]['point']
  return {
    position,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    placed_by: point?.placed_by ?? null,
  }
}

/**
 * The statements of one kind in a record. `sourceIds` gives the stored id of each source label;
 * throws `RangeError` for a label that the record does not hold.
 */
export function statementsOf(
  kind: StatementKind,
  record: ProviderRecord,
  sourceIds: ReadonlyMap<string, string>,
): Statement[] {
  return entriesOf(kind, record).map((entry, position) => {
    const content: Row = {}
    for (const column of kind.columns) content[column] = toValue(entry[column])
    if (kind.isSourced) content.source_id = sourceIdOf(entry.source, record, sourceIds)
    const words = kind.words ? ((entry[kind.words.field] ?? []) as string[]) : []
    return { content, placing: placingOf(kind, entry, position), words }
  })
}

function sourceIdOf(
  label: unknown,
  record: ProviderRecord,
  sourceIds: ReadonlyMap<string, string>,
): string | null {
  if (label === null) return null
  const id = sourceIds.get(label as string)
  if (id === undefined) throw new RangeError(`record ${record.id} has no source ${label}`)
  return id
}

/** The entry that a stored row stands for; `labels` gives the record's name of each source id. */
export function entryOf(
  kind: StatementKind,
  row: Row,
  words: readonly string[],
  labels: ReadonlyMap<string, string>,
): Entry {
  const entry: Entry = kind.table === 'source' ? { id: row.label } : {}
  for (const column of kind.columns) {
    const value = row[column] ?? null
    entry[column] = kind.flags.includes(column) && value !== null ? value === 'yes' : value
  }
  if (kind.words) entry[kind.words.field] = words.length > 0 ? [...words] : kind.words.none
  if (kind.table === 'location') entry.point = pointOf(row)
  if (kind.isSourced) entry.source = labels.get(row.source_id as string) ?? null
  return entry
}

function pointOf({ latitude, longitude, placed_by }: Row): Entry | null {
  return placed_by === null ? null : { latitude, longitude, placed_by }
}
