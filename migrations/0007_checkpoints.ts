import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** How far a running import has read its file: where it goes on if its process is killed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('registry_checkpoint')
    .addColumn('import_id', 'integer', (column) =>
      column.primaryKey().notNull().references('registry_import.id'),
    )
    .addColumn('reading', 'text', (column) => column.notNull())
    .addColumn('byte_offset', 'integer', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('newest_on', 'text')
    .modifyEnd(sql`strict`)
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('registry_checkpoint').execute()
}
