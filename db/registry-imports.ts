/**
 * Imports of registry files. An import writes its rows under its own id and comes into use in one
 * last transaction; until then, and for good if it breaks off, what was loaded before stays in use.
 * One that broke off is continued under its id, if the same file is given again.
 */

import type { Selectable } from 'kysely'
import { lockCatalog } from './changes.ts'
import type { Checkpoint } from './registry-checkpoints.ts'
import { findCheckpoint } from './registry-checkpoints.ts'
import type { RegistryImportTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'
import { staysBeside } from './stays-beside.ts'

export type RegistryImport = Selectable<RegistryImportTable>

/** Who runs an import: a process on a machine. */
export type Holder = { pid: number; host: string }

export type NewImport = Pick<
  RegistryImport,
  'list' | 'file_name' | 'member' | 'address' | 'sha256' | 'mode' | 'covers_from' | 'covers_to'
>

export type OpenedImport = {
  id: number
  /** Where to go on; null at the top of the file. */
  from: Checkpoint | null
  /** An import that had broken off and cannot be continued: its rows are of no more use. */
  dropped: RegistryImport | null
}

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
  'registry_checkpoint',
  'discipline_row',
  'license_row',
  'exclusion_row',
  'deactivation_row',
  'npi_place_row',
  'npi_name_row',
  'npi_row',
] as const

/**
 * Opens an import, if no living process holds the list (`isAlive` tells). One that broke off is
 * continued where `reading`, the hash of the file and of the rule for its rows, is the same as then;
 * else it is closed as failed. Throws `ListIsHeld`.
 */
export async function openImport(
  db: Db,
  wanted: NewImport,
  reading: string,
  holder: Holder,
  at: string,
  isAlive: (held: RegistryImport) => boolean,
): Promise<OpenedImport> {
  return await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    const broken = await findBroken(trx, wanted.list, isAlive)
    const from = broken === null ? null : await findCheckpoint(trx, broken, reading)
    if (broken === null || from === null) {
      if (broken !== null) await closeBroken(trx, broken.id, at)
      return { id: await insertImport(trx, wanted, holder, at), from: null, dropped: broken }
    }
    await trx
      .updateTable('registry_import')
      .set({ ...wanted, held_by_pid: holder.pid, held_by_host: holder.host, seen_at: at })
      .where('id', '=', broken.id)
      .execute()
    return { id: broken.id, from, dropped: null }
  })
}

/** The import of a list that broke off, or null: there is never more than one. */
async function findBroken(
  trx: Trx,
  list: string,
  isAlive: (held: RegistryImport) => boolean,
): Promise<RegistryImport | null> {
  const running = await trx
    .selectFrom('registry_import')
    .selectAll()
    .where('list', '=', list)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (running === undefined) return null
  if (isAlive(running)) throw new ListIsHeld(running)
  return running
}

async function closeBroken(trx: Trx, id: number, at: string): Promise<void> {
  const message = 'The process ended before the import did.'
  await trx
    .updateTable('registry_import')
    .set({ state: 'failed', message, ended_at: at })
    .where('id', '=', id)
    .execute()
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

/** An import and the process that runs it. */
export type Mine = { id: number; holder: Holder }

/** The running import of one process; another may have taken it over, or closed it. */
function updateMine(db: Db, { id, holder }: Mine) {
  return db
    .updateTable('registry_import')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('held_by_pid', '=', holder.pid)
    .where('held_by_host', '=', holder.host)
}

const TAKEN = 'The import was taken over or closed by another process.'

/** Notes how far an import is, and that its process lives. Throws an `Error` if it is not ours. */
export async function noteProgress(
  trx: Trx,
  mine: Mine,
  counts: ImportCounts,
  at: string,
): Promise<void> {
  const done = await updateMine(trx, mine)
    .set({ ...counts, seen_at: at })
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Error(TAKEN)
}

/**
 * Brings an import into use, in one transaction: the earlier ones of its list step back, those that
 * `staysBeside` leaves excepted. Throws an `Error` if another process has taken it over.
 */
export async function finishImport(
  db: Db,
  mine: Mine,
  done: ImportCounts & Pick<RegistryImport, 'newest_on' | 'covers_to' | 'message'>,
  at: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    const { id } = mine
    const finished = await updateMine(trx, mine)
      .set({ ...done, state: 'done', seen_at: at, ended_at: at })
      .returning(['list', 'mode', 'covers_to'])
      .executeTakeFirst()
    if (finished === undefined) throw new Error(TAKEN)
    await trx.deleteFrom('registry_checkpoint').where('import_id', '=', id).execute()
    const earlier = (await listCurrentImports(trx, finished.list)).filter((one) => one.id < id)
    const replaced = earlier.filter((one) => !staysBeside(one, finished))
    await trx
      .updateTable('registry_import')
      .set({ superseded_at: at })
      .where(
        'id',
        'in',
        replaced.map((one) => one.id),
      )
      .execute()
  })
}

/** Closes an import that is not to be used, with the reason. */
export async function closeImport(
  db: Db,
  mine: Mine,
  state: 'failed' | 'refused',
  message: string,
  at: string,
): Promise<void> {
  await updateMine(db, mine).set({ state, message, ended_at: at }).execute()
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
