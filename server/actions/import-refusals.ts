/** Why a file must not take the place of what is loaded. */

import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import { refuseShrunkenList } from '../registries/leie.ts'

/** Said of every refusal that `--force` overrides. */
const FORCE = 'Give --force to load it all the same.'

/** Why a file of this content is not loaded again, or null. */
export function refuseSame(
  sha256: string,
  mode: ImportMode,
  current: readonly RegistryImport[],
): string | null {
  const same = current.find((one) => one.sha256 === sha256)
  if (same === undefined) return null
  return `This very file is loaded already, as import ${same.id} of ${same.started_at} (${same.file_name}).${mode === 'replaces' ? ` ${FORCE}` : ''}`
}

/** Lists whose files come whole or for a week, told apart by the days in their names alone. */
const isDated = (list: string) => list.startsWith('nppes') && list !== 'nppes-deactivations'

/**
 * Why an NPI file whose name gives no days does not replace what is loaded, or null: it may be a
 * weekly file, and the whole registry would be gone.
 */
export function refuseDayless(
  file: { list: string; file_name: string; mode: ImportMode; covers_from: IsoDate | null },
  current: readonly RegistryImport[],
): string | null {
  const safe = file.mode === 'adds' || file.covers_from !== null || current.length === 0
  if (safe || !isDated(file.list)) return null
  return `Neither a month nor a week can be read from the name ${file.file_name}, so it may be a weekly file, and it would replace all that is loaded. Keep the name that CMS gave it, or give --add to read it beside what is loaded. ${FORCE}`
}

/** Why a file of these days is not loaded, or null: what is in use speaks for later days. */
export function refuseOlder(
  file: { mode: ImportMode; covers_to: IsoDate | null; newest_on: IsoDate | null },
  current: readonly RegistryImport[],
): string | null {
  const younger = current.find((one) => {
    if (file.mode === 'adds' && one.mode === 'adds') return false
    if (file.covers_to !== null && one.covers_to !== null) return one.covers_to > file.covers_to
    if (file.mode === 'adds') return false
    return file.newest_on !== null && one.newest_on !== null && one.newest_on > file.newest_on
  })
  if (younger === undefined) return null
  const day = younger.covers_to ?? younger.newest_on
  const until = day === null ? '' : `, which goes to ${dateInWords(day)}`
  return `This file is older than the one in use (${younger.file_name}${until}). ${FORCE}`
}

/** A whole list that lost more than a tenth of its rows is a broken download; null if it did not. */
export function refuseShrunken(
  list: string,
  rows: number,
  current: readonly RegistryImport[],
): string | null {
  const before = current.reduce((sum, one) => sum + one.rows_kept, 0)
  if (list === 'leie') {
    const refused = refuseShrunkenList(rows, before)
    return refused === null ? null : `${refused} ${FORCE}`
  }
  // What is kept of the NPI files depends on what was asked for.
  if (isDated(list)) return null
  return refuseShrunkenList(rows, before) === null
    ? null
    : `The file holds ${rows} rows that can be read; the one in use holds ${before}. ${FORCE}`
}
