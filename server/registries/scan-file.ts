/**
 * Reads a registry CSV by scanning bytes: only the rows that a parser wants are ever decoded. For
 * the NPI files, whose size rules out a general CSV parser; the rows come out in batches.
 */

import { isAscii, isUtf8 } from 'node:buffer'
import type { ByteSource } from './byte-source.ts'
import { checkedStart } from './encoding.ts'
import type { NumberedRow, Parsed, Refusal, RowBatch } from './file-problem.ts'
import { RegistryFileProblem } from './file-problem.ts'
import type { FieldSpans, RowText } from './row-fields.ts'
import { createFieldSpans, rowText, splitRow } from './row-fields.ts'
import { createRowScanner, MAX_ROW_BYTES } from './row-scanner.ts'

/** What one kind of file does with its header and rows. */
export type ScanFormat<Row> = {
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
  parse: (text: RowText) => Parsed<Row>
}

const BATCH_ROWS = 1000
/** A batch goes out at least this often, so that progress can be shown. */
const BATCH_BYTES = 1 << 26

function raggedReason(found: number, expected: number): string {
  return `The row has ${found} values; the header names ${expected} columns.`
}

/** The first value that is not UTF-8, by the name of its column. */
function badColumn(bytes: Buffer, spans: FieldSpans, header: string[]): string | null {
  for (let index = 0; index < spans.count; index += 1) {
    if (!isUtf8(bytes.subarray(spans.starts[index], spans.ends[index])))
      return header[index] ?? null
  }
  return null
}

type Scan<Row> = {
  header: string[]
  reader: RowReader<Row> | null
  spans: FieldSpans
  rows: NumberedRow<Row>[]
  refusals: Refusal[]
  read: number
}

function headerFields(bytes: Buffer, start: number, end: number): string[] {
  const spans = createFieldSpans(2000)
  splitRow(bytes, start, end, spans)
  const text = rowText(bytes, start, end, spans, isAscii(bytes.subarray(start, end)))
  return Array.from({ length: Math.min(spans.count, 2000) }, (_, index) => text(index))
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
  if (spans.count !== header.length) {
    return { column: null, reason: raggedReason(spans.count, header.length) }
  }
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

function takeRow<Row>(
  scan: Scan<Row>,
  bytes: Buffer,
  start: number,
  end: number,
  line: number,
): void {
  const { reader, spans } = scan
  if (reader === null) return
  const blank = end === start || (end === start + 1 && bytes[start] === 0x0d)
  if (blank) return
  scan.read += 1
  if (reader.wants && !reader.wants(bytes, start, end)) return
  if (reader.wantsSplit) {
    splitRow(bytes, start, end, spans, reader.glance)
    if (spans.badField < 0 && !reader.wantsSplit(bytes, spans)) return
  }
  splitRow(bytes, start, end, spans)
  const ascii = isAscii(bytes.subarray(start, end))
  const refused = refuseRow(scan, bytes, start, end, ascii)
  const parsed = refused ?? parseAt(reader, rowText(bytes, start, end, spans, ascii), line)
  if (parsed === null) return
  if ('row' in parsed) scan.rows.push({ line, row: parsed.row })
  else scan.refusals.push({ line, ...parsed })
}

/** Batches of the rows that the format wants; throws `RegistryFileProblem` for a file of no use. */
export async function* scanFile<Row>(
  source: ByteSource,
  format: ScanFormat<Row>,
): AsyncGenerator<RowBatch<Row>> {
  const scan: Scan<Row> = {
    header: [],
    reader: null,
    spans: createFieldSpans(0),
    rows: [],
    refusals: [],
    read: 0,
  }
  const scanner = createRowScanner({
    onRow(bytes, start, end, line) {
      if (scan.reader !== null) return takeRow(scan, bytes, start, end, line)
      scan.header = headerFields(bytes, start, end)
      scan.spans = createFieldSpans(scan.header.length)
      scan.reader = format.readHeader(scan.header, source.name)
    },
    onOversize(line) {
      scan.read += 1
      const reason = `The row is longer than ${MAX_ROW_BYTES / 1024} kB; a quote may be missing.`
      scan.refusals.push({ line, column: null, reason })
    },
  })
  let bytes = 0
  let sent = 0
  const batch = (): RowBatch<Row> => {
    const { rows, refusals, read } = scan
    scan.rows = []
    scan.refusals = []
    sent = bytes
    return { rows, refusals, read, bytes }
  }
  for await (const chunk of source.chunks) {
    scanner.push(bytes === 0 ? checkedStart(chunk, source.name) : chunk)
    bytes += chunk.length
    if (scan.rows.length >= BATCH_ROWS || bytes - sent >= BATCH_BYTES) yield batch()
  }
  scanner.end()
  if (scan.reader === null) {
    throw new RegistryFileProblem('wrong-file', `${source.name} has no header line.`, { line: 1 })
  }
  if (scan.read === 0) {
    throw new RegistryFileProblem('header-only', `${source.name} has a header and no rows.`, {
      line: 1,
    })
  }
  yield batch()
}
