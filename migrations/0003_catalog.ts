import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rubric_version')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'text', (column) => column.notNull().unique())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute()
  await db.schema
    .createTable('catalog_version')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addCheckConstraint('catalog_version_single', sql`id = 'catalog'`)
    .modifyEnd(sql`strict`)
    .execute()
  await sql`insert into catalog_version (id, version) values ('catalog', 0)`.execute(db)
  await db.schema
    .createTable('change')
    .addColumn('version', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('provider_id', 'text', (column) => column.references('provider.id'))
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('superseded', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addCheckConstraint('change_action', sql`action in ('added', 'changed', 'rubric_added')`)
    .addCheckConstraint('change_provider', sql`(provider_id is null) = (action = 'rubric_added')`)
    .modifyEnd(sql`strict`)
    .execute()
  await db.schema
    .createIndex('change_by_provider')
    .on('change')
    .columns(['provider_id', 'version'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('change').execute()
  await db.schema.dropTable('catalog_version').execute()
  await db.schema.dropTable('rubric_version').execute()
}
