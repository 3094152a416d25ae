import { expect, test } from 'vitest'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { openEmpty, save, smallRecord } from './arrange.ts'

const at = (day: number) => ({
  actor: 'curator',
  reason: `reading ${day}`,
  at: `2026-12-0${day}T00:00:00Z`,
})

async function listPrices(db: Db) {
  return await db
    .selectFrom('price_line')
    .select(['id', 'min', 'added_at', 'retracted_at', 'retracted_because'])
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

const price = (min: number) => ({
  service: 'session',
  min,
  max: 90_000,
  currency: 'USD',
  source: 'S1',
})

test('a price that is gone is retracted with the reason, the new one is added', async () => {
  const db = await openEmpty()
  await save(db, [smallRecord({ prices: [price(40_000)] })], at(1))
  await save(db, [smallRecord({ prices: [price(50_000)] })], at(2))
  expect(await listPrices(db)).toMatchObject([
    { min: 40_000, added_at: at(1).at, retracted_at: at(2).at, retracted_because: 'reading 2' },
    { min: 50_000, added_at: at(2).at, retracted_at: null, retracted_because: null },
  ])
  expect((await findRecord(db, 'blue-door'))?.prices.map((line) => line.min)).toEqual([50_000])
})

test('a statement keeps its id while it stands, wherever it moves in its list', async () => {
  const db = await openEmpty()
  await save(db, [smallRecord({ prices: [price(40_000), price(50_000)] })], at(1))
  const [before] = await listPrices(db)
  const moved = smallRecord({ prices: [price(50_000), price(60_000), price(40_000)] })
  expect(await save(db, [moved], at(2))).toEqual(['changed'])
  const rows = await listPrices(db)
  expect(rows).toHaveLength(3)
  expect(rows).toContainEqual(before)
  expect(await findRecord(db, 'blue-door')).toEqual(moved)
})

test('what is stated again after a retraction is a new statement beside the old', async () => {
  const db = await openEmpty()
  const record = smallRecord({ prices: [price(40_000)] })
  await save(db, [record], at(1))
  await save(db, [smallRecord({ prices: [] })], at(2))
  await save(db, [record], at(3))
  const [old, again] = await listPrices(db)
  expect(old).toMatchObject({ retracted_at: at(2).at })
  expect(again).toMatchObject({ id: `${old?.id}~2`, retracted_at: null })
  expect(await findRecord(db, 'blue-door')).toEqual(record)
})

test('the same line twice in a record is kept twice', async () => {
  const db = await openEmpty()
  const record = smallRecord({ prices: [price(40_000), price(40_000)] })
  await save(db, [record], at(1))
  expect(await findRecord(db, 'blue-door')).toEqual(record)
  expect(await save(db, [record], at(2))).toEqual(['unchanged'])
  const once = smallRecord({ prices: [price(40_000)] })
  await save(db, [once], at(3))
  expect(await findRecord(db, 'blue-door')).toEqual(once)
})

test('renaming a source within the record retracts nothing', async () => {
  const db = await openEmpty()
  const record = smallRecord()
  await save(db, [record], at(1))
  const text = JSON.stringify(record).replaceAll('"S1"', '"S7"')
  const renamed = JSON.parse(text) as typeof record
  expect(await save(db, [renamed], at(2))).toEqual(['changed'])
  expect(await findRecord(db, 'blue-door')).toEqual(renamed)
  for (const table of ['source', 'finding', 'price_line'] as const) {
    const rows = await db.selectFrom(table).select('retracted_at').execute()
    expect(rows.every((row) => row.retracted_at === null)).toBe(true)
  }
})

test('a source read on another day takes its statements with it', async () => {
  const db = await openEmpty()
  const record = smallRecord()
  await save(db, [record], at(1))
  const reread = structuredClone(record)
  for (const source of reread.sources) source.retrieved_on = '2026-12-02'
  await save(db, [reread], at(2))
  expect(await findRecord(db, 'blue-door')).toEqual(reread)
  const findings = await db.selectFrom('finding').select('retracted_at').execute()
  expect(findings.filter((row) => row.retracted_at === null)).toHaveLength(2)
  expect(findings.filter((row) => row.retracted_at === at(2).at)).toHaveLength(2)
})

test('a status that ends is kept beside the new one', async () => {
  const db = await openEmpty()
  await save(db, [smallRecord()], at(1))
  await save(db, [smallRecord({ status: { value: 'closed', since: '2026-11' } })], at(2))
  const rows = await db
    .selectFrom('provider_status')
    .select(['value', 'retracted_at'])
    .orderBy('added_at')
    .execute()
  expect(rows).toEqual([
    { value: 'open', retracted_at: at(2).at },
    { value: 'closed', retracted_at: null },
  ])
})
