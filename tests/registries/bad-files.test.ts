import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { exclusionPages } from '#db/registry-rows.ts'
import { callCli } from '../called.ts'
import { leieText } from './imported.ts'
import { madeFile, madeFolder } from './made-files.ts'

const url = join(madeFolder(), 'bad-files.sqlite')
beforeAll(async () => {
  const db = openDb(url)
  await migrateToLatest(db)
  await db.destroy()
})

const importLeie = (name: string, content: string | Buffer) => {
  const words = ['registry', 'import', 'leie', madeFile(name, content), '--force']
  return callCli({ DATABASE_URL: url, TODAY: '2026-11-23' }, words)
}

async function namesInUse(): Promise<(string | null)[]> {
  const db = openDb(url)
  const names: (string | null)[] = []
  for await (const page of exclusionPages(db, 'leie')) {
    names.push(...page.map(({ row }) => row.last_name))
  }
  await db.destroy()
  return names
}

const [HEADER = '', GOOD = '', LAST = ''] = leieText([{ last: 'FIRST' }, { last: 'LAST' }]).split(
  '\r\n',
)
const around = (row: string | Buffer) =>
  Buffer.concat([Buffer.from(`${HEADER}\n${GOOD}\n`), Buffer.from(row), Buffer.from(`\n${LAST}\n`)])

describe('one bad row costs itself alone, and is told with its line and column', () => {
  test.each<[string, string | Buffer, string]>([
    [
      'a value too few',
      GOOD.slice(0, GOOD.lastIndexOf(',')),
      'Line 3, WVRSTATE: The row has 17 values; the header names 18 columns. It ends before this column.',
    ],
    [
      'a value too many',
      `${GOOD},"more"`,
      'Line 3, WVRSTATE: The row has 19 values; the header names 18 columns. It goes on behind this column.',
    ],
    [
      'a name in another encoding',
      Buffer.from(GOOD.replace('JANE', 'JOS\u00c9'), 'latin1'),
      'Line 3, FIRSTNAME: The value is not UTF-8 text.',
    ],
    [
      'a value of 10 MB',
      GOOD.replace('PSYCHIATRY', 'x'.repeat(10 * 1024 * 1024)),
      'Line 3, SPECIALTY: The row is longer than 1024 kB; a quote may be missing.',
    ],
    [
      'a value of 10 MB without quotes',
      GOOD.replace('"PSYCHIATRY"', 'x'.repeat(10 * 1024 * 1024)),
      'Line 3, SPECIALTY: The row is longer than 1024 kB; a quote may be missing.',
    ],
    [
      'a quote that is never closed',
      GOOD.replace('"PSYCHIATRY"', '"PSYCHIATRY'),
      'Line 3, SPECIALTY: A quote is out of place in this value.',
    ],
    [
      'a day that does not exist',
      GOOD.replace('20200102', '20200231'),
      'Line 3, EXCLDATE: "20200231" is not a day.',
    ],
  ])('%s', async (_, row, message) => {
    const { code, out, err } = await importLeie('UPDATED.csv', around(row))
    expect(code).toBe(0)
    expect(out).toContain('3 rows read, 2 kept, 1 refused')
    expect(err).toBe(message)
    expect(await namesInUse()).toEqual(['FIRST', 'LAST'])
  })
})

test('a file in another encoding as a whole is refused, and what was loaded stays in use', async () => {
  await importLeie('UPDATED.csv', `${HEADER}\n${GOOD}\n`)
  const utf16 = Buffer.from(`\ufeff${HEADER}\n${LAST}\n`, 'utf16le')
  const { code, err } = await importLeie('UPDATED.csv', utf16)
  expect(code).toBe(1)
  expect(err).toContain('is UTF-16 text. Save it again as UTF-8')
  expect(err).toContain('What was loaded before stays in use.')
  expect(await namesInUse()).toEqual(['FIRST'])
})

test('a zip64 archive is read like any other, and a broken one refused', async () => {
  // Made by yazl 3.3.1 with every size and offset in its 64-bit form.
  const archive = readFileSync(new URL('./zip64.zip', import.meta.url))
  expect(archive.includes('PK\x06\x06')).toBe(true)
  const done = await importLeie('leie.zip', archive)
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(await namesInUse()).toEqual(['SIXTYFOUR', 'DOE'])
  const broken = await importLeie('leie.zip', archive.subarray(0, 400))
  expect(broken.code).toBe(1)
  expect(broken.err).toContain('is not a whole zip file')
  expect(await namesInUse()).toEqual(['SIXTYFOUR', 'DOE'])
})
