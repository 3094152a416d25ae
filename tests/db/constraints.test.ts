import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listRecords } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { ACT, dump, openEmpty, save, smallRecord } from './arrange.ts'

async function openSmall(): Promise<Db> {
  const db = await openEmpty()
  await save(db, [smallRecord()])
  return db
}

test.each([
  ["update provider set kind = 'spa'", 'provider_kind'],
  ["update finding set level = 'unknown'", 'finding_level'],
  ["update finding set at_least = 'yes', level = 'met'", 'finding_floor'],
  ["update offering set modality = 'IV'", 'offering_modality'],
  ['update price_line set min = max + 1', 'price_line_amount'],
  ["update price_line_includes set name = 'massage'", 'price_line_includes_name'],
  ["update source set observed_on = '11/23/2026'", 'source_observed_on'],
  ['update location set latitude = 1', 'location_point'],
  ["update finding set retracted_at = '2026-11-23T00:00:00Z'", 'finding_retracted'],
  ['update change set provider_id = null', 'change_provider'],
  ["insert into catalog_version values ('second', 1)", 'catalog_version_single'],
])('%s is refused by %s', async (statement, constraint) => {
  const db = await openSmall()
  await expect(sql.raw(statement).execute(db)).rejects.toThrow(
    `CHECK constraint failed: ${constraint}`,
  )
})

test.each([
  "update finding set source_id = 'blue-door:none'",
  "update provider_status set source_id = 'blue-door:none'",
  "delete from source where label = 'S1'",
  "update payment set provider_id = 'nobody'",
])('%s is refused, since it would point nowhere', async (statement) => {
  const db = await openSmall()
  await expect(sql.raw(statement).execute(db)).rejects.toThrow('FOREIGN KEY constraint failed')
})

test('text in a column of cents is refused', async () => {
  const db = await openSmall()
  await expect(sql.raw("update price_line set max = 'free'").execute(db)).rejects.toThrow(
    'cannot store TEXT value in INTEGER column price_line.max',
  )
})

test('a record that names a source it does not hold is refused whole', async () => {
  const db = await openSmall()
  const before = await dump(db)
  const record = smallRecord({ name: 'Red Door' })
  record.findings = record.findings.map((finding) => ({ ...finding, source: 'S9' }))
  await expect(save(db, [record])).rejects.toThrow('record blue-door has no source S9')
  expect(await dump(db)).toEqual(before)
})

test('an error in the middle of a transaction leaves every row as it was', async () => {
  const db = await openSmall()
  const before = await dump(db)
  const others = ['one', 'two', 'three'].map((id) => smallRecord({ id }))
  const broken = smallRecord({ id: 'broken' })
  broken.kind = 'spa' as typeof broken.kind
  await expect(save(db, [smallRecord({ prices: [] }), ...others, broken], ACT)).rejects.toThrow(
    'CHECK constraint failed: provider_kind',
  )
  expect(await dump(db)).toEqual(before)
  expect(await listRecords(db)).toHaveLength(1)
})
