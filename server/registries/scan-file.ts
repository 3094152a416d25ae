/**
 * Reads a registry's text table by scanning bytes: only the rows that a parser wants are ever
 * decoded, and one bad row costs that row alone. Why not a general CSV parser: csv-parse, which the
 * tests hold this one to, reads the NPI file at a fiftieth of the speed, and after an oversize row
 * it skips the rest of the file.
 */

import type { ByteSource } from './byte-source.ts'
import { checkedStart } from './encoding.ts'
import type { RowBatch, RowStart } from './file-problem.ts'
import { RegistryFileProblem } from './file-problem.ts'
import { createFieldSpans } from './row-fields.ts'
import type { RowScanner } from './row-scanner.ts'
import { createRowScanner } from './row-scanner.ts'
import type { Scan, ScanFormat } from './scan-row.ts'
import { refuseOversize, takeHeader, takeRow } from './scan-row.ts'

/** Few enough that a batch dies young: with 1000 rows memory grew by a hundred megabytes. */
const BATCH_ROWS = 250
/** A batch goes out at least this often, so that progress can be shown. */
const BATCH_BYTES = 1 << 26

function newScan<Row>(format: ScanFormat<Row>): Scan<Row> {
  const spans = createFieldSpans(0, format.form)
  return {
    format,
    header: [],
    reader: null,
    spans,
    rows: [],
    refusals: [],
    read: 0,
    tail: false,
    unquoted: false,
    cut: false,
  }
}

/** A scanner that fills `scan`; before the header is found, every row is tried for it. */
function scannerFor<Row>(scan: Scan<Row>, name: string, firstLine: number): RowScanner {
  return createRowScanner(
    {
      onRow(bytes, start, end, line, crossed) {
        if (scan.reader !== null)
          return takeRow(scan, scan.reader, bytes, start, end, line, crossed)
        takeHeader(scan, bytes, start, end, name)
        return true
      },
      onOversize: (line, bytes, start) => refuseOversize(scan, bytes, start, line),
    },
    scan.format.form.quoted,
    firstLine,
  )
}

/** A scan that has read the header alone, so that it can go on further down. */
async function scanFrom<Row>(
  source: ByteSource,
  format: ScanFormat<Row>,
  from: RowStart,
): Promise<Scan<Row>> {
  const top = newScan(format)
  const scanner = scannerFor(top, source.name, 1)
  let pushed = 0
  for await (const chunk of source.read(0)) {
    scanner.push(pushed === 0 ? checkedStart(chunk, source.name) : chunk)
    pushed += chunk.length
    if (top.reader !== null) break
  }
  return {
    ...newScan(format),
    header: top.header,
    spans: top.spans,
    reader: top.reader,
    read: from.read,
    // Also how the rows at the top ended: what is left may hold the last row alone.
    unquoted: top.unquoted,
  }
}

/** Throws for a file in which no header or no row was found. */
function refuseRowless<Row>({ reader, format, read }: Scan<Row>, name: string): void {
  if (reader === null) {
    const wanted = format.form.header_starts_with
    const lacks = wanted === null ? 'a header line' : `a header that starts with "${wanted}"`
    throw new RegistryFileProblem('wrong-file', `${name} does not have ${lacks}.`, { line: 1 })
  }
  if (read > 0) return
  throw new RegistryFileProblem('header-only', `${name} has a header and no rows.`, { line: 1 })
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

const cutOff = (name: string) =>
  new RegistryFileProblem(
    'cut-off',
    `${name} ends in the middle of a row: the download may have broken off. Get it again. If it is whole, end its last line with a line end.`,
  )

/**
 * Batches of the rows that the format wants, those from `from` on if it is given; throws
 * `RegistryFileProblem` for a file of no use.
 */
export async function* scanFile<Row>(
  source: ByteSource,
  format: ScanFormat<Row>,
  from: RowStart | null = null,
): AsyncGenerator<RowBatch<Row>> {
  const scan = from === null ? newScan(format) : await scanFrom(source, format, from)
  const scanner = scannerFor(scan, source.name, from?.line ?? 1)
  let bytes = from?.offset ?? 0
  let sent = bytes
  let lastByte = LINE_FEED
  const batch = (open: { line: number; bytes: number }): RowBatch<Row> => {
    const { rows, refusals, read } = scan
    scan.rows = []
    scan.refusals = []
    sent = bytes
    return {
      rows,
      refusals,
      read,
      bytes,
      next: { offset: bytes - open.bytes, line: open.line, read },
    }
  }
  for await (const chunk of source.read(bytes)) {
    scanner.push(bytes === 0 ? checkedStart(chunk, source.name) : chunk)
    bytes += chunk.length
    lastByte = chunk[chunk.length - 1] ?? lastByte
    if (scan.rows.length < BATCH_ROWS && bytes - sent < BATCH_BYTES) continue
    // In the middle of an oversize row there is no place to go on from: the batch waits for its end.
    const open = scanner.open()
    if (open !== null) yield batch(open)
  }
  scan.tail = lastByte !== LINE_FEED && lastByte !== CARRIAGE_RETURN
  scanner.end()
  refuseRowless(scan, source.name)
  if (scan.tail && scan.cut) throw cutOff(source.name)
  yield batch(scanner.open() ?? { line: 1, bytes: 0 })
}
