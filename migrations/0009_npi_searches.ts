import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Searches by name that the NPI registry answered; the records found stand in `npi_answer`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('npi_search')
    .addColumn('query', 'text', (column) => column.primaryKey().notNull())
    .addColumn('npis', 'text', (column) => column.notNull())
    .addColumn('cut_off', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addCheckConstraint('npi_search_cut_off', sql`"cut_off" in ('yes', 'no')`)
    .modifyEnd(sql`strict`)
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('npi_search').execute()
}
