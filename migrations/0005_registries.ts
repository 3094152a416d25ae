import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const word = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((one) => sql.lit(one)))})`

const STATES = ['running', 'done', 'failed', 'refused']
const LICENSE_STATUSES = [
  'active',
  'active_restricted',
  'inactive',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
  'retired',
  'deceased',
  'pending',
  'unknown',
]

async function createImport(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('registry_import')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('covers_from', 'text')
    .addColumn('covers_to', 'text')
    .addColumn('newest_on', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('rows_read', 'integer', (column) => column.notNull())
    .addColumn('rows_kept', 'integer', (column) => column.notNull())
    .addColumn('rows_refused', 'integer', (column) => column.notNull())
    .addColumn('held_by_pid', 'integer', (column) => column.notNull())
    .addColumn('held_by_host', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('superseded_at', 'text')
    .addCheckConstraint('registry_import_mode', word('mode', ['replaces', 'adds']))
    .addCheckConstraint('registry_import_state', word('state', STATES))
    .addCheckConstraint(
      'registry_import_ended',
      sql`(ended_at is null) = ("state" = 'running') and (superseded_at is null or "state" = 'done')`,
    )
    .modifyEnd(sql`strict`)
    .execute()
  await db.schema
    .createTable('registry_refusal')
    .addColumn('import_id', 'integer', (column) =>
      column.notNull().references('registry_import.id'),
    )
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('column_name', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('registry_refusal_key', ['import_id', 'place'])
    .modifyEnd(sql`strict`)
    .execute()
}

/** Rows of one file, under the import that read them; `line` is where the row starts. */
function rows(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('import_id', 'integer', (column) =>
      column.notNull().references('registry_import.id'),
    )
    .addColumn('line', 'integer', (column) => column.notNull())
    .modifyEnd(sql`strict`)
}

async function createNpiRows(db: Kysely<unknown>): Promise<void> {
  await rows(db, 'npi_row')
    .addColumn('npi', 'text', (column) => column.notNull())
    .addColumn('kind', 'text')
    .addColumn('updated_on', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('npi_row_key', ['import_id', 'line'])
    .addCheckConstraint('npi_row_kind', word('kind', ['person', 'organization']))
    .execute()
  await rows(db, 'npi_name_row')
    .addColumn('npi', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type_code', 'text')
    .addPrimaryKeyConstraint('npi_name_row_key', ['import_id', 'line'])
    .execute()
  await rows(db, 'npi_place_row')
    .addColumn('npi', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('npi_place_row_key', ['import_id', 'line'])
    .execute()
  await rows(db, 'deactivation_row')
    .addColumn('npi', 'text', (column) => column.notNull())
    .addColumn('deactivated_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('deactivation_row_key', ['import_id', 'line'])
    .execute()
}

async function createBoardRows(db: Kysely<unknown>): Promise<void> {
  await rows(db, 'exclusion_row')
    .addColumn('npi', 'text')
    .addColumn('excluded_on', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exclusion_row_key', ['import_id', 'line'])
    .execute()
  await rows(db, 'license_row')
    .addColumn('row_key', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('license_row_key', ['import_id', 'line'])
    .addCheckConstraint('license_row_status', word('status', LICENSE_STATUSES))
    .execute()
  await rows(db, 'discipline_row')
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('on_day', 'text')
    .addColumn('case_number', 'text')
    .addPrimaryKeyConstraint('discipline_row_key', ['import_id', 'line', 'place'])
    .addCheckConstraint(
      'discipline_row_kind',
      word('kind', ['order', 'allegation', 'closed_allegation', 'unspecified']),
    )
    .execute()
}

const BY_NPI = ['npi_row', 'npi_name_row', 'npi_place_row', 'deactivation_row']

export async function up(db: Kysely<unknown>): Promise<void> {
  await createImport(db)
  await createNpiRows(db)
  await createBoardRows(db)
  for (const table of BY_NPI) {
    await db.schema.createIndex(`${table}_by_npi`).on(table).column('npi').execute()
  }
  await db.schema
    .createIndex('registry_import_by_list')
    .on('registry_import')
    .columns(['list', 'id'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['discipline_row', 'license_row', 'exclusion_row', ...BY_NPI, 'registry_refusal']
  for (const table of tables) await db.schema.dropTable(table).execute()
  await db.schema.dropTable('registry_import').execute()
}
