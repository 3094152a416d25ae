import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Every decision on a match, with how well the row fitted then: deciding anew takes nothing away,
 * and what was confirmed as likely stays so when a source later tells less.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_decision')
    .addColumn('item_id', 'text', (column) => column.notNull().references('review_item.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addPrimaryKeyConstraint('review_decision_key', ['item_id', 'place'])
    .addCheckConstraint('review_decision_decision', sql`"decision" in ('confirmed', 'rejected')`)
    .addCheckConstraint('review_decision_level', sql`"level" in ('certain', 'likely', 'possible')`)
    .modifyEnd(sql`strict`)
    .execute()
  await sql`
    insert into review_decision (item_id, place, decision, level, reason, actor, decided_at, url)
    select id, 0, decision, level, reason, actor, decided_at, url
    from review_item where decision is not null`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('review_decision').execute()
}
