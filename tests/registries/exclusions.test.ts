import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { parseShortBirthDay } from '#server/registries/day-text.ts'
import type { LeieFile } from '#server/registries/leie.ts'
import { LEIE_COLUMNS, leieFileOf, leieMonthOf, openLeieFile } from '#server/registries/leie.ts'
import { readAll } from '#server/registries/read-all.ts'
import { madeFile, quoted, zipOf } from './made-files.ts'

type Values = Partial<Record<(typeof LEIE_COLUMNS)[number], string>>
const row = (values: Values) =>
  LEIE_COLUMNS.map(
    (column) =>
      values[column] ??
      (
        {
          LASTNAME: 'DOE',
          FIRSTNAME: 'JANE',
          NPI: '0000000000',
          EXCLTYPE: '1128b4',
          EXCLDATE: '20200319',
          REINDATE: '00000000',
          WAIVERDATE: '00000000',
        } as Values
      )[column] ??
      '',
  )
const file = (rows: string[][], end = '\r\n') =>
  [LEIE_COLUMNS.join(','), ...rows.map(quoted)].join(end) + end

async function read(content: string | Buffer, kind: LeieFile = 'full') {
  return readAll((await openLeieFile(madeFile('UPDATED.csv', content), kind)).batches)
}
const one = async (values: Values, kind: LeieFile = 'full') =>
  (await read(file([row(values)]), kind)).rows[0]?.row

describe('an exclusion', () => {
  test('with ten zeros has no NPI, and with a bad check digit keeps it as given', async () => {
    expect(await one({ NPI: '0000000000' })).toMatchObject({ npi: null, npi_as_given: null })
    expect(await one({ NPI: '1234567893' })).toMatchObject({ npi: '1234567893' })
    expect(await one({ NPI: '1234567890' })).toMatchObject({
      npi: null,
      npi_as_given: '1234567890',
    })
  })

  test('keeps odd types as given beside the trimmed one', async () => {
    expect(await one({ EXCLTYPE: '1128a1   ' })).toMatchObject({
      exclusion_type: '1128a1',
      exclusion_type_as_given: '1128a1   ',
    })
    expect(await one({ EXCLTYPE: 'BRCH SA' })).toMatchObject({ exclusion_type: 'BRCH SA' })
  })

  test('reads birth days of both eras, and keeps the row when one is mistyped', async () => {
    expect(await one({ DOB: '10/29/83' })).toMatchObject({ born_on: '1983-10-29' })
    expect(await one({ DOB: '19831029' })).toMatchObject({ born_on: '1983-10-29' })
    expect(await one({ DOB: '99999999' })).toMatchObject({ born_on: null, last_name: 'DOE' })
  })

  test('makes nobody younger than fifteen', () => {
    const on = (text: string) => parseShortBirthDay(text, '2015-11-19' as IsoDate)
    expect([on('01/01/00'), on('01/01/01'), on('01/01/15')]).toEqual([
      '2000-01-01',
      '1901-01-01',
      '1915-01-01',
    ])
  })

  test('takes a single blank for no middle name and keeps a waiver', async () => {
    expect(await one({ MIDNAME: ' ', WAIVERDATE: '20210101', WVRSTATE: 'NY' })).toMatchObject({
      middle_name: null,
      waived_on: '2021-01-01',
      waiver_state: 'NY',
    })
  })
})

describe('a row is refused with line and column', () => {
  test.each<[string, Values, LeieFile, string]>([
    ['for a day that does not exist', { EXCLDATE: '20200231' }, 'full', 'EXCLDATE'],
    ['for no exclusion day', { EXCLDATE: '00000000' }, 'full', 'EXCLDATE'],
    [
      'for a reinstatement in an exclusion file',
      { REINDATE: '20210101' },
      'exclusions',
      'REINDATE',
    ],
    ['for none in a reinstatement file', {}, 'reinstatements', 'REINDATE'],
    ['for no name at all', { LASTNAME: '' }, 'full', 'LASTNAME'],
    ['for no type', { EXCLTYPE: ' ' }, 'full', 'EXCLTYPE'],
  ])('%s', async (_, values, kind, column) => {
    const good = row(kind === 'reinstatements' ? { REINDATE: '20210101' } : {})
    const whole = await read(file([good, row(values), good]), kind)
    expect(whole.refusals).toMatchObject([{ line: 3, column }])
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  test('not for another day that is none: it is left out and noted', async () => {
    const whole = await read(file([row({ WAIVERDATE: '20210231', REINDATE: 'soon' })]))
    expect(whole.rows.map(({ row: kept }) => [kept.waived_on, kept.reinstated_on])).toEqual([
      [null, null],
    ])
    expect(whole.refusals).toMatchObject([
      { line: 2, column: 'REINDATE', kept: true },
      { line: 2, column: 'WAIVERDATE', kept: true },
    ])
  })

  test('for being ragged, and for a value of ten megabytes, the rows around it kept', async () => {
    const long = row({ ADDRESS: 'x'.repeat(10 * 1024 * 1024) })
    const whole = await read(file([row({}), row({}).slice(1), long, row({})]))
    expect(whole.refusals.map(({ line }) => line)).toEqual([3, 4])
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 5])
    expect(whole.read).toBe(4)
  })

  test('for bytes that are not UTF-8', async () => {
    const whole = await read(Buffer.from(file([row({ CITY: 'CA\u00d1ON' })]), 'latin1'))
    expect(whole.refusals).toMatchObject([{ line: 2, column: 'CITY' }])
  })
})

describe('a file is refused', () => {
  const good = file([row({})])
  test.each<[string, string | Buffer, string]>([
    [
      'when a column moved',
      good.replace('GENERAL,SPECIALTY', 'SPECIALTY,GENERAL'),
      'missing-columns',
    ],
    ['when it is another list', 'npi,deactivation_date\n1234567893,01/01/2020\n', 'wrong-file'],
    ['when it holds a header only', `${LEIE_COLUMNS.join(',')}\r\n`, 'header-only'],
    ['when it is empty', '', 'file-empty'],
    ['when it is UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'wrong-encoding'],
    ['when its zip broke off', zipOf({ 'UPDATED.csv': good }).subarray(0, 80), 'zip-damaged'],
  ])('%s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code, name: 'RegistryFileProblem' })
  })
})

test('both dialects of quoting and a zip read the same', async () => {
  const old = [
    quoted(LEIE_COLUMNS),
    row({})
      .map((value) => (value === '' ? '' : `"${value}"`))
      .join(','),
  ].join('\n')
  const expected = (await read(file([row({})]))).rows
  expect((await read(old)).rows).toEqual(expected)
  expect((await read(zipOf({ 'UPDATED.csv': old }))).rows).toEqual(expected)
})

test('file names tell kind and month', () => {
  const names = [
    'UPDATED.csv',
    '1601EXCL.csv',
    'sanc1511.csv',
    '1702REIN.csv',
    'rein1512.csv',
    'other.csv',
  ]
  expect(names.map(leieFileOf)).toEqual([
    'full',
    'exclusions',
    'exclusions',
    'reinstatements',
    'reinstatements',
    null,
  ])
  expect(names.map(leieMonthOf)).toEqual([null, '2016-01', '2015-11', '2017-02', '2015-12', null])
})
