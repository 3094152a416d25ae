import type { Kysely } from 'kysely'

/** Where the file of an import was downloaded from, and which file of a zip it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('registry_import').addColumn('address', 'text').execute()
  await db.schema.alterTable('registry_import').addColumn('member', 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('registry_import').dropColumn('member').execute()
  await db.schema.alterTable('registry_import').dropColumn('address').execute()
}
