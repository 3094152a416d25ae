import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { npiCheckDigit } from '#core/npi.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import type { Holder } from '#db/registry-imports.ts'
import { finishImport, listRecentImports, noteProgress, openImport } from '#db/registry-imports.ts'
import type { Db } from '#db/schema.ts'
import type { ByteSource } from '#server/registries/byte-source.ts'
import { PLAIN_CSV } from '#server/registries/csv-form.ts'
import { readCsv } from '#server/registries/csv-rows.ts'
import type { RowStart } from '#server/registries/file-problem.ts'
import { openEmpty } from '../db/arrange.ts'
import { AT, leieText, load, WHOLE_LIST } from './imported.ts'
import { madeFile, quoted, zipOf } from './made-files.ts'
import { NPPES_V2_HEADER } from './nppes-header.ts'

const DYING = fileURLToPath(new URL('./import-and-die.ts', import.meta.url))

/** The file of a database in which an import was killed after two batches. */
async function brokenOff(list: string, file: string, keep = 'all'): Promise<string> {
  const url = madeFile('broken.sqlite', '')
  const db = openDb(url)
  await migrateToLatest(db)
  await db.destroy()
  const child = spawn(process.execPath, [DYING, url, list, file, keep, '2'], { stdio: 'ignore' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  return url
}

/** A database opened as a copy, what is in its log included: one kill serves several tests. */
function copyOf(url: string): Db {
  const copy = madeFile('copy.sqlite', readFileSync(url))
  writeFileSync(`${copy}-wal`, readFileSync(`${url}-wal`))
  return openDb(copy)
}

/** Imports and gathers what was said of the import before. */
async function loadNoting(db: Db, list: string, file: string, more = {}) {
  const notes: string[] = []
  const done = await load(db, list, file, { ...more, onNote: (words) => void notes.push(words) })
  return { ...done, notes }
}

async function rowsOf(db: Db, table: 'exclusion_row' | 'npi_row') {
  return await db.selectFrom(table).select(['line', 'content']).orderBy('line').execute()
}

const LIST = leieText(
  Array.from({ length: 6000 }, (_, at) => ({
    first: `N${at}`,
    ...(at % 9 === 0 && { street: 'REAR DOOR\n4 MAIN ST' }),
    ...(at % 400 === 3 && { on: '20230231' }),
  })),
)

const NPIS = Array.from({ length: 1500 }, (_, at) => {
  const nine = String(100_000_000 + at)
  const values: Record<string, string> = { NPI: `${nine}${npiCheckDigit(nine)}` }
  values['Entity Type Code'] = '2'
  values['Provider Organization Name (Legal Business Name)'] = 'KETAMINE CLINIC'
  return quoted(NPPES_V2_HEADER.map((column) => values[column] ?? ''))
})

describe('an import that was killed', () => {
  const plain = madeFile('UPDATED.csv', LIST)
  const zip = madeFile('leie.zip', zipOf({ 'UPDATED.csv': LIST }))
  const nppes = madeFile(
    'npidata_pfile_20050523-20261108.csv',
    `${[quoted(NPPES_V2_HEADER), ...NPIS].join('\n')}\n`,
  )
  const broken = new Map<string, string>()
  const brokenBy = (file: string) => copyOf(broken.get(file) ?? '')
  beforeAll(async () => {
    const killed = [['leie', plain] as const, ['leie', zip] as const]
    const urls = killed.map(([list, file]) => brokenOff(list, file))
    broken.set(nppes, await brokenOff('nppes', nppes, 'relevant'))
    broken.set(plain, (await urls[0]) ?? '').set(zip, (await urls[1]) ?? '')
  }, 60_000)

  test.each([
    ['a file', plain],
    ['a file in a zip', zip],
  ])('is continued with %s, and ends as an undisturbed one', async (_, file) => {
    const db = brokenBy(file)
    const { notes, ...done } = await loadNoting(db, 'leie', file)
    expect(notes).toEqual([
      expect.stringMatching(/^Continuing at row \d?,?\d{3} \(\d+ %\) of \d+-\w+\.\w+: /),
    ])
    const undisturbed = await openEmpty()
    expect(done).toEqual(await load(undisturbed, 'leie', file))
    expect(await rowsOf(db, 'exclusion_row')).toEqual(await rowsOf(undisturbed, 'exclusion_row'))
    for (const table of ['registry_refusal', 'registry_checkpoint'] as const) {
      const all = await db.selectFrom(table).selectAll().execute()
      expect(all).toEqual(await undisturbed.selectFrom(table).selectAll().execute())
    }
    const runs = await listRecentImports(db, 9)
    expect(runs).toEqual(
      (await listRecentImports(undisturbed, 9)).map((run) => ({
        ...run,
        started_at: runs[0]?.started_at,
      })),
    )
  })

  test('starts from the top with a file that has changed, and says so', async () => {
    const db = brokenBy(plain)
    const changed = madeFile('UPDATED.csv', LIST.replaceAll('REAR', 'SIDE'))
    const { notes, rows_read } = await loadNoting(db, 'leie', changed)
    expect(notes).toEqual([expect.stringContaining('the file has changed: its rows are dropped')])
    expect(rows_read).toBe(6000)
    expect((await listRecentImports(db, 9)).map(({ state }) => state)).toEqual(['done', 'failed'])
    expect(await rowsOf(db, 'exclusion_row')).toHaveLength(5985)
  })

  test('starts from the top where other rows are kept now, and says so', async () => {
    const db = brokenBy(nppes)
    const again = await loadNoting(db, 'nppes', nppes, { keep: 'all' })
    expect(again.notes).toEqual([expect.stringContaining('other rows are kept now')])
    expect(await rowsOf(db, 'npi_row')).toHaveLength(1500)
    const continued = brokenBy(nppes)
    const { notes } = await loadNoting(continued, 'nppes', nppes, { keep: 'relevant' })
    expect(notes).toEqual([expect.stringMatching(/^Continuing at row /)])
    expect(await rowsOf(continued, 'npi_row')).toEqual(await rowsOf(db, 'npi_row'))
  })
})

test('a process whose import was taken over can neither go on nor finish it', async () => {
  const db = await openEmpty()
  const slow = { pid: 1, host: 'elsewhere' }
  const { id } = await openImport(db, WHOLE_LIST, 'reading', slow, AT, () => true)
  const counts = { rows_read: 5, rows_kept: 5, rows_refused: 0 }
  const note = (holder: Holder) =>
    db.transaction().execute((trx) => noteProgress(trx, { id, holder }, counts, AT))
  const place = { import_id: id, reading: 'reading', byte_offset: 900, line: 7, newest_on: null }
  await db.insertInto('registry_checkpoint').values(place).execute()
  await note(slow)
  const mine = { pid: process.pid, host: hostname() }
  const taken = await openImport(db, WHOLE_LIST, 'reading', mine, AT, () => false)
  expect(taken).toEqual({
    id,
    from: { ...counts, byte_offset: 900, line: 7, newest_on: null },
    dropped: null,
  })
  const lost = 'taken over or closed by another process'
  await expect(note(slow)).rejects.toThrow(lost)
  const done = { ...counts, newest_on: null, covers_to: null, message: null }
  await expect(finishImport(db, { id, holder: slow }, done, AT)).rejects.toThrow(lost)
  await finishImport(db, { id, holder: mine }, done, AT)
  expect(await listRecentImports(db, 9)).toMatchObject([{ id, state: 'done', rows_read: 5 }])
})

const line = fc.constantFrom(
  'a,b',
  '"a","b"',
  '"a\nb","c"',
  '"a""b","c\r\nd"',
  'é,"x"',
  '"open,b',
  'a,b,c',
  '',
)
const OVERSIZE = `"${'x'.repeat(1_100_000)}",y`

async function read(text: Buffer, partBytes: number, from: RowStart | null) {
  const source: ByteSource = {
    name: 'rows.csv',
    size: text.length,
    read: async function* (offset) {
      for (let at = offset; at < text.length; at += partBytes) {
        yield text.subarray(at, at + partBytes)
      }
    },
  }
  const batches = []
  const readHeader = () => (fields: readonly string[]) => ({ row: fields.join('|') })
  for await (const batch of readCsv<string>(source, PLAIN_CSV, readHeader, from)) {
    batches.push(batch)
  }
  return batches
}

test('reading that begins where a batch ended finds the rows that are left, whatever the file', {
  timeout: 30_000,
}, async () => {
  // Odd lines stand among enough plain ones that the file goes out in several batches.
  const textOf = (odd: readonly string[], plain: number) => {
    const filler = '"a","b"\n'.repeat(plain)
    return Buffer.from(
      `\ufeffone,two\n${odd.map((text) => `${text}\n${filler}`).join('')}"end","last"`,
    )
  }
  const file = fc.array(line, { minLength: 1, maxLength: 8 }).map((odd) => textOf(odd, 130))
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 50, max: 5000 }), async (text, partBytes) => {
      const whole = await read(text, partBytes, null)
      for (const [place, batch] of whole.entries()) {
        if (batch.next === null) throw new Error('a text file can be continued anywhere')
        const rest = await read(text, 3000, batch.next)
        const left = whole.slice(place + 1)
        expect(rest.flatMap(({ rows }) => rows)).toEqual(left.flatMap(({ rows }) => rows))
        expect(rest.flatMap((one) => one.refusals)).toEqual(left.flatMap((one) => one.refusals))
        expect(rest.at(-1)?.read).toBe(whole.at(-1)?.read)
      }
    }),
    { numRuns: 20, examples: [[textOf(['a', OVERSIZE, 'b'], 9000), 30_000]] },
  )
})
