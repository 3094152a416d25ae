import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRecords } from '#db/providers.ts'
import { REAL_PROVIDERS, SAMPLE_PROVIDERS, seedAll, seedProviders } from '#seeds/load.ts'
import { RefusedFiles } from '#seeds/record-files.ts'
import { dump, openEmpty, smallRecord } from './arrange.ts'

const NOW = { now: '2026-11-23T08:00:00Z' }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seeds-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A folder of a few real records and one file more. */
function folderWith(name: string, text: string): string {
  const made = mkdtempSync(join(folder, 'records-'))
  for (const file of readdirSync(REAL_PROVIDERS).slice(0, 3)) {
    writeFileSync(join(made, file), readFileSync(join(REAL_PROVIDERS, file)))
  }
  writeFileSync(join(made, name), text)
  return made
}

async function refusalOf(loading: Promise<unknown>): Promise<RefusedFiles> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RefusedFiles) return error
  throw new Error('the files were not refused', { cause: error })
}

test('seeding fills everything, and seeding twice changes no row', async () => {
  const db = await openEmpty()
  const count = readdirSync(REAL_PROVIDERS).length
  const first = await seedAll(db, NOW)
  expect(first).toMatchObject({
    rubric: 'added',
    providers: { read: count, added: count, changed: 0, unchanged: 0 },
  })
  expect(first.places).toBeGreaterThan(41_000)
  const before = await dump(db)
  expect(await seedAll(db, { now: '2027-01-01T00:00:00Z' })).toEqual({
    places: 0,
    rubric: 'unchanged',
    providers: { read: count, added: 0, changed: 0, unchanged: count },
  })
  expect(await dump(db)).toEqual(before)
})

test('US locations that name a city are placed when they are stored', async () => {
  const db = await openEmpty()
  await seedAll(db, NOW)
  const unplaced = (await listRecords(db))
    .filter((record) => record.country === 'US')
    .flatMap((record) => record.locations)
    .filter((location) => location.city !== null && location.point === null)
  expect(unplaced.map((location) => location.city)).toEqual(['Dallas-Fort Worth'])
})

test('a bad file names the file, the JSON path and the reason, and nothing is loaded', async () => {
  const db = await openEmpty()
  const before = await dump(db)
  const record = { ...smallRecord(), kind: 'spa', locations: [], surprise: 1 }
  const bad = folderWith('blue-door.json', JSON.stringify(record))
  const file = join(bad, 'blue-door.json')
  const refusal = await refusalOf(seedProviders(db, bad, NOW))
  expect(refusal.problems).toEqual([
    { file, path: '$.kind', reason: expect.stringContaining('expected one of "clinic"') },
    { file, path: '$.surprise', reason: 'is not a known key' },
  ])
  expect(refusal.message).toContain(`${file}: $.surprise is not a known key`)
  expect(await dump(db)).toEqual(before)
})

test('a file that is no JSON, or named for another record, is refused', async () => {
  const db = await openEmpty()
  const torn = await refusalOf(seedProviders(db, folderWith('torn.json', '{"id":'), NOW))
  expect(torn.problems).toMatchObject([{ path: '$', reason: /^is not readable JSON: / }])
  const text = JSON.stringify({ ...smallRecord(), locations: [] })
  const misnamed = await refusalOf(seedProviders(db, folderWith('red-door.json', text), NOW))
  expect(misnamed.problems).toMatchObject([
    { path: '$.id', reason: 'is "blue-door", which belongs in a file named blue-door.json' },
  ])
})

test('sample providers load into a database of their own, never beside real ones', async () => {
  const sample = await openEmpty()
  const { added } = await seedProviders(sample, SAMPLE_PROVIDERS, NOW)
  expect(added).toBe(readdirSync(SAMPLE_PROVIDERS).length)
  const real = await openEmpty()
  await seedProviders(real, REAL_PROVIDERS, NOW)
  const before = await dump(real)
  await expect(seedProviders(real, SAMPLE_PROVIDERS, NOW)).rejects.toThrow(
    'nothing was loaded: sample providers need a database of their own',
  )
  expect(await dump(real)).toEqual(before)
})
