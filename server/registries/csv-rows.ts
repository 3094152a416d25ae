/** Reads ordinary CSV files (exclusions, licenses) with csv-parse, and says what was wrong where. */

import { pipeline, Readable } from 'node:stream'
import type { Info } from 'csv-parse'
import { parse } from 'csv-parse'
import type { ByteSource } from './byte-source.ts'
import { checkedStart } from './encoding.ts'
import type { NumberedRow, Parsed, Refusal, RowBatch } from './file-problem.ts'
import { RegistryFileProblem } from './file-problem.ts'
import { MAX_ROW_BYTES } from './row-scanner.ts'

export type CsvForm = {
  delimiter: ',' | '|' | '\t'
  /** false: quotes mean nothing in this file and stand for themselves. */
  quoted: boolean
  /** Every line ends with a separator, with no value behind it. */
  trailing_separator: boolean
  /** First column of the header, for files that have other lines above it. */
  header_starts_with: string | null
}

export const PLAIN_CSV: CsvForm = {
  delimiter: ',',
  quoted: true,
  trailing_separator: false,
  header_starts_with: null,
}

/** Looks at the header (throws if it is another file) and answers the parser for its rows. */
export type HeaderReader<Row> = (
  header: string[],
  name: string,
) => (fields: readonly string[]) => Parsed<Row>

const BATCH_ROWS = 2000
/** What decoding puts where bytes are not UTF-8. */
const REPLACEMENT = '\uFFFD'

const REASONS: Record<string, string> = {
  CSV_MAX_RECORD_SIZE: `The row is longer than ${MAX_ROW_BYTES / 1024} kB; a quote may be missing.`,
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened here and never closed.',
  CSV_INVALID_CLOSING_QUOTE: 'A quote is out of place in this row.',
  INVALID_OPENING_QUOTE: 'A quote is out of place in this row.',
}

async function* checked(source: ByteSource, seen: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of source.chunks) {
    // The source reuses its buffers; the parser may hold on to one.
    const own = Buffer.from(chunk)
    yield seen.bytes === 0 ? checkedStart(own, source.name) : own
    seen.bytes += own.length
  }
}

/** The line on which a record starts: the parser counts lines at its end. */
function startLine(fields: readonly string[], info: Info): number {
  let inside = 0
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) inside += 1
  }
  return info.lines - inside
}

/** Why a row cannot be read, whatever its columns mean; null if it can. */
function refuseFields(
  fields: readonly string[],
  header: readonly string[],
): Omit<Refusal, 'line'> | null {
  if (fields.length !== header.length) {
    const reason = `The row has ${fields.length} values; the header names ${header.length} columns.`
    return { column: null, reason }
  }
  const bad = fields.findIndex((field) => field.includes(REPLACEMENT))
  return bad < 0 ? null : { column: header[bad] ?? null, reason: 'The value is not UTF-8 text.' }
}

function withoutTrailing(fields: string[], form: CsvForm): string[] {
  return form.trailing_separator && fields.at(-1) === '' ? fields.slice(0, -1) : fields
}

type Table<Row> = {
  header: string[] | null
  parseRow: ((fields: readonly string[]) => Parsed<Row>) | null
  rows: NumberedRow<Row>[]
  refusals: Refusal[]
  read: number
}

function isHeader(fields: readonly string[], form: CsvForm): boolean {
  if (form.header_starts_with === null) return true
  return fields[0]?.trim() === form.header_starts_with
}

function takeRecord<Row>(
  table: Table<Row>,
  record: string[],
  line: number,
  form: CsvForm,
  name: string,
  readHeader: HeaderReader<Row>,
): void {
  if (table.header === null || table.parseRow === null) {
    if (!isHeader(record, form)) return
    table.header = withoutTrailing(record, form).map((column) => column.trim())
    table.parseRow = readHeader(table.header, name)
    return
  }
  if (record.every((field) => field.trim() === '')) return
  table.read += 1
  // A header may lack the separator that ends its rows, so each row is looked at by itself.
  const fields = record.length > table.header.length ? withoutTrailing(record, form) : record
  const parsed = refuseFields(fields, table.header) ?? table.parseRow(fields)
  if (parsed === null) return
  if ('row' in parsed) table.rows.push({ line, row: parsed.row })
  else table.refusals.push({ line, ...parsed })
}

function csvParser(form: CsvForm, onSkip: (line: number, code: string) => void) {
  return parse({
    bom: true,
    info: true,
    delimiter: form.delimiter,
    quote: form.quoted ? '"' : null,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW_BYTES,
    on_skip: (error) => {
      if (error) onSkip(Number((error as { lines?: number }).lines ?? 0), error.code)
      return undefined
    },
  })
}

/** Batches of rows; throws `RegistryFileProblem` when the file as a whole is of no use. */
export async function* readCsv<Row>(
  source: ByteSource,
  form: CsvForm,
  readHeader: HeaderReader<Row>,
): AsyncGenerator<RowBatch<Row>> {
  const table: Table<Row> = { header: null, parseRow: null, rows: [], refusals: [], read: 0 }
  const seen = { bytes: 0 }
  let skippedLine = -1
  const parser = csvParser(form, (line, code) => {
    // One bad record can be reported more than once.
    if (line === skippedLine) return
    skippedLine = line
    table.read += 1
    table.refusals.push({
      line,
      column: null,
      reason: REASONS[code] ?? `The row cannot be read (${code}).`,
    })
  })
  const batch = (): RowBatch<Row> => {
    const { rows, refusals, read } = table
    table.rows = []
    table.refusals = []
    return { rows, refusals, read, bytes: seen.bytes }
  }
  // Errors of either stream come out of the loop below.
  pipeline(Readable.from(checked(source, seen)), parser, () => undefined)
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    takeRecord(table, record, startLine(record, info), form, source.name, readHeader)
    if (table.rows.length >= BATCH_ROWS) yield batch()
  }
  if (table.header === null) {
    const wanted = form.header_starts_with
    const lacks = wanted === null ? 'a header line' : `a header that starts with "${wanted}"`
    throw new RegistryFileProblem('wrong-file', `${source.name} does not have ${lacks}.`, {
      line: 1,
    })
  }
  if (table.read === 0) {
    throw new RegistryFileProblem('header-only', `${source.name} has a header and no rows.`, {
      line: 1,
    })
  }
  yield batch()
}
