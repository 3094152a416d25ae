/** Rows of registry files that were not taken. */

import type { Selectable } from 'kysely'
import type { RegistryRefusalTable } from './registry-schema.ts'
import type { Db } from './schema.ts'

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
