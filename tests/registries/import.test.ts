import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  ListIsHeld,
  listCurrentImports,
  listRecentImports,
  openImport,
} from '#db/registry-imports.ts'
import { listRefusals } from '#db/registry-refusals.ts'
import { exclusionPages } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import { ImportRefused } from '#server/actions/import-refusals.ts'
import { openEmpty } from '../db/arrange.ts'
import { AT, day, leieText, load, WHOLE_LIST } from './imported.ts'
import { madeFile, zipOf } from './made-files.ts'

async function namesInUse(db: Db): Promise<(string | null)[]> {
  const names: (string | null)[] = []
  for await (const page of exclusionPages(db, 'leie')) {
    for (const { row } of page) names.push(row.last_name)
  }
  return names
}

const list = (name: string, count: number, on?: string) =>
  madeFile(
    'UPDATED.csv',
    leieText(Array.from({ length: count }, () => ({ last: name, ...(on && { on }) }))),
  )

async function refusal(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ImportRefused)
  return (error as Error).message
}

describe('an import', () => {
  test('takes the place of the one before, whose rows are deleted', async () => {
    const db = await openEmpty()
    await load(db, 'leie', list('OLD', 10))
    const done = await load(db, 'leie', list('NEW', 11, '20210101'), {
      covers_to: day('2026-10-31'),
    })
    expect(done).toMatchObject({ rows_read: 11, rows_kept: 11, rows_refused: 0 })
    expect(new Set(await namesInUse(db))).toEqual(new Set(['NEW']))
    const { count } = await db
      .selectFrom('exclusion_row')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(11)
    const [newest] = await listRecentImports(db, 5)
    expect(newest).toMatchObject({
      state: 'done',
      covers_to: '2026-10-31',
      newest_on: '2021-01-01',
    })
    expect(newest?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('of a month stands beside the other months', async () => {
    const db = await openEmpty()
    await load(db, 'leie-supplement', madeFile('2602excl.csv', leieText([{ last: 'FEB' }])))
    await load(db, 'leie-supplement', madeFile('2601excl.csv', leieText([{ last: 'JAN' }])))
    const current = await listCurrentImports(db, 'leie-supplement')
    expect(current.map(({ covers_to }) => covers_to)).toEqual(['2026-02-28', '2026-01-31'])
  })

  test('keeps a refused row with its line, column and reason', async () => {
    const db = await openEmpty()
    const file = madeFile('UPDATED.csv', leieText([{}, { on: '20230231' }]))
    const { id } = await load(db, 'leie', file)
    expect(await listRefusals(db, id)).toEqual([
      {
        import_id: id,
        place: 0,
        line: 3,
        column_name: 'EXCLDATE',
        reason: '"20230231" is not a day.',
      },
    ])
  })

  test('comes from an address, whole or not at all', async () => {
    const text = leieText([{ last: 'FAR' }])
    const server = createServer((request, response) => {
      const broken = request.url?.includes('broken')
      response.writeHead(request.url?.includes('gone') ? 404 : 200, {
        'content-length': Buffer.byteLength(text),
      })
      if (!broken) return void response.end(text)
      response.write(text.slice(0, 100))
      setTimeout(() => response.destroy(), 50)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const db = await openEmpty()
    await expect(load(db, 'leie', `${base}/gone/UPDATED.csv`)).rejects.toThrow('HTTP 404')
    await expect(load(db, 'leie', `${base}/broken/UPDATED.csv`)).rejects.toThrow(
      'could not be read',
    )
    expect(await namesInUse(db)).toEqual([])
    await load(db, 'leie', `${base}/UPDATED.csv?key=secret#top`)
    expect(await namesInUse(db)).toEqual(['FAR'])
    const [{ address } = {}] = await listCurrentImports(db)
    expect(address).toBe(`${base}/UPDATED.csv`)
    server.close()
  })
})

describe('an import is refused, and what was loaded stays in use', () => {
  async function loaded(): Promise<Db> {
    const db = await openEmpty()
    await load(db, 'leie', list('OLD', 10), { covers_to: day('2026-10-31') })
    return db
  }
  const later = { covers_to: day('2026-11-10') }
  const zip = zipOf({ 'UPDATED.csv': leieText([{}]) })

  test.each<[string, () => string, string]>([
    ['the same file', () => list('OLD', 10), 'This very file is loaded already'],
    ['a list that lost rows', () => list('NEW', 5, '20210101'), 'A drop of more than a tenth'],
    ['a header only', () => madeFile('UPDATED.csv', leieText([])), 'a header and no rows'],
    ['another file', () => madeFile('UPDATED.csv', 'a,b\n1,2\n'), 'does not have the header'],
    ['a broken zip', () => madeFile('leie.zip', zip.subarray(0, -30)), 'not a whole zip'],
    ['only bad rows', () => madeFile('UPDATED.csv', leieText([{ on: '0' }])), 'None of the 1 rows'],
    [
      'mostly bad rows',
      () => madeFile('UPDATED.csv', leieText([{}, { on: '0' }, { on: '1' }])),
      'which is more than half. The first: Line 3, EXCLDATE: "0" is not a day. Give --force',
    ],
  ])('%s', async (_, file, message) => {
    const db = await loaded()
    expect(await refusal(load(db, 'leie', file(), later))).toContain(message)
    expect(await namesInUse(db)).toEqual(Array.from({ length: 10 }, () => 'OLD'))
    const [last] = await listRecentImports(db, 1)
    expect(last).toMatchObject({ state: 'refused', ended_at: AT })
    expect(last?.message).toContain(message)
  })

  test('an older file, by its day, or else by the newest day in its rows', async () => {
    const db = await loaded()
    const earlier = { covers_to: day('2026-09-30') }
    const older = 'older than the one in use'
    expect(await refusal(load(db, 'leie', list('NEW', 10), earlier))).toContain(older)
    const undated = await openEmpty()
    await load(undated, 'leie', list('OLD', 10))
    expect(await refusal(load(undated, 'leie', list('NEW', 10, '20190101')))).toContain(older)
  })

  test('a file without a day, where the one in use has one', async () => {
    const db = await loaded()
    const message = await refusal(load(db, 'leie', list('NEW', 12, '20210101')))
    expect(message).toMatch(/goes to October 31, 2026.* Say its day with --covers YYYY-MM-DD/)
    expect(new Set(await namesInUse(db))).toEqual(new Set(['OLD']))
    await load(db, 'leie', list('NEW', 12, '20210101'), later)
    expect(new Set(await namesInUse(db))).toEqual(new Set(['NEW']))
  })

  test('unless it is forced', async () => {
    const db = await loaded()
    await load(db, 'leie', list('NEW', 5, '20190101'), { force: true })
    expect(new Set(await namesInUse(db))).toEqual(new Set(['NEW']))
  })
})

test('a database that cannot grow ends an import, which goes on once it can', async () => {
  const db = await openEmpty()
  await load(db, 'leie', list('OLD', 10))
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 200}`).execute(db)
  const big = list('NEW', 5000, '20210101')
  await expect(load(db, 'leie', big)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(new Set(await namesInUse(db))).toEqual(new Set(['OLD']))
  await sql`pragma max_page_count = 1000000`.execute(db)
  const notes: string[] = []
  await load(db, 'leie', big, { onNote: (words) => void notes.push(words) })
  expect(notes).toEqual([expect.stringMatching(/^Continuing at row /)])
  expect(await namesInUse(db)).toEqual(Array.from({ length: 5000 }, () => 'NEW'))
})

test('a month that is loaded is not read a second time beside itself, even by force', async () => {
  const db = await openEmpty()
  const file = madeFile('2601excl.csv', leieText([{}]))
  await load(db, 'leie-supplement', file)
  expect(await refusal(load(db, 'leie-supplement', file, { force: true }))).toContain(
    'loaded already',
  )
})

describe('of two imports of one list', () => {
  test('the second is told who holds it; another list is free', async () => {
    const db = await openEmpty()
    await openImport(
      db,
      WHOLE_LIST,
      'reading',
      { pid: process.ppid, host: hostname() },
      AT,
      () => true,
    )
    const error = await load(db, 'leie', list('NEW', 1)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ListIsHeld)
    expect((error as Error).message).toContain(`process ${process.ppid} on ${hostname()}`)
    await load(db, 'leie-supplement', madeFile('2601excl.csv', leieText([{}])))
  })

  test('the second goes ahead where the first one died, here, unnoticed, or silently elsewhere', async () => {
    const db = await openEmpty()
    // No process has a number that high.
    await openImport(db, WHOLE_LIST, 'reading', { pid: 2 ** 30, host: hostname() }, AT, () => true)
    await load(db, 'leie', list('NEW', 1))
    await openImport(
      db,
      WHOLE_LIST,
      'reading',
      { pid: 1, host: 'elsewhere' },
      '2026-11-23T07:00:00Z',
      () => true,
    )
    await load(db, 'leie', list('NEXT', 1, '20220101'))
    // Nobody asks after the first process of this one, so it stays in the table, killed as it is.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'])
    onTestFinished(() => void parent.kill())
    const [text] = await once(parent.stdout, 'data')
    await sleep(100)
    const defunct = { pid: Number(String(text)), host: hostname() }
    await openImport(db, WHOLE_LIST, 'reading', defunct, AT, () => true)
    await load(db, 'leie', list('LAST', 1, '20230101'))
    const states = (await listRecentImports(db, 9)).map(({ state }) => state)
    expect(states).toEqual(['done', 'failed', 'done', 'failed', 'done', 'failed'])
    expect(await namesInUse(db)).toEqual(['LAST'])
  })
})

test('a row with a mistyped day is kept, and its fault is listed', async () => {
  const db = await openEmpty()
  const roster =
    'license_no,last_name,first_name,license_type,license_status,issue_date\nC1-1,DOE,JANE,Physician,Revoked,13/45/2000\n'
  const done = await load(db, 'license:de-roster', madeFile('de.csv', roster))
  expect(done).toMatchObject({ rows_kept: 1, rows_refused: 0 })
  expect(await listRefusals(db, done.id)).toMatchObject([
    { line: 2, column_name: 'issue_date', reason: expect.stringContaining('"13/45/2000"') },
  ])
})
