import { expect, test } from 'vitest'
import { getCatalogVersion, listChangesSince } from '#db/changes.ts'
import { findRecord, listRecords, listRecordsByIds } from '#db/providers.ts'
import { ACT, dump, openEmpty, realRecords, save, smallRecord } from './arrange.ts'

test('every real record comes back equal, lists in order', async () => {
  const db = await openEmpty()
  const records = realRecords()
  expect(records.length).toBeGreaterThanOrEqual(81)
  await save(db, records)
  expect(await listRecords(db)).toEqual(records)
  for (const record of records) expect(await findRecord(db, record.id)).toEqual(record)
})

test('a record with a word of every kind comes back equal', async () => {
  const db = await openEmpty()
  const record = smallRecord({ origin: 'sample' })
  record.locations[0] = {
    ...record.locations[0],
    point: { latitude: 42.6526, longitude: -73.7562, placed_by: 'zip' },
  } as (typeof record.locations)[number]
  await save(db, [record])
  expect(await findRecord(db, 'blue-door')).toEqual(record)
})

test('records are listed in the order asked for, unknown ids left out', async () => {
  const db = await openEmpty()
  await save(db, realRecords())
  const ids = ['peak', 'nobody', 'joyous', 'ember-health']
  const listed = await listRecordsByIds(db, ids)
  expect(listed.map((record) => record.id)).toEqual(['peak', 'joyous', 'ember-health'])
  expect(await listRecordsByIds(db, [])).toEqual([])
  expect(await findRecord(db, 'nobody')).toBeNull()
})

test('saving the same content again changes no row and no version', async () => {
  const db = await openEmpty()
  const records = realRecords()
  await save(db, records)
  const before = await dump(db)
  const later = { ...ACT, at: '2027-01-01T00:00:00Z' }
  expect(new Set(await save(db, records, later))).toEqual(new Set(['unchanged']))
  expect(await dump(db)).toEqual(before)
  expect(await getCatalogVersion(db)).toBe(records.length)
})

test('each change takes one step and can be asked for', async () => {
  const db = await openEmpty()
  await save(db, [smallRecord()])
  const later = { actor: 'registry', reason: 'new name', at: '2026-12-01T00:00:00Z' }
  expect(await save(db, [smallRecord({ name: 'Red Door' })], later)).toEqual(['changed'])
  expect(await listChangesSince(db, 0)).toEqual([
    { version: 1, provider_id: 'blue-door', action: 'added', superseded: null, ...ACT },
    {
      version: 2,
      provider_id: 'blue-door',
      action: 'changed',
      superseded: '{"name":"Blue Door"}',
      ...later,
    },
  ])
  expect(await listChangesSince(db, 2)).toEqual([])
  expect(await getCatalogVersion(db)).toBe(2)
})
