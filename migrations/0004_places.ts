import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('zip_code')
    .addColumn('zip', 'text', (column) => column.primaryKey().notNull())
    .addColumn('city', 'text', (column) => column.notNull())
    .addColumn('city_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('latitude', 'real', (column) => column.notNull())
    .addColumn('longitude', 'real', (column) => column.notNull())
    .addCheckConstraint('zip_code_zip', sql`length(zip) = 5`)
    .addCheckConstraint('zip_code_latitude', sql`latitude between -90 and 90`)
    .addCheckConstraint('zip_code_longitude', sql`longitude between -180 and 180`)
    .modifyEnd(sql`strict`)
    .execute()
  await db.schema
    .createIndex('zip_code_by_city')
    .on('zip_code')
    .columns(['state', 'city_key'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('zip_code').execute()
}
