import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const word = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((one) => sql.lit(one)))})`

const STATES = ['not_checked', 'checked_nothing_found', 'source_unavailable', 'in_review', 'found']
const ANSWERS = [
  'nothing_found',
  'unavailable',
  'active',
  'active_restricted',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
  'ban',
  'limit',
  'ended',
]

/** Who or what a check is about: a provider, or one of its people by name. */
function aboutSubject(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull().references('provider.id'))
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addCheckConstraint(`${table}_subject_kind`, word('subject_kind', ['provider', 'clinician']))
    .modifyEnd(sql`strict`)
}

async function createCheck(db: Kysely<unknown>): Promise<void> {
  await aboutSubject(db, 'registry_check')
    .addColumn('criterion', 'text', (column) => column.notNull())
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('todo', 'text')
    .addColumn('url', 'text')
    .addColumn('sha256', 'text')
    .addColumn('request', 'text')
    .addColumn('covers_from', 'text')
    .addColumn('covers_to', 'text')
    .addColumn('row_key', 'text')
    .addColumn('done_by', 'text', (column) => column.notNull())
    .addColumn('checked_on', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('superseded_at', 'text')
    .addCheckConstraint('registry_check_criterion', word('criterion', ['A1', 'A2', 'A3']))
    .addCheckConstraint('registry_check_state', word('state', STATES))
    .addCheckConstraint('registry_check_done_by', word('done_by', ['person', 'program']))
    .execute()
  await aboutSubject(db, 'person_check')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('row_key', 'text')
    .addColumn('note', 'text')
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('checked_on', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addCheckConstraint(
      'person_check_list',
      word('list', ['oig_leie', 'sam', 'board_orders', 'dea_orders', 'license']),
    )
    .addCheckConstraint('person_check_answer', word('answer', ANSWERS))
    .execute()
}

async function createReview(db: Kysely<unknown>): Promise<void> {
  await aboutSubject(db, 'review_item')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('row_key', 'text', (column) => column.notNull())
    .addColumn('row_words', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('agreed', 'text', (column) => column.notNull())
    .addColumn('disagreed', 'text', (column) => column.notNull())
    .addColumn('because', 'text', (column) => column.notNull())
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('reason', 'text')
    .addColumn('actor', 'text')
    .addColumn('decided_at', 'text')
    .addCheckConstraint('review_item_level', word('level', ['certain', 'likely', 'possible']))
    .addCheckConstraint('review_item_decision', word('decision', ['confirmed', 'rejected']))
    .addCheckConstraint(
      'review_item_decided',
      sql`(decision is null) = (reason is null) and (decision is null) = (actor is null) and (decision is null) = (decided_at is null)`,
    )
    .execute()
  await db.schema
    .createTable('npi_answer')
    .addColumn('npi', 'text', (column) => column.primaryKey().notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addCheckConstraint('npi_answer_outcome', word('outcome', ['found', 'not_found']))
    .addCheckConstraint('npi_answer_content', sql`(content is null) = (outcome = 'not_found')`)
    .modifyEnd(sql`strict`)
    .execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCheck(db)
  await createReview(db)
  for (const table of ['registry_check', 'person_check', 'review_item']) {
    await db.schema
      .createIndex(`${table}_by_provider`)
      .on(table)
      .columns(['provider_id', 'subject'])
      .execute()
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['npi_answer', 'review_item', 'person_check', 'registry_check']) {
    await db.schema.dropTable(table).execute()
  }
}
