/** What is done with each row of a text table: skipped undecoded, refused with a reason, or parsed. */

import { isAscii, isUtf8 } from 'node:buffer'
import { foldColumn } from './columns.ts'
import type { CsvForm } from './csv-form.ts'
import type { NumberedRow, Parsed, Refusal } from './file-problem.ts'
import { notesOf, RegistryFileProblem } from './file-problem.ts'
import type { FieldSpans, RowText } from './row-fields.ts'
import { createFieldSpans, rowText, splitRow } from './row-fields.ts'
import { MAX_ROW_BYTES } from './row-scanner.ts'

/** What one kind of file does with its header and rows. */
export type ScanFormat<Row> = {
  form: CsvForm
  /** Blanks around values are dropped, unless they are wanted as given. */
  trims: boolean
  /** Looks at the header; throws `RegistryFileProblem` when it is not the wanted one. */
  readHeader: (header: string[], name: string) => RowReader<Row>
}

export type RowReader<Row> = {
  /** Looks at the raw bytes of a row; false skips it undecoded. */
  wants?: (bytes: Buffer, start: number, end: number) => boolean
  /** Looks at the split row; false skips it undecoded. */
  wantsSplit?: (bytes: Buffer, spans: FieldSpans) => boolean
  /** So many values at the start of a row are all that `wantsSplit` looks at. */
  glance?: number
  /** So many rows at the top are parsed, wanted or not. */
  probed?: number
  parse: (text: RowText) => Parsed<Row>
}

/** A row with a value too few or too many, by the column at which it ends or goes on. */
function raggedRow({ count }: FieldSpans, header: string[]): Omit<Refusal, 'line'> {
  const expected = header.length
  const where = count < expected ? 'ends before this column' : 'goes on behind this column'
  return {
    column: header[Math.min(count, expected - 1)] ?? null,
    reason: `The row has ${count} values; the header names ${expected} columns. It ${where}.`,
  }
}

/** The first value that is not UTF-8, by the name of its column. */
function badColumn(bytes: Buffer, spans: FieldSpans, header: string[]): string | null {
  for (let index = 0; index < spans.count; index += 1) {
    if (!isUtf8(bytes.subarray(spans.starts[index], spans.ends[index])))
      return header[index] ?? null
  }
  return null
}

/** A file that is being read: its header, and the rows since the last batch. */
export type Scan<Row> = {
  format: ScanFormat<Row>
  header: string[]
  reader: RowReader<Row> | null
  spans: FieldSpans
  rows: NumberedRow<Row>[]
  refusals: Refusal[]
  read: number
  /** The rows at the end of a file without a last line end: each is split, wanted or not. */
  tail: boolean
  /** Whether a row before the tail ended in something else than a quote. */
  unquoted: boolean
  /** Whether the last row of the tail shows that it was cut off. */
  cut: boolean
}

const MOST_COLUMNS = 2000

function headerFields(bytes: Buffer, start: number, end: number, form: CsvForm): string[] {
  const spans = createFieldSpans(MOST_COLUMNS, form)
  splitRow(bytes, start, end, spans)
  const text = rowText(bytes, start, spans, isAscii(bytes.subarray(start, end)), true)
  const count = Math.min(spans.count, MOST_COLUMNS)
  const names = Array.from({ length: count }, (_, index) => text(index).replace(/\s+/g, ' '))
  return form.trailing_separator && names.at(-1) === '' ? names.slice(0, -1) : names
}

/**
 * Drops the empty value behind a trailing separator, and says whether there was one; a header may
 * lack the separator that its rows have.
 */
function dropTrailing(spans: FieldSpans, expected: number): boolean {
  const last = spans.count - 1
  const found = last === expected && spans.starts[last] === spans.ends[last]
  if (found) spans.count = last
  return found
}

/** Why a split row cannot be read, or null. */
function refuseRow<Row>(
  scan: Scan<Row>,
  bytes: Buffer,
  start: number,
  end: number,
  ascii: boolean,
): Omit<Refusal, 'line'> | null {
  const { spans, header } = scan
  if (spans.badField >= 0) {
    return {
      column: header[spans.badField] ?? null,
      reason: 'A quote is out of place in this value.',
    }
  }
  if (spans.count !== header.length) return raggedRow(spans, header)
  if (ascii || isUtf8(bytes.subarray(start, end))) return null
  return { column: badColumn(bytes, spans, header), reason: 'The value is not UTF-8 text.' }
}

/** A parser that stops the whole file does not know the line; this puts it in. */
function parseAt<Row>(reader: RowReader<Row>, text: RowText, line: number): Parsed<Row> {
  try {
    return reader.parse(text)
  } catch (error) {
    if (!(error instanceof RegistryFileProblem) || error.line !== null) throw error
    const at = error.column === null ? { line } : { line, column: error.column }
    throw new RegistryFileProblem(error.code, `Line ${line}: ${error.message}`, at)
  }
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === 0x0d)
}

/** Whether the row may be skipped undecoded. A row over several lines is looked at in any case. */
function isUnwanted<Row>(
  scan: Scan<Row>,
  reader: RowReader<Row>,
  bytes: Buffer,
  start: number,
  end: number,
): boolean {
  const { spans } = scan
  const probed = scan.read <= (reader.probed ?? 0)
  if (!probed && reader.wants && !reader.wants(bytes, start, end)) return true
  if (!reader.wantsSplit) return false
  splitRow(bytes, start, end, spans, reader.glance)
  return spans.badField < 0 && !reader.wantsSplit(bytes, spans) && !probed
}

/** Whether the last value of a row is enclosed in quotes, as its last byte tells. */
function isClosed({ spans }: Scan<unknown>, bytes: Buffer, start: number, end: number): boolean {
  const last = end > start && bytes[end - 1] === 0x0d ? end - 2 : end - 1
  return last >= start && bytes[last] === spans.quote
}

/**
 * Whether a last row that has all its values and no line end was cut in the last of them: it lacks
 * the quote that ends the other rows. Where they do not end in one, nothing tells.
 */
function endsEarly<Row>(scan: Scan<Row>, bytes: Buffer, start: number, end: number): boolean {
  return scan.read > 1 && !scan.unquoted && !isClosed(scan, bytes, start, end)
}

/** Takes a row; false if it makes no sense as a row. */
export function takeRow<Row>(
  scan: Scan<Row>,
  reader: RowReader<Row>,
  bytes: Buffer,
  start: number,
  end: number,
  line: number,
  crossed: boolean,
): boolean {
  const { spans, format, header } = scan
  if (isBlank(bytes, start, end)) return true
  scan.read += 1
  const whole = crossed || scan.tail
  // The byte is asked first: this line is passed by every row.
  if (bytes[end - 1] !== spans.quote && !scan.unquoted && !scan.tail) {
    scan.unquoted = !isClosed(scan, bytes, start, end)
  }
  if (!whole && isUnwanted(scan, reader, bytes, start, end)) return true
  splitRow(bytes, start, end, spans)
  const ended = !format.form.trailing_separator || dropTrailing(spans, header.length)
  const ascii = isAscii(bytes.subarray(start, end))
  const refused = refuseRow(scan, bytes, start, end, ascii)
  const sound = spans.badField < 0 && spans.count === header.length
  scan.cut = scan.tail && (!sound || !ended || endsEarly(scan, bytes, start, end))
  if (whole && sound && isUnwanted(scan, reader, bytes, start, end)) return true
  // The glance above may have cut the split short.
  if (whole && sound && reader.wantsSplit) splitRow(bytes, start, end, spans)
  const text = rowText(bytes, start, spans, ascii, format.trims)
  const parsed = refused ?? parseAt(reader, text, line)
  if (parsed === null) return true
  if ('row' in parsed) scan.rows.push({ line, row: parsed.row })
  for (const note of notesOf(parsed, line)) {
    scan.refusals.push(note)
    // Half a day, as a rule.
    if (scan.tail && note.column === header.at(-1)) scan.cut = true
  }
  return sound
}

/** Takes a row that is longer than may be: all that is told of it is the column it grew too long in. */
export function refuseOversize<Row>(
  scan: Scan<Row>,
  bytes: Buffer,
  start: number,
  line: number,
): void {
  const { spans, header } = scan
  scan.read += 1
  scan.cut = true
  splitRow(bytes, start, Math.min(bytes.length, start + MAX_ROW_BYTES), spans)
  const at = spans.badField >= 0 ? spans.badField : spans.count - 1
  const reason = `The row is longer than ${MAX_ROW_BYTES / 1024} kB; a quote may be missing.`
  scan.refusals.push({ line, column: header[at] ?? null, reason })
}

/** Finds the header, under lines that stand above it in some files. */
export function takeHeader<Row>(
  scan: Scan<Row>,
  bytes: Buffer,
  start: number,
  end: number,
  name: string,
): void {
  const { form, readHeader } = scan.format
  const header = headerFields(bytes, start, end, form)
  const first = form.header_starts_with
  if (first !== null && foldColumn(header[0] ?? '') !== foldColumn(first)) return
  scan.header = header
  scan.spans = createFieldSpans(header.length + 1, form)
  scan.reader = readHeader(header, name)
}
