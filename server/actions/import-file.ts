/** Imports one registry file: all of it comes into use at once, or none of it. */

import type { IsoDate } from '#core/calendar.ts'
import { contentHash } from '#db/content-hash.ts'
import { listLoadedNpis } from '#db/npi-rows.ts'
import type { Checkpoint } from '#db/registry-checkpoints.ts'
import type { Holder, ImportCounts } from '#db/registry-imports.ts'
import {
  closeImport,
  deleteUnusedRows,
  finishImport,
  listCurrentImports,
  openImport,
} from '#db/registry-imports.ts'
import { listRefusals } from '#db/registry-refusals.ts'
import { listKnownNpis } from '#db/registry-rows.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import type { RowStart } from '../registries/file-problem.ts'
import { RegistryFileProblem } from '../registries/file-problem.ts'
import type { KeepRule } from '../registries/nppes-keep.ts'
import { keepKnown, keepRelevant } from '../registries/nppes-keep.ts'
import { isAlive } from './import-holder.ts'
import { fileNaming } from './import-naming.ts'
import { continuingInWords, droppedInWords } from './import-notes.ts'
import {
  ImportRefused,
  Objections,
  refuseDayless,
  refuseOlder,
  refuseSame,
  refuseShort,
  refuseUndated,
  refuseUnreadable,
} from './import-refusals.ts'
import type { ImportProgress } from './import-rows.ts'
import { readRows } from './import-rows.ts'
import type { LocalFile } from './local-file.ts'
import { localFile } from './local-file.ts'
import type { RegistryList } from './registry-lists.ts'

/** Which rows of the NPI files are kept. */
export const KEEP_RULES = ['relevant', 'known', 'all'] as const
export type KeepName = (typeof KEEP_RULES)[number]

export type ImportRequest = {
  list: RegistryList
  /** A path or an address. */
  file: string
  keep: KeepName
  /** Read beside what is loaded, whatever the file's name says. */
  add: boolean
  force: boolean
  /** The day for which the file speaks; null: its name, or else its server, may say it. */
  covers_to: IsoDate | null
  holder: Holder
  /** The instant it is, ISO text ending in Z. */
  now: () => string
  onProgress: (progress: ImportProgress) => void
  /** Hears of an import before this one that broke off, and from where a file is downloaded. */
  onNote: (words: string) => void
}

export type ImportDone = ImportCounts & {
  id: number
  covers_to: IsoDate | null
  sha256: string
  /** What spoke against the file and was overridden by force; null if nothing did. */
  forced: string | null
}

async function keepRuleOf(
  db: Db,
  { list, keep }: ImportRequest,
  mode: ImportMode,
): Promise<KeepRule | null> {
  if (keep === 'all' || !list.name.startsWith('nppes')) return null
  const known = await listKnownNpis(db)
  // A week changes what is loaded: a number may be deactivated, and its row says no name or trade.
  const isWeek = list.name === 'nppes' && mode === 'adds'
  // Names and places stand in files of their own: those of the records that were kept matter, too.
  const follows = isWeek || (list.name !== 'nppes' && keep === 'relevant')
  const npis = new Set([...known, ...(follows ? await listLoadedNpis(db) : [])])
  return keep === 'known' ? keepKnown(npis) : keepRelevant(npis)
}

/** Names what is read and how: the same name, and the same rows come out. */
function readingOf({ sha256 }: LocalFile, keep: KeepRule | null): string {
  return contentHash({ sha256, keep: keep && { ...keep, npis: [...keep.npis].sort() } })
}

/**
 * Imports a file. Every run is written down, refused ones too. Killed at any moment it leaves what
 * was loaded in use. The next import of the list goes on where it stopped, if it is given the same
 * file and keeps the same rows; else it clears its rows away and starts from the top.
 * Throws `ListIsHeld`, `ImportRefused`, or `RegistryFileProblem` for a path that holds no file.
 */
export async function importFile(db: Db, request: ImportRequest): Promise<ImportDone> {
  const file = await localFile(request.file, request.onNote)
  try {
    return await importLocal(db, request, file)
  } finally {
    await file.remove()
  }
}

async function importLocal(db: Db, request: ImportRequest, file: LocalFile): Promise<ImportDone> {
  const { list, holder, now } = request
  const naming = await fileNaming(list, file)
  const wanted = {
    list: list.name,
    sha256: file.sha256,
    address: file.address,
    ...naming,
    mode: request.add ? ('adds' as const) : naming.mode,
    covers_to: request.covers_to ?? naming.covers_to ?? file.changed_on,
  }
  const at = now()
  const keep = await keepRuleOf(db, request, wanted.mode)
  const reading = readingOf(file, keep)
  const { id, from, dropped } = await openImport(db, wanted, reading, holder, at, (held) =>
    isAlive(held, holder, at),
  )
  if (dropped !== null && dropped.rows_read > 0)
    request.onNote(droppedInWords(dropped, file.sha256))
  try {
    return await runImport(db, request, file, {
      id,
      ...wanted,
      whole: naming.mode === 'replaces',
      keep,
      reading,
      from,
    })
  } catch (error) {
    const refused = error instanceof ImportRefused || error instanceof RegistryFileProblem
    // A full disk, say. The import stays open: once there is room, the next goes on with it.
    if (isDatabaseTrouble(error)) throw error
    const message = error instanceof Error ? error.message : String(error)
    await closeImport(db, { id, holder }, refused ? 'refused' : 'failed', message, now()).catch(
      () => {},
    )
    await deleteUnusedRows(db).catch(() => {})
    throw refused ? new ImportRefused(message) : error
  }
}

const isDatabaseTrouble = (error: unknown) =>
  /^SQLITE_(FULL|IOERR|BUSY)/.test(String((error as { code?: unknown }).code))

type Opened = {
  id: number
  list: string
  file_name: string
  member: string | null
  mode: ImportMode
  /** Whether the file stands, by its name, for the whole list. */
  whole: boolean
  covers_from: IsoDate | null
  covers_to: IsoDate | null
  keep: KeepRule | null
  reading: string
  from: Checkpoint | null
}

const startOf = ({ byte_offset, line, rows_read }: Checkpoint): RowStart => ({
  offset: byte_offset,
  line,
  read: rows_read,
})

/** Reads the first rows; throws `RegistryFileProblem` if it is another file. */
async function readFirst(list: RegistryList, path: string): Promise<void> {
  const { batches } = await list.open({ path, keep: null, from: null })
  for await (const _ of batches) return
}

async function runImport(
  db: Db,
  request: ImportRequest,
  file: LocalFile,
  mine: Opened,
): Promise<ImportDone> {
  const { list, force, holder, now } = request
  const { from } = mine
  const objections = new Objections(force)
  const current = await listCurrentImports(db, list.name)
  // Beside itself a file would only count twice; in its own place it is safe.
  objections.raise(refuseSame(file.sha256, current), { final: mine.mode === 'adds' })
  const undue = [
    refuseDayless(mine, current),
    refuseUndated(mine, current),
    refuseOlder({ ...mine, newest_on: null }, current),
  ]
  // Another file says so in its header: that goes before what its name says.
  if (undue.some((reason) => reason !== null)) await readFirst(list, file.path)
  for (const reason of undue) objections.raise(reason)
  await deleteUnusedRows(db)
  const opened = await list.open({
    path: file.path,
    keep: mine.keep,
    from: from === null ? null : startOf(from),
  })
  if (from !== null) request.onNote(continuingInWords(file.name, from, opened.size))
  const { counts, newest_on } = await readRows(db, mine, opened, request)
  const [fault] = await listRefusals(db, mine.id)
  const none = counts.rows_kept === 0
  objections.raise(refuseUnreadable({ ...mine, ...counts }, fault), { final: none })
  objections.raise(refuseOlder({ ...mine, newest_on }, current))
  objections.raise(refuseShort({ ...mine, ...counts }, list.least_rows, current))
  const forced = [...objections.overridden].join(' ') || null
  const finished = { ...counts, newest_on, covers_to: mine.covers_to, message: forced }
  await finishImport(db, { id: mine.id, holder }, finished, now())
  await deleteUnusedRows(db)
  return { id: mine.id, covers_to: mine.covers_to, sha256: file.sha256, forced, ...counts }
}
