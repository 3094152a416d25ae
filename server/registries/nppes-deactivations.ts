/**
 * Reads the list of deactivated NPIs: the published spreadsheet (a title line, then the header),
 * its zip, or a CSV made from it. It tells "deactivated" from "not found": the API answers neither.
 */

import type { IsoDate } from '#core/calendar.ts'
import type { Npi } from '#core/npi.ts'
import { parseNpi } from '#core/npi.ts'
import { checkColumns, foldColumn, readColumns, refuseWide } from './columns.ts'
import type { CsvForm } from './csv-form.ts'
import { PLAIN_CSV } from './csv-form.ts'
import { parseBoardDay } from './day-text.ts'
import type { Parsed, RegistryRows, RowStart } from './file-problem.ts'
import { refuseMangled } from './nppes-values.ts'
import type { TableSource } from './table-rows.ts'
import { openTable } from './table-rows.ts'

export type DeactivationRow = { npi: Npi; deactivated_on: IsoDate }

/** A CSV made from the spreadsheet has its title line, too. */
const TITLED_CSV: CsvForm = { ...PLAIN_CSV, header_starts_with: 'NPI' }

function parser(header: readonly string[], name: string) {
  const columns = readColumns(header)
  const npiAt = columns.need('NPI')
  const dayAt = columns.need(
    'NPPES Deactivation Date',
    'deactivation_date',
    'NPI Deactivation Date',
  )
  checkColumns(columns, 2, 'list of deactivated NPIs', name)
  refuseWide(columns, 10, 'list of deactivated NPIs', name)
  return (fields: readonly string[]): Parsed<DeactivationRow> => {
    const given = fields[npiAt] ?? ''
    refuseMangled(given, 'NPI', name)
    const npi = parseNpi(given)
    if (npi === null) return { column: 'NPI', reason: `"${given.slice(0, 20)}" is not an NPI.` }
    const day = parseBoardDay(fields[dayAt] ?? '')
    if (day === null) {
      const reason = `"${(fields[dayAt] ?? '').slice(0, 20)}" is not a day.`
      return { column: header[dayAt] ?? null, reason }
    }
    return { row: { npi, deactivated_on: day } }
  }
}

/** Batches of deactivated NPIs; `RegistryFileProblem` for any other file. */
export async function openDeactivations(
  path: string,
  from: RowStart | null = null,
): Promise<{ source: TableSource; batches: RegistryRows<DeactivationRow> }> {
  const isHeader = (row: readonly string[]) => foldColumn(row[0] ?? '') === 'npi'
  return openTable(path, TITLED_CSV, isHeader, parser, from)
}
