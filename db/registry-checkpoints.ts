/** How far a running import has come: what another process needs to go on where this one stopped. */

import type { Insertable } from 'kysely'
import type { IsoDate } from '#core/calendar.ts'
import type { RegistryImport } from './registry-imports.ts'
import type { RegistryCheckpointTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'

/** The place of the next row, and what was counted before it. */
export type Checkpoint = Pick<RegistryImport, 'rows_read' | 'rows_kept' | 'rows_refused'> & {
  byte_offset: number
  line: number
  newest_on: IsoDate | null
}

/** Notes the place; in the transaction of the rows before it, so that both stand or neither. */
export async function saveCheckpoint(
  trx: Trx,
  row: Insertable<RegistryCheckpointTable>,
): Promise<void> {
  await trx
    .insertInto('registry_checkpoint')
    .values(row)
    .onConflict((conflict) => conflict.column('import_id').doUpdateSet(row))
    .execute()
}

/** Where an import stands, if it is this very reading of this very file; else null. */
export async function findCheckpoint(
  db: Db,
  { id, rows_read, rows_kept, rows_refused }: RegistryImport,
  reading: string,
): Promise<Checkpoint | null> {
  const found = await db
    .selectFrom('registry_checkpoint')
    .select(['byte_offset', 'line', 'newest_on'])
    .where('import_id', '=', id)
    .where('reading', '=', reading)
    .executeTakeFirst()
  return found === undefined ? null : { ...found, rows_read, rows_kept, rows_refused }
}
