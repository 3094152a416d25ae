import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const word = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((one) => sql.lit(one)))})`

const KINDS = ['clinic', 'chain', 'hospital', 'telehealth', 'hybrid']
const STATUSES = ['open', 'closed', 'acquired', 'renamed', 'unknown']
const SOURCE_KINDS = [
  'provider',
  'press',
  'regulator',
  'court',
  'peer_reviewed',
  'review_site',
  'registry',
]
const ROLES = ['medical_director', 'owner', 'prescriber', 'therapist', 'guide', 'staff']
const YES_NO = ['yes', 'no']

/** A table of statements: when each was added, and when and why it was taken back. */
function statements(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull().references('provider.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('retracted_at', 'text')
    .addColumn('retracted_because', 'text')
    .addCheckConstraint(
      `${table}_retracted`,
      sql`(retracted_at is null) = (retracted_because is null)`,
    )
    .modifyEnd(sql`strict`)
}

/** YYYY, YYYY-MM or YYYY-MM-DD; that the day exists was checked before. */
const partialDate = (column: string) => {
  const date = sql.ref(column)
  return sql`${date} like '____' or ${date} like '____-__' or ${date} like '____-__-__'`
}

async function createProvider(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('provider')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('website', 'text')
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('record_version', 'integer', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addCheckConstraint('provider_origin', word('origin', ['real', 'sample']))
    .addCheckConstraint('provider_kind', word('kind', KINDS))
    .addCheckConstraint('provider_country', sql`length(country) = 2`)
    .addCheckConstraint('provider_record_version', sql`record_version >= 1`)
    .modifyEnd(sql`strict`)
    .execute()
  await statements(db, 'provider_alias')
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
}

async function createSource(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'source')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text')
    .addColumn('title', 'text')
    .addColumn('observed_on', 'text')
    .addColumn('retrieved_on', 'text', (column) => column.notNull())
    .addColumn('excerpt_only', 'text', (column) => column.notNull())
    .addColumn('repost_of', 'text')
    .addCheckConstraint('source_kind', word('kind', SOURCE_KINDS))
    .addCheckConstraint('source_observed_on', partialDate('observed_on'))
    .addCheckConstraint('source_retrieved_on', partialDate('retrieved_on'))
    .addCheckConstraint('source_excerpt_only', word('excerpt_only', YES_NO))
    .execute()
  await statements(db, 'provider_status')
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('since', 'text')
    .addColumn('successor', 'text')
    .addColumn('note', 'text')
    .addColumn('source_id', 'text', (column) => column.references('source.id'))
    .addCheckConstraint('provider_status_value', word('value', STATUSES))
    .addCheckConstraint('provider_status_since', partialDate('since'))
    .execute()
}

async function createLocation(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'location')
    .addColumn('address', 'text')
    .addColumn('city', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('zip', 'text')
    .addColumn('phone', 'text')
    .addColumn('basis', 'text')
    .addColumn('latitude', 'real')
    .addColumn('longitude', 'real')
    .addColumn('placed_by', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addCheckConstraint('location_basis', word('basis', ['stated', 'inferred']))
    .addCheckConstraint('location_placed_by', word('placed_by', ['zip', 'city']))
    .addCheckConstraint('location_latitude', sql`latitude between -90 and 90`)
    .addCheckConstraint('location_longitude', sql`longitude between -180 and 180`)
    .addCheckConstraint(
      'location_point',
      sql`(latitude is null) = (placed_by is null) and (longitude is null) = (placed_by is null)`,
    )
    .execute()
}

async function createReach(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'reach')
    .addColumn('count', 'integer')
    .addColumn('complete', 'text')
    .addColumn('note', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addCheckConstraint('reach_count', sql`"count" >= 1`)
    .addCheckConstraint('reach_complete', word('complete', YES_NO))
    .execute()
  await db.schema
    .createTable('reach_state')
    .addColumn('reach_id', 'text', (column) => column.notNull().references('reach.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reach_state_key', ['reach_id', 'place'])
    .addCheckConstraint('reach_state_state', sql`length("state") = 2`)
    .modifyEnd(sql`strict`)
    .execute()
}

async function createClinician(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'clinician')
    .addColumn('name', 'text')
    .addColumn('credential', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('specialty', 'text')
    .addColumn('board_certified', 'text')
    .addColumn('npi', 'text')
    .addColumn('as_of', 'text')
    .addColumn('note', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addCheckConstraint('clinician_role', word('role', ROLES))
    .addCheckConstraint('clinician_npi', sql`length(npi) = 10`)
    .addCheckConstraint('clinician_as_of', partialDate('as_of'))
    .execute()
}

const TABLES = ['provider_alias', 'source', 'provider_status', 'location', 'reach', 'clinician']

export async function up(db: Kysely<unknown>): Promise<void> {
  await createProvider(db)
  await createSource(db)
  await createLocation(db)
  await createReach(db)
  await createClinician(db)
  for (const table of TABLES) {
    await db.schema
      .createIndex(`${table}_by_provider`)
      .on(table)
      .columns(['provider_id', 'position'])
      .execute()
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('reach_state').execute()
  for (const table of ['clinician', 'reach', 'location', 'provider_status', 'source']) {
    await db.schema.dropTable(table).execute()
  }
  await db.schema.dropTable('provider_alias').execute()
  await db.schema.dropTable('provider').execute()
}
