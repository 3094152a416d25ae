import { expect, test } from 'vitest'
import type { Rubric } from '#core/rubric.ts'
import { getCatalogVersion, listChangesSince } from '#db/changes.ts'
import { findRubric, getLatestRubric, saveRubric } from '#db/rubrics.ts'
import type { Db } from '#db/schema.ts'
import { seedRubric } from '#seeds/load.ts'
import { ACT, openEmpty } from './arrange.ts'

const NOW = { now: ACT.at }

async function store(db: Db, rubric: Rubric): Promise<string> {
  return await db.transaction().execute((trx) => saveRubric(trx, rubric, ACT))
}

test('an empty database has no rubric, and says what to do', async () => {
  const db = await openEmpty()
  await expect(getLatestRubric(db)).rejects.toThrow('no rubric is stored: seed the database first')
})

test('the shipped rubric is stored once and steps the catalog version', async () => {
  const db = await openEmpty()
  expect(await seedRubric(db, NOW)).toBe('added')
  expect(await seedRubric(db, { now: '2027-01-01T00:00:00Z' })).toBe('unchanged')
  expect(await getCatalogVersion(db)).toBe(1)
  expect(await listChangesSince(db, 0)).toMatchObject([
    { version: 1, provider_id: null, action: 'rubric_added', at: ACT.at },
  ])
})

test('the latest rubric is the one with the highest number, whenever it was stored', async () => {
  const db = await openEmpty()
  await seedRubric(db, NOW)
  const first = await getLatestRubric(db)
  await store(db, { ...first, version: '1.10.0' })
  await store(db, { ...first, version: '1.9.0' })
  expect((await getLatestRubric(db)).version).toBe('1.10.0')
  expect(await findRubric(db, first.version)).toEqual(first)
  expect(await findRubric(db, '9.9.9')).toBeNull()
})

test('a stored version never changes', async () => {
  const db = await openEmpty()
  await seedRubric(db, NOW)
  const rubric = await getLatestRubric(db)
  await expect(store(db, { ...rubric, title: 'Another' })).rejects.toThrow(
    `rubric ${rubric.version} is already stored with other content: give it a new version`,
  )
  expect(await getLatestRubric(db)).toEqual(rubric)
})

test('a damaged rubric is refused, not scored with', async () => {
  const db = await openEmpty()
  await seedRubric(db, NOW)
  await db.updateTable('rubric_version').set({ content: '{"version":"1.0.0"}' }).execute()
  await expect(getLatestRubric(db)).rejects.toThrow(/^stored rubric 1\.0\.0 is damaged: \$\./)
})
