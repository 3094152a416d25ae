/** What can be wrong with a registry file as a whole, and what a reader hands over row by row. */

export const FILE_PROBLEMS = [
  'file-missing',
  'file-empty',
  'zip-damaged',
  'zip-member-missing',
  'wrong-encoding',
  'wrong-file',
  'missing-columns',
  'header-only',
  'cut-off',
  'spreadsheet-mangled',
  'unreadable',
] as const
export type FileProblemCode = (typeof FILE_PROBLEMS)[number]

/** A file that cannot be used at all. The message is for the person who chose the file. */
export class RegistryFileProblem extends Error {
  readonly code: FileProblemCode
  readonly line: number | null
  readonly column: string | null

  constructor(code: FileProblemCode, message: string, at: { line?: number; column?: string } = {}) {
    super(message)
    this.name = 'RegistryFileProblem'
    this.code = code
    this.line = at.line ?? null
    this.column = at.column ?? null
  }
}

/** What is wrong in a row, in which column. */
export type Fault = { column: string | null; reason: string }

/**
 * A row that was not taken: the line it starts on (the header is line 1), the column, the reason.
 * `kept`: the row was taken all the same, without this value.
 */
export type Refusal = Fault & { line: number; kept?: true }

export type NumberedRow<Row> = { line: number; row: Row }

/**
 * Where a row starts: `offset` bytes into the (unpacked) file, on `line`, after `read` data rows.
 * Reading that begins there finds the rows that reading from the top would find.
 */
export type RowStart = { offset: number; line: number; read: number }

/** A part of a file that was read. `read` and `bytes` count from the start of the file. */
export type RowBatch<Row> = {
  rows: NumberedRow<Row>[]
  refusals: Refusal[]
  /** Data rows seen so far, kept or not; the header is not one. */
  read: number
  /** Bytes of the (unpacked) file seen so far. */
  bytes: number
  /** Where the first row behind this part starts; null where reading cannot begin midway. */
  next: RowStart | null
}

/** A reader of one kind of registry file. */
export type RegistryRows<Row> = AsyncIterable<RowBatch<Row>>

/**
 * What a row parser answers: a row to keep, with values that had to be left out of it; a refusal; or
 * null for a row that nobody asked for.
 */
export type Parsed<Row> = { row: Row; faults?: readonly Fault[] } | Fault | null

/** What is noted of a parsed row. */
export function notesOf(parsed: Parsed<unknown>, line: number): Refusal[] {
  if (parsed === null) return []
  if (!('row' in parsed)) return [{ line, ...parsed }]
  return (parsed.faults ?? []).map(({ column, reason }) => {
    return { line, column, reason: `${reason} The row is kept without it.`, kept: true as const }
  })
}
