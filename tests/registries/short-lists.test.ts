import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import { refuseShort } from '#server/actions/import-refusals.ts'
import { REGISTRY_LISTS } from '#server/actions/registry-lists.ts'
import { callCli } from '../called.ts'
import { leieText } from './imported.ts'
import { madeFile, madeFolder, zipOf } from './made-files.ts'

const url = join(madeFolder(), 'short.sqlite')
beforeAll(async () => {
  const db = openDb(url)
  await migrateToLatest(db)
  await db.destroy()
})

const call = (...words: string[]) => callCli({ DATABASE_URL: url }, words)

async function inUse(): Promise<RegistryImport[]> {
  const db = openDb(url)
  const current = await listCurrentImports(db)
  await db.destroy()
  return current
}

const WHY = 'holds 300 rows that can be read; the whole list has at least 75,000.'

test('a first whole list of too few rows is refused, by force it is loaded and remembered as such', async () => {
  const file = madeFile('UPDATED.csv', leieText(Array.from({ length: 300 }, () => ({}))))
  for (const add of [[], ['--add']]) {
    const refused = await call('registry', 'import', 'leie', file, ...add)
    expect(refused.code).toBe(1)
    expect(refused.said).toContain(`${WHY} It may have been cut off. Give --force`)
  }
  expect(await inUse()).toEqual([])
  const forced = await call('registry', 'import', 'leie', file, '--force')
  expect(forced.code).toBe(0)
  expect(forced.said).toContain('Loaded by force: ')
  expect(await inUse()).toMatchObject([{ message: expect.stringContaining(WHY) }])
  expect((await call('registry', 'status')).said).toContain('by force: ')
})

test('the file of a zip that was read stands in the status', async () => {
  const zip = madeFile('month.zip', zipOf({ '2602excl.csv': leieText([{ last: 'ZIPPED' }]) }))
  expect(await call('registry', 'import', 'leie-supplement', zip)).toMatchObject({ code: 0 })
  expect((await call('registry', 'status')).said).toMatch(
    /-month\.zip: 2602excl\.csv, to 2026-02-28/,
  )
  const { said } = await call('registry', 'status', '--json')
  expect(JSON.parse(said).runs[0]).toMatchObject({ member: '2602excl.csv', address: null })
})

test('the changes of a month may be few', async () => {
  const file = madeFile('2601excl.csv', leieText([{}]))
  expect(await call('registry', 'import', 'leie-supplement', file)).toMatchObject({ code: 0 })
})

describe('a list', () => {
  const counts = (rows_read: number, rows_refused = 0) => ({
    rows_read,
    rows_refused,
    rows_kept: 7,
  })
  const file = {
    file_name: 'list.csv',
    member: null,
    whole: true,
    mode: 'replaces' as const,
    covers_to: null,
  }
  const loaded = (rows: number) => [counts(rows) as RegistryImport]
  const refusal = (more: object, rows: number, current: RegistryImport[] = []) =>
    refuseShort({ ...file, ...counts(rows), ...more }, 1000, current)

  test('is measured by the rows that can be read, whatever is kept of them', () => {
    expect(refusal({}, 1000)).toBeNull()
    expect(refusal({}, 999)).toContain('at least 1,000')
    expect(refusal(counts(1100, 101), 0)).toContain('holds 999 rows')
  })

  test('must not shrink by more than a tenth', () => {
    expect(refusal({}, 9000, loaded(10_000))).toBeNull()
    expect(refusal({}, 8999, loaded(10_000))).toContain('the one in use holds 10,000')
  })

  test('that comes in parts is measured by all of them', () => {
    const part = { mode: 'adds' as const }
    expect(refusal(part, 400)).toContain('at least 1,000')
    expect(refusal(part, 400, loaded(600))).toBeNull()
    expect(refusal({ ...part, whole: false }, 4)).toBeNull()
  })
})

test('the fewest rows of each list stand in its line of the documentation', () => {
  const page = readFileSync(new URL('../../docs/registries.md', import.meta.url), 'utf8')
  const lines = page.split('\n').filter((line) => line.startsWith('| `'))
  const short = ({ name }: { name: string }) => name.replace('license:tx-nursing', '')
  for (const list of REGISTRY_LISTS) {
    const line = lines.find(
      (one) => one.includes(`\`${list.name}\``) || one.includes(`\`${short(list)}\``),
    )
    const named = list.least_rows === 0 ? 'none' : list.least_rows.toLocaleString('en-US')
    expect(line?.split('|').at(-2), list.name).toContain(named)
  }
})
