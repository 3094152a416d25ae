import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const word = (column: string, words: readonly string[]) =>
  sql`${sql.ref(column)} in (${sql.join(words.map((one) => sql.lit(one)))})`

const MODALITIES = ['iv', 'im', 'sc', 'esketamine', 'nasal', 'lozenge']
const SETTINGS = ['clinic', 'home']
const SERVICES = [
  'evaluation',
  'session',
  'course',
  'month',
  'follow_up',
  'therapy_session',
  'addon',
  'sitter',
]
const INCLUSIONS = [
  'evaluation',
  'medication',
  'monitoring',
  'therapy',
  'guide',
  'follow_up',
  'shipping',
]
const WAYS = ['insurance', 'medicare', 'medicaid', 'hsa_fsa', 'superbill', 'financing']
const CONDITIONS = [
  'depression',
  'treatment_resistant_depression',
  'anxiety',
  'ptsd',
  'bipolar',
  'ocd',
  'substance_use',
  'eating_disorder',
  'chronic_pain',
  'crps',
  'migraine',
  'postpartum_depression',
  'suicidality',
  'other',
]
const EVENT_KINDS = [
  'lawsuit',
  'criminal',
  'license_action',
  'dea_action',
  'fda_action',
  'ftc_action',
  'insolvency',
  'closure',
  'acquisition',
  'other',
]
const STAGES = [
  'alleged',
  'filed',
  'charged',
  'ordered',
  'settled',
  'dismissed',
  'won_by_provider',
  'lost_by_provider',
  'completed',
]
const YES_NO = ['yes', 'no']

/** A table of statements that each name their source. */
function statements(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull().references('provider.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('retracted_at', 'text')
    .addColumn('retracted_because', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addCheckConstraint(
      `${table}_retracted`,
      sql`(retracted_at is null) = (retracted_because is null)`,
    )
    .modifyEnd(sql`strict`)
}

/** The ordered words that belong to one statement and stand or fall with it. */
function wordsOf(db: Kysely<unknown>, table: string, parent: string, words: readonly string[]) {
  return db.schema
    .createTable(table)
    .addColumn(`${parent}_id`, 'text', (column) => column.notNull().references(`${parent}.id`))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, [`${parent}_id`, 'place'])
    .addCheckConstraint(`${table}_name`, word('name', words))
    .modifyEnd(sql`strict`)
}

/** YYYY, YYYY-MM or YYYY-MM-DD; that the day exists was checked before. */
const partialDate = (column: string) => {
  const date = sql.ref(column)
  return sql`${date} like '____' or ${date} like '____-__' or ${date} like '____-__-__'`
}

async function createOffering(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'offering')
    .addColumn('modality', 'text', (column) => column.notNull())
    .addColumn('setting', 'text', (column) => column.notNull())
    .addColumn('with_psychotherapy', 'text')
    .addColumn('current', 'text')
    .addColumn('note', 'text')
    .addCheckConstraint('offering_modality', word('modality', MODALITIES))
    .addCheckConstraint('offering_setting', word('setting', SETTINGS))
    .addCheckConstraint('offering_with_psychotherapy', word('with_psychotherapy', YES_NO))
    .addCheckConstraint('offering_current', word('current', YES_NO))
    .execute()
}

async function createPriceLine(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'price_line')
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('modality', 'text')
    .addColumn('setting', 'text')
    .addColumn('min', 'integer', (column) => column.notNull())
    .addColumn('max', 'integer', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('sessions', 'integer')
    .addColumn('minutes', 'integer')
    .addColumn('payer', 'text')
    .addColumn('required', 'text')
    .addColumn('introductory', 'text', (column) => column.notNull())
    .addColumn('estimate', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text')
    .addColumn('note', 'text')
    .addCheckConstraint('price_line_service', word('service', SERVICES))
    .addCheckConstraint('price_line_modality', word('modality', MODALITIES))
    .addCheckConstraint('price_line_setting', word('setting', SETTINGS))
    .addCheckConstraint('price_line_amount', sql`"min" >= 0 and "min" <= "max"`)
    .addCheckConstraint('price_line_currency', sql`length(currency) = 3`)
    .addCheckConstraint('price_line_sessions', sql`sessions >= 1`)
    .addCheckConstraint('price_line_minutes', sql`minutes >= 1`)
    .addCheckConstraint('price_line_payer', word('payer', ['cash', 'after_insurance']))
    .addCheckConstraint('price_line_required', word('required', YES_NO))
    .addCheckConstraint('price_line_introductory', word('introductory', YES_NO))
    .addCheckConstraint('price_line_estimate', word('estimate', YES_NO))
    .addCheckConstraint('price_line_as_of', partialDate('as_of'))
    .execute()
  await wordsOf(db, 'price_line_includes', 'price_line', INCLUSIONS).execute()
}

async function createPayment(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'payment')
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('accepted', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addCheckConstraint('payment_way', word('way', WAYS))
    .addCheckConstraint('payment_accepted', word('accepted', ['yes', 'no', 'partly']))
    .execute()
  await statements(db, 'treated_condition').execute()
  await wordsOf(db, 'treated_condition_name', 'treated_condition', CONDITIONS).execute()
}

async function createFinding(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'finding')
    .addColumn('criterion', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('strength', 'text')
    .addColumn('modality', 'text')
    .addColumn('setting', 'text')
    .addColumn('state', 'text')
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('at_least', 'text', (column) => column.notNull())
    .addCheckConstraint('finding_level', word('level', ['met', 'partly', 'not_met']))
    .addCheckConstraint('finding_strength', word('strength', ['proof', 'strong', 'claim', 'weak']))
    .addCheckConstraint('finding_modality', word('modality', MODALITIES))
    .addCheckConstraint('finding_setting', word('setting', SETTINGS))
    .addCheckConstraint('finding_at_least', word('at_least', YES_NO))
    .addCheckConstraint('finding_floor', sql`at_least = 'no' or level = 'partly'`)
    .execute()
}

async function createEvent(db: Kysely<unknown>): Promise<void> {
  await statements(db, 'event')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('date', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('response', 'text')
    .addCheckConstraint('event_kind', word('kind', EVENT_KINDS))
    .addCheckConstraint('event_stage', word('stage', STAGES))
    .addCheckConstraint('event_date', partialDate('date'))
    .addCheckConstraint('event_subject', word('subject', ['company', 'clinician']))
    .execute()
}

const TABLES = ['offering', 'price_line', 'payment', 'treated_condition', 'finding', 'event']

export async function up(db: Kysely<unknown>): Promise<void> {
  await createOffering(db)
  await createPriceLine(db)
  await createPayment(db)
  await createFinding(db)
  await createEvent(db)
  for (const table of TABLES) {
    await db.schema
      .createIndex(`${table}_by_provider`)
      .on(table)
      .columns(['provider_id', 'position'])
      .execute()
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['treated_condition_name', 'price_line_includes', ...TABLES.toReversed()]) {
    await db.schema.dropTable(table).execute()
  }
}
