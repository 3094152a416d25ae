/** One door to a table whatever holds it: CSV, a spreadsheet, or either of them inside a zip. */

import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { openBytes } from './byte-source.ts'
import type { CsvForm } from './csv-form.ts'
import type { HeaderReader } from './csv-rows.ts'
import { readCsv } from './csv-rows.ts'
import type { RegistryRows, RowBatch, RowStart } from './file-problem.ts'
import { notesOf, RegistryFileProblem } from './file-problem.ts'
import { holdsSheet, readSheet } from './xlsx-rows.ts'

export type TableSource = { name: string; size: number }

/** Tells a table from the guides beside it in a zip. */
export const isTableMember = (name: string) => /\.(csv|txt|xlsx)$/i.test(name)

/** Header names tried from the top of a sheet, under at most so many title lines. */
const TITLE_LINES = 5

async function* sheetBatches<Row>(
  path: string,
  sheet: string[][],
  isHeader: (row: readonly string[]) => boolean,
  readHeader: HeaderReader<Row>,
): AsyncGenerator<RowBatch<Row>> {
  const name = basename(path)
  const found = sheet.slice(0, TITLE_LINES).findIndex(isHeader)
  const at = Math.max(found, 0)
  const header = sheet[at]
  if (header === undefined) {
    throw new RegistryFileProblem('file-empty', `${name} has an empty first sheet.`)
  }
  const parseRow = readHeader(header, name)
  const bytes = (await stat(path)).size
  const batch: RowBatch<Row> = { rows: [], refusals: [], read: 0, bytes, next: null }
  for (let index = at + 1; index < sheet.length; index += 1) {
    const row = sheet[index] ?? []
    if (row.every((cell) => cell === '')) continue
    batch.read += 1
    const line = index + 1
    const parsed = parseRow(header.map((_, column) => row[column] ?? ''))
    if (parsed !== null && 'row' in parsed) batch.rows.push({ line, row: parsed.row })
    batch.refusals.push(...notesOf(parsed, line))
  }
  if (batch.read === 0) {
    throw new RegistryFileProblem('header-only', `${name} has a header and no rows.`, {
      line: at + 1,
    })
  }
  yield batch
}

/** Opens a table. `isHeader` finds the header of a sheet, under title lines that some boards add. */
export async function openTable<Row>(
  path: string,
  form: CsvForm,
  isHeader: (row: readonly string[]) => boolean,
  readHeader: HeaderReader<Row>,
  from: RowStart | null = null,
): Promise<{ source: TableSource; batches: RegistryRows<Row> }> {
  const sheet = await holdsSheet(path)
  if (sheet !== 'no') {
    const rows = await readSheet(path, sheet)
    const source = { name: basename(path), size: (await stat(path)).size }
    return { source, batches: sheetBatches(path, rows, isHeader, readHeader) }
  }
  const source = await openBytes(path, (name) => /\.(csv|txt)$/i.test(name))
  return { source, batches: readCsv(source, form, readHeader, from) }
}
