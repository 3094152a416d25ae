/** The catalog's version: one step for each change, so that a reader can ask what is new. */

import { sql } from 'kysely'
import type { ChangeAction, Db, Trx } from './schema.ts'

/** Who changed something, why, and when (an instant, ISO text ending in Z). */
export type Act = { actor: string; reason: string; at: string }

export type Change = Act & {
  version: number
  provider_id: string | null
  action: ChangeAction
  superseded: string | null
}

/**
 * Takes the write lock and changes nothing. A transaction that writes starts with it: one that
 * began by reading would fail, not wait, if another process wrote in between.
 */
export async function lockCatalog(trx: Trx): Promise<void> {
  await trx
    .updateTable('catalog_version')
    .set({ version: sql.ref('version') })
    .execute()
}

/** The number of the newest change; 0 in an empty database. */
export async function getCatalogVersion(db: Db): Promise<number> {
  const { version } = await db
    .selectFrom('catalog_version')
    .select('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Steps the catalog's version and writes down what the step was; the new version. */
export async function insertChange(trx: Trx, change: Omit<Change, 'version'>): Promise<number> {
  const { version } = await trx
    .updateTable('catalog_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow()
  const { provider_id, action, actor, reason, superseded, at } = change
  await trx
    .insertInto('change')
    .values({ version, provider_id, action, actor, reason, superseded, at })
    .execute()
  return version
}

/** The changes after a version, oldest first. */
export async function listChangesSince(db: Db, version: number): Promise<Change[]> {
  return await db
    .selectFrom('change')
    .select(['version', 'provider_id', 'action', 'actor', 'reason', 'superseded', 'at'])
    .where('version', '>', version)
    .orderBy('version')
    .execute()
}
