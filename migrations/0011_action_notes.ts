import type { Kysely } from 'kysely'

/** What a board says about an action beside its name: reasons and terms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('discipline_row').addColumn('note', 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('discipline_row').dropColumn('note').execute()
}
