/** Why a file must not take the place of what is loaded. */

import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import type { ImportCounts, RegistryImport } from '#db/registry-imports.ts'
import { ListIsHeld } from '#db/registry-imports.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import { staysBeside } from '#db/stays-beside.ts'
import { RegistryFileProblem } from '../registries/file-problem.ts'
import { nameInWords } from './import-naming.ts'
import { inWords } from './import-notes.ts'

/** A file that was not taken; what was loaded before stays in use. */
export class ImportRefused extends Error {}

/** Why an import did not happen, in words; null for an error that is none of these. */
export function importTrouble(error: unknown): string | null {
  if (error instanceof ImportRefused) {
    return `${error.message} What was loaded before stays in use.`
  }
  const known = error instanceof ListIsHeld || error instanceof RegistryFileProblem
  return known ? error.message : null
}

/** Said of every refusal that `--force` overrides. */
const FORCE = 'Give --force to load it all the same.'

/** Hears what speaks against a file: throws `ImportRefused`, or keeps what force has overridden. */
export class Objections {
  readonly overridden = new Set<string>()
  readonly #force: boolean

  constructor(force: boolean) {
    this.#force = force
  }

  /** `final`: force does not help. */
  raise(reason: string | null, { final = false } = {}): void {
    if (reason === null) return
    if (final) throw new ImportRefused(reason)
    if (!this.#force) throw new ImportRefused(`${reason} ${FORCE}`)
    this.overridden.add(reason)
  }
}

/** Why a file of this content is not loaded again, or null. */
export function refuseSame(sha256: string, current: readonly RegistryImport[]): string | null {
  const same = current.find((one) => one.sha256 === sha256)
  if (same === undefined) return null
  return `This very file is loaded already, as import ${same.id} of ${same.started_at} (${nameInWords(same)}).`
}

/** Lists whose files come whole or for a week, told apart by the days in their names alone. */
const isDated = (list: string) => list.startsWith('nppes') && list !== 'nppes-deactivations'

/**
 * Why an NPI file whose name gives no days does not replace what is loaded, or null: it may be a
 * weekly file, and the whole registry would be gone.
 */
export function refuseDayless(
  file: {
    list: string
    file_name: string
    member: string | null
    mode: ImportMode
    covers_from: IsoDate | null
  },
  current: readonly RegistryImport[],
): string | null {
  const safe = file.mode === 'adds' || file.covers_from !== null || current.length === 0
  if (safe || !isDated(file.list)) return null
  return `Neither a month nor a week can be read from the name ${nameInWords(file)}, so it may be a weekly file, and it would replace all that is loaded. Keep the name that CMS gave it, or give --add to read it beside what is loaded.`
}

/** Why a file of which nothing says how old it is does not replace one whose day is known, or null. */
export function refuseUndated(
  file: { file_name: string; member: string | null; mode: ImportMode; covers_to: IsoDate | null },
  current: readonly RegistryImport[],
): string | null {
  if (file.mode === 'adds' || file.covers_to !== null) return null
  const dated = current.find(({ covers_to }) => covers_to !== null)
  if (dated?.covers_to == null) return null
  return `Nothing says for which day ${nameInWords(file)} speaks, and the one in use (${nameInWords(dated)}) goes to ${dateInWords(dated.covers_to)}: this file may be the older one. Say its day with --covers YYYY-MM-DD.`
}

/** Why a file of these days is not loaded, or null: what is in use speaks for later days. */
export function refuseOlder(
  file: { mode: ImportMode; covers_to: IsoDate | null; newest_on: IsoDate | null },
  current: readonly RegistryImport[],
): string | null {
  const younger = current.find((one) => {
    if (one.mode === 'adds' && staysBeside(one, file)) return false
    if (file.covers_to !== null && one.covers_to !== null) return one.covers_to > file.covers_to
    if (file.mode === 'adds') return false
    return file.newest_on !== null && one.newest_on !== null && one.newest_on > file.newest_on
  })
  if (younger === undefined) return null
  const day = younger.covers_to ?? younger.newest_on
  const until = day === null ? '' : `, which goes to ${dateInWords(day)}`
  return `This file is older than the one in use (${nameInWords(younger)}${until}).`
}

/** A file with more bad rows than this share is another form of file than we read. */
const MOST_REFUSED = 0.5

/** Why a file in which most rows make no sense is not loaded, with the first fault in it, or null. */
export function refuseUnreadable(
  file: ImportCounts & { file_name: string; member: string | null },
  fault: { line: number; column_name: string | null; reason: string } | undefined,
): string | null {
  const { rows_read, rows_refused, rows_kept } = file
  if (rows_refused <= rows_read * MOST_REFUSED) return null
  const name = nameInWords(file)
  const lead =
    rows_kept === 0
      ? `None of the ${inWords(rows_read)} rows of ${name} could be read.`
      : `${inWords(rows_refused)} of the ${inWords(rows_read)} rows of ${name} could not be read, which is more than half.`
  return fault === undefined ? lead : `${lead} The first: ${faultInWords(fault)}`
}

/** "Line 3, EXCLDATE: "20230231" is not a day." */
export function faultInWords(fault: {
  line: number
  column_name: string | null
  reason: string
}): string {
  const { line, column_name, reason } = fault
  return `Line ${line}${column_name === null ? '' : `, ${column_name}`}: ${reason}`
}

/** Fewer rows than this share of the file in use means a broken download, not a quiet month. */
const LEAST_SHARE = 0.9

/** Rows that make sense. How many of them are kept depends on what was asked for. */
const readable = ({ rows_read, rows_refused }: ImportCounts) => rows_read - rows_refused

/**
 * Why a file is too short to be a whole list, or null: who is not on half a list would read as
 * cleared. `whole` tells that the file, by its name, stands for the list; where such a list comes in
 * parts, all that is loaded counts together.
 */
export function refuseShort(
  file: ImportCounts & {
    file_name: string
    member: string | null
    whole: boolean
    mode: ImportMode
    covers_to: IsoDate | null
  },
  least_rows: number,
  current: readonly RegistryImport[],
): string | null {
  const rows = readable(file)
  const counted = current.filter((one) => file.mode === 'adds' || !staysBeside(one, file))
  const before = counted.reduce((sum, one) => sum + readable(one), 0)
  const holds = `${nameInWords(file)} holds ${inWords(rows)} rows that can be read`
  if (file.whole && rows + (file.mode === 'adds' ? before : 0) < least_rows) {
    return `${holds}; the whole list has at least ${inWords(least_rows)}. It may have been cut off.`
  }
  if (file.mode === 'adds' || rows >= before * LEAST_SHARE) return null
  return `${holds}; the one in use holds ${inWords(before)}. A drop of more than a tenth is not believed.`
}
