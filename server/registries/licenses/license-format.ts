/** One license file, described: its columns, its words, and how a row becomes a license. */

import type { IsoDate } from '#core/calendar.ts'
import type { LicenseRow } from '#core/registry-rows.ts'
import { BLANK_LICENSE } from '#core/registry-rows.ts'
import { checkColumns, readColumns } from '../columns.ts'
import type { CsvForm } from '../csv-form.ts'
import { parseBoardDay } from '../day-text.ts'
import type { Fault, Parsed } from '../file-problem.ts'

/** What a format reads of a row: trimmed text and days, null for nothing. */
export type LicenseCells = {
  text: (column: string) => string | null
  day: (column: string) => IsoDate | null
}

export type LicenseFormat = {
  /** Short name used on the command line and stored with every row. */
  source: string
  state: string
  /** Who publishes the file, in words. */
  board: string
  /** Where the file is found. */
  url: string
  /** What may be done with the data, as the publisher puts it. */
  rights: string
  csv: CsvForm
  /** A file with fewer rows than this is not the whole list: most of what it held when counted. */
  least_rows: number
  /** Columns without which it is another file. */
  needs: readonly string[]
  /** Columns used where they are there. */
  uses: readonly string[]
  /** The license of a row, or the reason why there is none; null for rows about nothing we keep. */
  read: (cells: LicenseCells) => LicenseDraft | string | null
}

/** A license as a format gives it; what it leaves out is not known. */
export type LicenseDraft = Pick<LicenseRow, 'license_number' | 'status'> &
  Partial<Omit<LicenseRow, 'source' | 'state'>>

function complete(draft: LicenseDraft, format: LicenseFormat): LicenseRow {
  return {
    ...BLANK_LICENSE,
    row_key: draft.license_number,
    ...draft,
    source: format.source,
    state: format.state,
  }
}

/** The row parser for a header; throws `RegistryFileProblem` if it is not this format's file. */
export function licenseParser(
  format: LicenseFormat,
  header: readonly string[],
  name: string,
): (fields: readonly string[]) => Parsed<LicenseRow> {
  const columns = readColumns(header)
  const places = new Map<string, number>()
  for (const column of format.needs) places.set(column, columns.need(column))
  for (const column of format.uses) places.set(column, columns.find(column))
  checkColumns(
    columns,
    format.needs.length,
    `license file ${format.source} (${format.board})`,
    name,
  )
  return (fields) => {
    const faults: Fault[] = []
    const text = (column: string) => {
      const place = places.get(column)
      if (place === undefined) throw new RangeError(`${format.source} does not declare ${column}`)
      const value = fields[place]?.trim() ?? ''
      return value === '' ? null : value
    }
    const day = (column: string) => {
      const given = text(column)
      const parsed = given === null ? null : parseBoardDay(given)
      if (given !== null && parsed === null) {
        faults.push({ column, reason: `"${given.slice(0, 30)}" is not a day.` })
      }
      return parsed
    }
    const draft = format.read({ text, day })
    if (draft === null) return null
    if (typeof draft === 'string') return { column: null, reason: draft }
    // A mistyped day must not lose a license, let alone what the board did about it.
    return { row: complete(draft, format), faults }
  }
}
