/** What was checked, where, when and with what result; and what a person looked up by hand. */

import type { Selectable } from 'kysely'
import { contentHash } from './content-hash.ts'
import type { PersonCheckTable, RegistryCheckTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'

export type StoredCheck = Selectable<RegistryCheckTable>
export type NewCheck = Omit<StoredCheck, 'id' | 'at' | 'superseded_at'>
export type PersonCheck = Selectable<PersonCheckTable>

/**
 * Stores the checks of one provider in place of its earlier ones, which stay in the table as
 * history. Whether anything but the day differs from before.
 */
export async function saveChecks(
  trx: Trx,
  providerId: string,
  checks: readonly NewCheck[],
  at: string,
): Promise<'changed' | 'unchanged'> {
  const before = await listChecks(trx, providerId)
  const said = (all: readonly NewCheck[]) =>
    all.map(({ subject, criterion, list, state, statement, todo, checked_on, sha256 }) =>
      contentHash({ subject, criterion, list, state, statement, todo, checked_on, sha256 }),
    )
  if (said(before).sort().join() === said(checks).sort().join()) return 'unchanged'
  await trx
    .updateTable('registry_check')
    .set({ superseded_at: at })
    .where('provider_id', '=', providerId)
    .where('superseded_at', 'is', null)
    .execute()
  const { stored } = await trx
    .selectFrom('registry_check')
    .select((eb) => eb.fn.countAll<number>().as('stored'))
    .where('provider_id', '=', providerId)
    .executeTakeFirstOrThrow()
  for (const [place, check] of checks.entries()) {
    const id = `${providerId}.${String(stored + place).padStart(7, '0')}`
    await trx
      .insertInto('registry_check')
      .values({ ...check, id, at, superseded_at: null })
      .execute()
  }
  return 'changed'
}

/** The checks of one provider that stand now, in the order in which they were made. */
export async function listChecks(db: Db, providerId: string): Promise<StoredCheck[]> {
  return await db
    .selectFrom('registry_check')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** The checks of all providers that wait for a person. */
export async function listWaitingChecks(db: Db): Promise<StoredCheck[]> {
  return await db
    .selectFrom('registry_check')
    .selectAll()
    .where('state', '=', 'in_review')
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Writes down what a person saw at a source. */
export async function insertPersonCheck(db: Db, check: Omit<PersonCheck, 'id'>): Promise<string> {
  const id = contentHash(check).slice(0, 16)
  await db
    .insertInto('person_check')
    .values({ ...check, id })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return id
}

/** What people looked up by hand, the newest first; for one provider. */
export async function listPersonChecks(db: Db, providerId: string): Promise<PersonCheck[]> {
  return await db
    .selectFrom('person_check')
    .selectAll()
    .where('provider_id', '=', providerId)
    .orderBy('checked_on', 'desc')
    .orderBy('at', 'desc')
    .execute()
}
