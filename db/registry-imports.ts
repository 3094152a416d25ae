/**
 * Imports of registry files. An import writes its rows under its own id and comes into use in one
 * last transaction; until then, and for good if it breaks off, what was loaded before stays in use.
 */

import type { Selectable } from 'kysely'
import { lockCatalog } from './changes.ts'
import type { RegistryImportTable, RegistryRefusalTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'

export type RegistryImport = Selectable<RegistryImportTable>

/** Who runs an import: a process on a machine. */
export type Holder = { pid: number; host: string }

export type NewImport = Pick<
  RegistryImport,
  'list' | 'file_name' | 'sha256' | 'mode' | 'covers_from' | 'covers_to'
>

/** Another process is importing the same list. */
export class ListIsHeld extends Error {
  readonly by: RegistryImport

  constructor(by: RegistryImport) {
    super(
      `${by.list} is being imported by process ${by.held_by_pid} on ${by.held_by_host} since ${by.started_at} (${by.file_name}). Wait for it, or stop it.`,
    )
    this.name = 'ListIsHeld'
    this.by = by
  }
}

const ROW_TABLES = [
  'discipline_row',
  'license_row',
  'exclusion_row',
  'deactivation_row',
  'npi_place_row',
  'npi_name_row',
  'npi_row',
] as const

/**
 * Opens an import, if no living process holds the list (`isAlive` tells); imports that broke off
 * are closed as failed. Throws `ListIsHeld`.
 */
export async function openImport(
  db: Db,
  wanted: NewImport,
  holder: Holder,
  at: string,
  isAlive: (held: RegistryImport) => boolean,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    await closeBroken(trx, wanted.list, at, isAlive)
    return await insertImport(trx, wanted, holder, at)
  })
}

async function closeBroken(
  trx: Trx,
  list: string,
  at: string,
  isAlive: (held: RegistryImport) => boolean,
): Promise<void> {
  const running = await trx
    .selectFrom('registry_import')
    .selectAll()
    .where('list', '=', list)
    .where('state', '=', 'running')
    .execute()
  const [held] = running.filter(isAlive)
  if (held) throw new ListIsHeld(held)
  for (const { id } of running) {
    const message = 'The process ended before the import did.'
    await trx
      .updateTable('registry_import')
      .set({ state: 'failed', message, ended_at: at })
      .where('id', '=', id)
      .execute()
  }
}

async function insertImport(trx: Trx, wanted: NewImport, holder: Holder, at: string) {
  const { last } = await trx
    .selectFrom('registry_import')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const id = (last ?? 0) + 1
  await trx
    .insertInto('registry_import')
    .values({
      ...wanted,
      id,
      newest_on: null,
      state: 'running',
      message: null,
      rows_read: 0,
      rows_kept: 0,
      rows_refused: 0,
      held_by_pid: holder.pid,
      held_by_host: holder.host,
      started_at: at,
      seen_at: at,
      ended_at: null,
      superseded_at: null,
    })
    .execute()
  return id
}

export type ImportCounts = Pick<RegistryImport, 'rows_read' | 'rows_kept' | 'rows_refused'>

/** Notes how far an import is, and that its process lives. */
export async function noteProgress(
  db: Db,
  id: number,
  counts: ImportCounts,
  at: string,
): Promise<void> {
  await db
    .updateTable('registry_import')
    .set({ ...counts, seen_at: at })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/**
 * Brings an import into use, in one transaction: the earlier ones of its list step back if it
 * replaces them. Throws an `Error` if another process has closed it as broken off.
 */
export async function finishImport(
  db: Db,
  id: number,
  done: ImportCounts & Pick<RegistryImport, 'newest_on' | 'covers_to'>,
  at: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    const mine = await trx
      .updateTable('registry_import')
      .set({ ...done, state: 'done', seen_at: at, ended_at: at })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .returning(['list', 'mode'])
      .executeTakeFirst()
    if (mine === undefined) throw new Error('The import was closed by another process.')
    if (mine.mode === 'adds') return
    await trx
      .updateTable('registry_import')
      .set({ superseded_at: at })
      .where('list', '=', mine.list)
      .where('state', '=', 'done')
      .where('superseded_at', 'is', null)
      .where('id', '<', id)
      .execute()
  })
}

/** Closes an import that is not to be used, with the reason. */
export async function closeImport(
  db: Db,
  id: number,
  state: 'failed' | 'refused',
  message: string,
  at: string,
): Promise<void> {
  await db
    .updateTable('registry_import')
    .set({ state, message, ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** Deletes the rows of imports that are in use no longer, or never were. */
export async function deleteUnusedRows(db: Db): Promise<void> {
  const unused = db
    .selectFrom('registry_import')
    .select('id')
    .where((eb) =>
      eb.or([eb('state', 'in', ['failed', 'refused']), eb('superseded_at', 'is not', null)]),
    )
  for (const table of ROW_TABLES) {
    await db.deleteFrom(table).where('import_id', 'in', unused).execute()
  }
}

/** The imports in use, of one list or of all, oldest first. */
export async function listCurrentImports(db: Db, list?: string): Promise<RegistryImport[]> {
  const query = db
    .selectFrom('registry_import')
    .selectAll()
    .where('state', '=', 'done')
    .where('superseded_at', 'is', null)
    .orderBy('id')
  return await (list === undefined ? query : query.where('list', '=', list)).execute()
}

/** The newest imports, whatever became of them, the newest first. */
export async function listRecentImports(db: Db, limit: number): Promise<RegistryImport[]> {
  return await db
    .selectFrom('registry_import')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Writes down refused rows, numbered from `place` on. */
export async function insertRefusals(
  db: Db,
  rows: Selectable<RegistryRefusalTable>[],
): Promise<void> {
  if (rows.length > 0) await db.insertInto('registry_refusal').values(rows).execute()
}

/** The refused rows of an import that were written down. */
export async function listRefusals(
  db: Db,
  importId: number,
): Promise<Selectable<RegistryRefusalTable>[]> {
  return await db
    .selectFrom('registry_refusal')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('place')
    .execute()
}
