/** Rows of registry files that were not taken, or not whole. */

import type { Selectable } from 'kysely'
import type { RegistryRefusalTable } from './registry-schema.ts'
import type { Db } from './schema.ts'

/** Writes down refused rows behind those of the import so far, until it has `most`. */
export async function insertRefusals(
  db: Db,
  import_id: number,
  rows: readonly Pick<RegistryRefusalTable, 'line' | 'column_name' | 'reason'>[],
  most: number,
): Promise<void> {
  if (rows.length === 0) return
  const { before } = await db
    .selectFrom('registry_refusal')
    .select((eb) => eb.fn.countAll<number>().as('before'))
    .where('import_id', '=', import_id)
    .executeTakeFirstOrThrow()
  const kept = rows.slice(0, Math.max(0, most - before))
  if (kept.length === 0) return
  const numbered = kept.map((row, at) => ({ import_id, place: before + at, ...row }))
  await db.insertInto('registry_refusal').values(numbered).execute()
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
