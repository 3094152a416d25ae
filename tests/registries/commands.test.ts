import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { REGISTRY_LISTS } from '#server/actions/registry-lists.ts'
import {
  createProgress,
  durationInWords,
  lookUpsInWords,
  progressInWords,
} from '#server/commands/progress.ts'
import { barOf, cutToWidth } from '#server/commands/terminal-line.ts'
import { callCli } from '../called.ts'
import { save, smallRecord } from '../db/arrange.ts'
import { leieText } from './imported.ts'
import { madeFile } from './made-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchstone-commands-'))
const url = join(folder, 'commands.sqlite')
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(async () => {
  const db = openDb(url)
  await migrateToLatest(db)
  const locations = [
    { address: '12 Door St', city: 'Albany', state: 'NY', zip: '12207', source: 'S1' },
  ]
  await save(db, [smallRecord({ locations })])
  await db.destroy()
})

const call = (...words: string[]) => callCli({ DATABASE_URL: url, TODAY: '2026-11-23' }, words)

const LIKELY = { last: 'EXAMPLE', first: 'ADA', street: '12 DOOR ST', city: 'ALBANY', zip: '12207' }

const LOOK = ['check', 'record', 'blue-door', '--url', 'https://board.example']

describe('the registry commands', () => {
  test.each([
    ['registry import', 'registry import <list> <file>'],
    ['registry status', 'registry status'],
    ['registry screen', 'registry screen'],
    ['verify', 'verify'],
    ['check record', 'check record <provider>'],
    ['review list', 'review list'],
    ['review confirm', 'review confirm <id>'],
    ['review reject', 'review reject <id>'],
    ['discover', 'discover'],
    ['discover draft', 'discover draft <npi>'],
    ['recheck', 'recheck'],
  ])('%s has its own help', async (words, usage) => {
    const { code, out } = await call(...words.split(' '), '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: npm run cli -- ${usage}`)
  })

  test('registry import names the lists in its help', async () => {
    const { out } = await call('registry', 'import', '--help')
    for (const { name, title } of REGISTRY_LISTS)
      expect(out).toContain(`${name.padEnd(26)} ${title}`)
  })

  test.each([
    ['registry', ['import', 'screen', 'status']],
    ['review', ['confirm', 'list', 'reject']],
  ])('%s lists its commands and no others', async (group, names) => {
    const { code, out } = await call(group, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: npm run cli -- ${group} <command>`)
    const listed = out.split('\n').flatMap((line) => /^ {2}(\w+) (\w+)/.exec(line) ?? [])
    expect(listed.filter((_, at) => at % 3 === 1)).toEqual(names.map(() => group))
    expect(listed.filter((_, at) => at % 3 === 2).toSorted()).toEqual(names)
  })

  test.each([
    [['registry', 'import', 'nowhere', 'x'], 2, 'There is no list "nowhere"'],
    [['registry', 'import', 'leie', 'x', '--covers', '2026-02-31'], 2, 'write YYYY-MM-DD'],
    [['registry', 'import', 'nppes', 'x', '--keep', 'few'], 2, 'relevant, known, all'],
    [['registry', 'import', 'leie', '/no/file'], 1, 'There is no file'],
    [['verify', '--provider', 'nobody'], 1, 'No provider has the id "nobody"'],
    [['verify', '--npi-api', 'nowhere'], 2, 'must be an address'],
    [['verify', '--npi-api', 'ftp://mirror.example/'], 2, 'must be an address: https://'],
    [['review', 'reject', 'abc'], 2, '--because is needed'],
    [['review', 'reject', 'abc', '--because', 'no'], 1, 'nothing to review'],
    [['check', 'record', 'blue-door', '--list', 'sams'], 2, 'oig_leie, sam'],
    [[...LOOK, '--list', 'sam', '--result', 'active'], 2, 'nothing_found, unavailable, ban'],
    [[...LOOK, '--list', 'oig_leie', '--result', 'revoked'], 2, 'ban, limit, ended'],
    [[...LOOK, '--list', 'license', '--state', 'NY', '--result', 'ban'], 2, 'active_restricted'],
    [[...LOOK, '--list', 'license', '--state', 'California', '--result', 'active'], 2, 'AR, CA'],
    [[...LOOK, '--list', 'license', '--state', 'ZZ', '--result', 'active'], 2, 'AR, CA'],
    [[...LOOK, '--list', 'license', '--result', 'active'], 2, '--state is ""; it is one of'],
    [[...LOOK, '--list', 'sam', '--state', 'ZZ', '--result', 'ban'], 2, 'AR, CA'],
    [['recheck'], 1, 'holds no records yet'],
    [['discover', 'draft', '1234567893'], 1, 'No candidate has the NPI'],
  ])('%j ends with its code and a sentence', async (words, code, message) => {
    const done = await call(...words)
    expect(done.code).toBe(code)
    expect(done.err).toContain(message)
    expect(done.err).not.toContain('    at ')
  })

  test('say of a list that is not loaded that nothing was compared', async () => {
    const { out } = await call('registry', 'screen')
    expect(out).toBe(
      '0 NPI records. Exclusions: not compared: no file of leie is loaded. Deactivated numbers: not compared: no file of nppes-deactivations is loaded.',
    )
  })

  test('lead from a file over a review to a finding', async () => {
    const file = madeFile('UPDATED.csv', leieText([LIKELY]))
    const loaded = await call(
      'registry',
      'import',
      'leie',
      file,
      '--covers',
      '2026-11-10',
      '--force',
      '--json',
    )
    expect(JSON.parse(loaded.out)).toMatchObject({ rows_kept: 1, covers_to: '2026-11-10' })
    expect((await call('registry', 'import', 'leie', file)).err).toContain('stays in use')
    expect((await call('registry', 'status')).out).toContain('refused  leie')
    expect((await call('verify')).out).toContain('1 checks wait for a person')
    const [item] = JSON.parse((await call('review', 'list', '--json')).out)
    expect(item).toMatchObject({ level: 'likely', subject: 'Ada Example' })
    const confirmed = await call('review', 'confirm', item.id, '--because', 'Same street.')
    expect(confirmed.out).toContain('A3 not_met: Ada Example: excluded')
    expect((await call('review', 'list')).out).toMatch(/^0 to review/)
    await call('review', 'reject', item.id, '--because', 'Moved in later.')
    const decided = (await call('review', 'list', '--all')).out
    expect(decided).toMatch(/confirmed by .*: Same street\.\n.*rejected by .*: Moved in later\./)
  })

  test('note what a person saw at a board', async () => {
    const words = ['--list', 'license', '--state', 'ny', '--clinician', 'Ada Example']
    const seen = ['--result', 'active', '--number', '123456', '--url', 'https://board.example']
    const done = await call('check', 'record', 'blue-door', ...words, ...seen)
    expect(done.code).toBe(0)
    expect(done.out).toContain('A2 met: Ada Example: The board')
  })

  test('re-check what can run by itself, and list the rest, required answers first', {
    timeout: 60_000,
  }, async () => {
    const environment = { DATABASE_URL: join(folder, 'seeded.sqlite'), TODAY: '2026-11-23' }
    for (const words of [['migrate'], ['seed']]) {
      expect(await callCli(environment, words)).toMatchObject({ code: 0 })
    }
    const { code, out } = await callCli(environment, ['recheck', '--json'])
    expect(code).toBe(0)
    const { due, files, verified } = JSON.parse(out)
    const dry = await callCli(environment, ['recheck', '--dry-run'])
    expect(dry.code).toBe(0)
    expect(dry.out).toContain('Nothing was checked or fetched: this is a dry run.')
    expect(files[0]).toMatchObject({ list: 'leie', loaded: false, by: 'program' })
    expect(verified.length).toBeGreaterThan(50)
    const gates = due.map((one: { is_gate: boolean }) => one.is_gate)
    expect(gates.indexOf(false)).toBe(gates.lastIndexOf(true) + 1)
    expect(new Set(due.map((one: { by: string }) => one.by))).toEqual(
      new Set(['program', 'person']),
    )
  })
})

describe('progress', () => {
  const at = {
    bytes: 5e8,
    skipped: 0,
    size: 2e9,
    rows_read: 400_000,
    rows_kept: 12,
    rows_refused: 1,
  }

  test('says the share, the rate and the time left', () => {
    expect(progressInWords(at, 1000)).toBe(
      '[###.........] 500 of 2000 MB (25 %), 500 MB/s, 3 s left; 400000 rows read, 12 kept, 1 refused',
    )
    expect(progressInWords({ ...at, skipped: 4e8 }, 1000)).toContain('100 MB/s, 15 s left')
    expect([durationInWords(59.6), durationInWords(200), durationInWords(1200)]).toEqual([
      '1 min 0 s',
      '3 min 20 s',
      '20 min',
    ])
  })

  test('fits the width of the terminal, its last column free', () => {
    const line = progressInWords(at, 1000)
    expect(cutToWidth(line, 200)).toBe(line)
    expect(cutToWidth(line, 40)).toBe('[###.........] 500 of 2000 MB (25 %), …')
    for (const columns of [undefined, 0]) expect(cutToWidth(line, columns)).toHaveLength(79)
    expect([barOf(-1), barOf(2)]).toEqual(['[............]', '[############]'])
  })

  test('counts those who were looked up online', () => {
    expect(lookUpsInWords({ done: 30, total: 90 }, 10_000)).toBe(
      '[####........] 30 of 90 looked up in the NPI registry, 3.0 a second, 20 s left',
    )
    expect(lookUpsInWords({ done: 0, total: 90 }, 0)).toContain('unknown time left')
  })

  test('renews one line on a terminal and writes few lines in a log', () => {
    let now = 0
    const show = (renew: boolean) => {
      now = 0
      const lines: string[] = []
      const note = (line: string) => void lines.push(line)
      const world = { environment: {}, out: note, err: note, ...(renew && { renew: note }) }
      const progress = createProgress(world, progressInWords, () => now)
      for (now = 0; now <= 21_000; now += 100) progress.show(at)
      return lines.length
    }
    expect(show(false)).toBe(2)
    expect(show(true)).toBe(105)
  })
})
