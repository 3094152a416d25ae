import { expect, test } from 'vitest'
import type { RegistryImport } from '#db/registry-imports.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import { dueFiles } from '#server/actions/due-files.ts'
import { fetchDue } from '#server/actions/fetch-due.ts'
import { REGISTRY_LISTS } from '#server/actions/registry-lists.ts'
import { openEmpty, smallRecord } from '../db/arrange.ts'
import { AT, day, leieText } from './imported.ts'
import { standIn } from './stand-in.ts'

const TODAY = day('2026-11-23')
const record = (id: string, state: string) =>
  smallRecord({
    id,
    locations: [{ address: '1 Door St', city: 'There', state, zip: '12207', source: 'S1' }],
    serves: undefined,
  })
const RECORDS = [record('a', 'FL'), record('b', 'WA'), record('c', 'WA')]
const loaded = (list: string, covers_to: string | null) =>
  ({ list, covers_to: covers_to === null ? null : day(covers_to) }) as RegistryImport
const namesOf = (current: RegistryImport[]) =>
  dueFiles(current, RECORDS, TODAY).map(({ list }) => list)

test('files that were never loaded stand by what depends on them, changes of a month left out', () => {
  expect(namesOf([])).toEqual([
    'leie',
    'nppes',
    'nppes-deactivations',
    'license:wa-health',
    'license:fl-complaints',
    'license:fl-health',
    'nppes-other-names',
    'nppes-places',
  ])
})

test('a file that has grown old, or of no known day, stands behind those that are missing', () => {
  const fresh = loaded('nppes-places', '2026-10-31')
  const old = [loaded('leie', null), loaded('license:ny-conduct', '2026-01-31'), fresh]
  expect(namesOf(old)).toEqual([
    'nppes',
    'nppes-deactivations',
    'license:wa-health',
    'license:fl-complaints',
    'license:fl-health',
    'nppes-other-names',
    'leie',
    'license:ny-conduct',
  ])
  const [ny] = dueFiles(old, RECORDS, TODAY).slice(-1)
  expect(ny).toMatchObject({ loaded: true, covers_to: '2026-01-31', days_old: 296, by: 'program' })
})

test('a file of two parts is as old as the newer one', () => {
  const parts = [loaded('leie', '2026-11-10'), loaded('leie', '2025-01-31')]
  expect(namesOf(parts)).not.toContain('leie')
})

test('what stands at a fixed address is fetched, and one that is not to be had stops no other', async () => {
  const { base } = await standIn((url, _, response) => {
    if (url.pathname.endsWith('UPDATED.csv')) {
      response.writeHead(200, { 'last-modified': 'Tue, 10 Nov 2026 23:30:00 GMT' })
      response.end(leieText([{ last: 'FETCHED' }]))
    } else response.writeHead(503).end()
  })
  const lists = REGISTRY_LISTS.map((list) => ({
    ...list,
    least_rows: 0,
    download: list.download && `${base}${list.name === 'leie' ? 'UPDATED.csv' : 'rows.csv?a=b'}`,
  }))
  const db = await openEmpty()
  const how = { holder: { pid: 1, host: 'here' }, now: () => AT, onProgress() {}, onNote() {} }
  const fetched = await fetchDue(db, dueFiles([], RECORDS, TODAY), lists, how)
  expect(fetched).toMatchObject([
    { list: 'leie', done: { rows_kept: 1, covers_to: '2026-11-10' }, trouble: null },
    { list: 'license:wa-health', done: null, trouble: expect.stringContaining('HTTP 503') },
  ])
  expect(await listCurrentImports(db)).toMatchObject([{ address: `${base}UPDATED.csv` }])
  const [again] = await fetchDue(db, dueFiles([], RECORDS, TODAY), lists, how)
  expect(again?.trouble).toContain('This very file is loaded already')
})
