import { expect, test } from 'vitest'
import type { ByteSource } from '#server/registries/byte-source.ts'
import type { CsvForm } from '#server/registries/csv-form.ts'
import { PLAIN_CSV } from '#server/registries/csv-form.ts'
import { readCsv } from '#server/registries/csv-rows.ts'
import { FL_HEALTH } from '#server/registries/licenses/fl-health.ts'
import { readAll } from '#server/registries/read-all.ts'
import { openEmpty } from '../db/arrange.ts'
import { leieText, load } from './imported.ts'
import { madeFile } from './made-files.ts'

const isDay = (text: string) => /^(\d{4}-\d{2}-\d{2})?$/.test(text)

/** How many rows are read, or the code of the refusal. */
async function readAs(form: CsvForm, text: string): Promise<number | string> {
  const bytes = Buffer.from(text)
  const source: ByteSource = {
    name: 'rows.csv',
    size: bytes.length,
    read: async function* (from) {
      yield bytes.subarray(from)
    },
  }
  const readHeader = () => (fields: readonly string[]) =>
    isDay(fields[2] ?? '') ? { row: fields } : { column: 'c', reason: 'not a day' }
  return await readAll(readCsv(source, form, readHeader)).then(
    ({ rows }) => rows.length,
    (error) => error.code,
  )
}

/** The beginnings of the last row with which the file is taken; with the others it is refused. */
async function takenWith(form: CsvForm, before: string, last: string): Promise<string[]> {
  const starts = Array.from({ length: last.length }, (_, at) => last.slice(0, at + 1))
  const read = await Promise.all(starts.map((start) => readAs(form, before + start)))
  expect(read.filter((what) => typeof what === 'string' && what !== 'cut-off')).toEqual([])
  return starts.filter((_, at) => read[at] !== 'cut-off')
}

test.each<[string, CsvForm, string, string, string[]]>([
  ['every value is quoted', PLAIN_CSV, 'a,b,c\r\n"1","x",""\r\n', '"2","yy",""', []],
  ['the last value is quoted', PLAIN_CSV, '"a",b,c\n1,x,""\n', '2,y,"2026-01-02"', []],
  ['a separator ends each row', FL_HEALTH.csv, 'a|b|c|\n1|x||\n', '2|y|2026-01-02|', []],
  ['half the last value is no day', PLAIN_CSV, 'a,b,c\n1,x,\n', '2,y,2026-01-02', ['2,y,']],
  ['nothing tells', PLAIN_CSV, 'a,b,c,d\n1,x,,no\n', '2,y,,abc', ['2,y,,', '2,y,,a', '2,y,,ab']],
])(
  'a file without a last line end is taken whole, and not cut, where %s',
  async (_, form, before, last, undecided) => {
    expect(await takenWith(form, before, last)).toEqual([...undecided, last])
  },
)

test('a file that was cut is refused in a sentence, and one without a last line end is loaded', async () => {
  const db = await openEmpty()
  const two = leieText([{}, { last: 'ROE' }]).trimEnd()
  const cut = madeFile('UPDATED.csv', two.slice(0, -20))
  await expect(load(db, 'leie', cut)).rejects.toThrow('ends in the middle of a row')
  expect(await load(db, 'leie', madeFile('UPDATED.csv', two))).toMatchObject({ rows_kept: 2 })
})

test('a row too long to be read at the end of a file shows a cut', async () => {
  const long = `a,b,c\n1,x,\n2,"${'y'.repeat(1_100_000)}`
  expect(await readAs(PLAIN_CSV, long)).toBe('cut-off')
  expect(await readAs(PLAIN_CSV, `${long}\n`)).toBe(1)
})
