import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { MATCH_LEVELS } from '#core/match-ladder.ts'
import { CHECK_STATES } from '#core/registry-check.ts'
import { LICENSE_STATUSES } from '#core/registry-rows.ts'
import * as words from '#core/vocabulary.ts'
import { MIGRATIONS, migrateDown, migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import * as registry from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import { CHANGE_ACTIONS } from '#db/schema.ts'
import { openEmpty, save, smallRecord } from './arrange.ts'

type Table = { name: string; sql: string }

/** The tables of ours as the database wrote them down. */
async function schemaOf(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select name, sql from sqlite_master
    where sql is not null and name not like 'kysely_%'
    order by name`.execute(db)
  return rows
}

test('every migration goes up, down one by one with data in it, and up again to the same', async () => {
  const db = openDb(':memory:')
  const names = Object.keys(MIGRATIONS)
  expect(await migrateToLatest(db)).toEqual(names)
  const before = await schemaOf(db)
  expect(before.length).toBeGreaterThan(20)
  await save(db, [smallRecord()])
  for (const name of names.toReversed()) expect(await migrateDown(db)).toEqual([name])
  expect(await schemaOf(db)).toEqual([])
  expect(await migrateToLatest(db)).toEqual(names)
  expect(await schemaOf(db)).toEqual(before)
  expect(await migrateToLatest(db)).toEqual([])
})

test('a migration that fails leaves the database as it was, those before it included', async () => {
  const db = openDb(':memory:')
  await sql`create table zip_code (zip text)`.execute(db)
  await expect(migrateToLatest(db)).rejects.toThrow('the database could not be migrated')
  expect((await schemaOf(db)).map((table) => table.name)).toEqual(['zip_code'])
  await sql`drop table zip_code`.execute(db)
  expect(await migrateToLatest(db)).toEqual(Object.keys(MIGRATIONS))
})

test('every migration file is listed', () => {
  const files = readdirSync(new URL('../../migrations', import.meta.url))
  const named = files.filter((file) => /^\d{4}_.*\.ts$/.test(file))
  expect(named.map((file) => file.replace('.ts', ''))).toEqual(Object.keys(MIGRATIONS))
})

test('every table is strict and has no boolean column', async () => {
  const db = await openEmpty()
  const tables = (await schemaOf(db)).filter(({ sql: text }) => /^create table/i.test(text))
  expect(tables).toHaveLength(36)
  for (const table of tables) expect(table.sql, table.name).toMatch(/strict$/)
  const columns = (await db.introspection.getTables()).flatMap((table) => table.columns)
  expect(new Set(columns.map((column) => column.dataType.toLowerCase()))).toEqual(
    new Set(['text', 'integer', 'real']),
  )
})

const YES_NO = ['yes', 'no']
const WORDS: Record<string, readonly string[]> = {
  'change.action': CHANGE_ACTIONS,
  'discipline_row.kind': ['order', 'allegation', 'closed_allegation', 'unspecified'],
  'license_row.status': LICENSE_STATUSES,
  'npi_answer.outcome': ['found', 'not_found'],
  'npi_search.cut_off': YES_NO,
  'npi_row.kind': ['person', 'organization'],
  'person_check.answer': registry.PERSON_ANSWERS,
  'person_check.list': registry.PERSON_LISTS,
  'person_check.subject_kind': registry.SUBJECT_KINDS,
  'registry_check.criterion': ['A1', 'A2', 'A3'],
  'registry_check.done_by': ['person', 'program'],
  'registry_check.state': CHECK_STATES,
  'registry_check.subject_kind': registry.SUBJECT_KINDS,
  'registry_import.mode': registry.IMPORT_MODES,
  'registry_import.state': registry.IMPORT_STATES,
  'review_decision.decision': registry.DECISIONS,
  'review_decision.level': MATCH_LEVELS.filter((level) => level !== 'different'),
  'review_item.decision': registry.DECISIONS,
  'review_item.level': MATCH_LEVELS.filter((level) => level !== 'different'),
  'review_item.subject_kind': registry.SUBJECT_KINDS,
  'clinician.role': words.CLINICIAN_ROLES,
  'event.kind': words.EVENT_KINDS,
  'event.stage': words.EVENT_STAGES,
  'event.subject': words.EVENT_SUBJECTS,
  'finding.at_least': YES_NO,
  'finding.level': words.LEVELS,
  'finding.modality': words.MODALITIES,
  'finding.setting': words.SETTINGS,
  'finding.strength': words.STRENGTHS,
  'location.basis': words.LOCATION_BASES,
  'location.placed_by': ['zip', 'city'],
  'offering.current': YES_NO,
  'offering.modality': words.MODALITIES,
  'offering.setting': words.SETTINGS,
  'offering.with_psychotherapy': YES_NO,
  'payment.accepted': words.ACCEPTANCES,
  'payment.way': words.PAYMENT_WAYS,
  'price_line.estimate': YES_NO,
  'price_line.introductory': YES_NO,
  'price_line.modality': words.MODALITIES,
  'price_line.payer': words.PAYERS,
  'price_line.required': YES_NO,
  'price_line.service': words.SERVICES,
  'price_line.setting': words.SETTINGS,
  'price_line_includes.name': words.INCLUSIONS,
  'provider.kind': words.PROVIDER_KINDS,
  'provider.origin': words.ORIGINS,
  'provider_status.value': words.PROVIDER_STATUSES,
  'reach.complete': YES_NO,
  'source.excerpt_only': YES_NO,
  'source.kind': words.SOURCE_KINDS,
  'treated_condition_name.name': words.CONDITIONS,
}

test('the checks in SQL spell the words of the vocabulary', async () => {
  const found: Record<string, string[]> = {}
  for (const { name, sql: text } of await schemaOf(await openEmpty())) {
    for (const [, column, list] of text.matchAll(/"?(\w+)"? in \(('[^)]*')\)/g)) {
      const spelled = (list ?? '').split(',').map((word) => word.trim().replaceAll("'", ''))
      found[`${name}.${column}`] = spelled
    }
  }
  expect(found).toEqual(WORDS)
})

test('the types in schema.ts name the columns that the database has', async () => {
  const files = ['registry-schema.ts', 'schema.ts'].map((name) =>
    readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8'),
  )
  const typed = columnsInTypes(files.join('\n'))
  const tables = await (await openEmpty()).introspection.getTables()
  const real = Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      columns
        .map((column) => `${column.name} ${kindOf(column.dataType)}${column.isNullable ? '?' : ''}`)
        .sort(),
    ]),
  )
  expect(typed).toEqual(real)
})

const kindOf = (dataType: string) => (dataType.toLowerCase() === 'text' ? 'text' : 'number')

/** Each table of the type `Database` with its columns, read from the text of schema.ts. */
function columnsInTypes(text: string): Record<string, string[]> {
  const code = text.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const types = new Map<string, string>()
  for (const [, name, body] of code.matchAll(
    /^(?:export )?type (\w+) =([\s\S]*?)(?=^(?:export |type )|$(?![\s\S]))/gm,
  )) {
    types.set(name ?? '', body ?? '')
  }
  const columnsOf = (body: string): string[] => {
    const own = [...body.matchAll(/(\w+): ([^\n;}]+)/g)].map(([, column, type]) => {
      const isNumber = /^number/.test((type ?? '').trim())
      return `${column} ${isNumber ? 'number' : 'text'}${/\| null/.test(type ?? '') ? '?' : ''}`
    })
    const outside = body.replace(/\{[\s\S]*\}/, '')
    const others = [...outside.matchAll(/\b(Sourced|StatementColumns|\w+Table)\b/g)]
    return [...own, ...others.flatMap(([, name]) => columnsOf(types.get(name ?? '') ?? ''))].sort()
  }
  const database = types.get('Database') ?? ''
  const entries = [...database.matchAll(/^ {2}(\w+): ((?:[^\n{]*\{[^}]*\})|[^\n{]+)/gm)]
  return Object.fromEntries(entries.map(([, table, body]) => [table ?? '', columnsOf(body ?? '')]))
}
