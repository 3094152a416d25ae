import type { Kysely } from 'kysely'

/** Where a person found a number that they attached; empty where they judged the row itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('review_item').addColumn('url', 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('review_item').dropColumn('url').execute()
}
