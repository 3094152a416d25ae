import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/calendar.ts'
import { npiCheckDigit } from '#core/npi.ts'
import { replaces } from '#core/registry-newest.ts'
import { coverageOf, isNppesMember } from '#server/registries/nppes-file-name.ts'
import { keepKnown, keepRelevant } from '#server/registries/nppes-keep.ts'
import { openNpiFile } from '#server/registries/nppes-main.ts'
import { readAll } from '#server/registries/read-all.ts'
import { madeFile, quoted, zipOf } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

const npiOf = (index: number) => {
  const head = String(100_000_000 + index)
  return `${head}${npiCheckDigit(head)}`
}
const person = (index: number, more: Record<string, string> = {}) =>
  nppesRow({
    NPI: npiOf(index),
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': 'DOE',
    'Provider First Name': 'JANE',
    'Provider Enumeration Date': '05/23/2005',
    'Last Update Date': '01/02/2025',
    ...more,
  })
const firm = (index: number, name: string, more: Record<string, string> = {}) =>
  nppesRow({
    NPI: npiOf(index),
    'Entity Type Code': '2',
    'Provider Organization Name (Legal Business Name)': name,
    ...more,
  })
const file = (rows: string[][], end = '\n') =>
  [quoted(NPPES_V2_HEADER), ...rows.map(quoted)].join(end) + end
const MAIN = 'npidata_pfile_20050523-20260809.csv'

async function read(
  content: string | Buffer,
  keep: Parameters<typeof openNpiFile>[1] = null,
  name = MAIN,
) {
  return readAll((await openNpiFile(madeFile(name, content), keep)).batches)
}
const one = async (row: string[]) => (await read(file([row]))).rows[0]?.row

describe('an NPI record', () => {
  test('has no <UNAVAIL> and no masked number', async () => {
    const record = await one(
      person(1, {
        'Provider Other Organization Name': '<UNAVAIL>',
        'Provider Other Organization Name Type Code': '6',
        'Healthcare Provider Taxonomy Code_1': '2084P0800X',
        'Provider License Number_1': '$$$$$$$$$',
        'Provider License Number State Code_1': 'CT',
      }),
    )
    expect(record?.other_names).toEqual([])
    expect(record?.taxonomies).toEqual([
      { code: '2084P0800X', license_number: null, license_state: 'CT', primary: true },
    ])
  })

  test('takes the primary taxonomy from the switch, and the first one where all say X', async () => {
    const two = {
      'Healthcare Provider Taxonomy Code_1': '207L00000X',
      'Healthcare Provider Taxonomy Code_2': '207LP2900X',
    }
    const switches = (first: string, second: string) => ({
      ...two,
      'Healthcare Provider Primary Taxonomy Switch_1': first,
      'Healthcare Provider Primary Taxonomy Switch_2': second,
    })
    const primary = async (values: Record<string, string>) =>
      (await one(person(1, values)))?.taxonomies.map((taxonomy) => taxonomy.primary)
    expect(await primary(switches('N', 'Y'))).toEqual([false, true])
    expect(await primary(switches('X', 'X'))).toEqual([true, false])
  })

  test('is a stub when deactivated, and active again after it came back', async () => {
    const days = (gone: string, back: string) => ({
      'NPI Deactivation Date': gone,
      'NPI Reactivation Date': back,
    })
    const stub = nppesRow({ NPI: npiOf(1), 'NPI Deactivation Date': '03/04/2020' })
    expect(await one(stub)).toMatchObject({
      kind: null,
      status: 'deactivated',
      deactivated_on: '2020-03-04',
    })
    expect(await one(person(1, days('03/04/2020', '05/06/2020')))).toMatchObject({
      status: 'active',
    })
    expect(await one(person(1, days('03/04/2020', '05/06/2019')))).toMatchObject({
      status: 'deactivated',
    })
  })
})

describe('the rows kept', () => {
  const rows = [
    ...Array.from({ length: 250 }, (_, index) => person(index)),
    person(300, { 'Healthcare Provider Taxonomy Code_9': '363LP0808X' }),
    firm(301, 'Quest Ketamine Therapies PLLC'),
    firm(302, 'PLAIN CLINIC', { 'Provider Other Organization Name': 'DRIP INFUSION BAR' }),
    firm(303, 'PLAIN CLINIC', { 'Healthcare Provider Taxonomy Code_1': '261QI0500X' }),
    firm(304, 'KETOGENIC BAKERY'),
    person(305, { 'Provider Last Name (Legal Name)': 'KETAMINE' }),
  ]
  const known = new Set([npiOf(7), npiOf(240), npiOf(304)])
  const npis = async (keep: Parameters<typeof openNpiFile>[1]) =>
    (await read(file(rows), keep)).rows.map(({ row }) => row.npi)

  test('are those of known NPIs', async () => {
    expect(await npis(keepKnown(known))).toEqual([npiOf(7), npiOf(240), npiOf(304)])
  })

  test('are also trades, clinics and names that matter', async () => {
    const expected = [7, 240, 300, 301, 302, 303, 304].map(npiOf)
    expect(await npis(keepRelevant(known))).toEqual(expected)
  })

  test('are all of them without a rule, each on its line', async () => {
    const whole = await read(file(rows))
    expect(whole.read).toBe(rows.length)
    expect(whole.rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2))
  })

  test.each([
    ['carriage returns', file(rows, '\r\n')],
    ['a UTF-8 mark', `\uFEFF${file(rows)}`],
    ['no quotes', file(rows).replaceAll('"', '')],
    ['a line break inside a value', file(rows).replace('"JANE"', '"JA\nNE"')],
    ['no line end after the last row', file(rows).trimEnd()],
  ])('are the same with %s', async (_, content) => {
    const whole = await read(content, keepKnown(known))
    expect(whole.rows.map(({ row }) => row.npi)).toEqual([npiOf(7), npiOf(240), npiOf(304)])
    expect(whole.refusals).toEqual([])
    expect(whole.read).toBe(rows.length)
  })
})

describe('a row that cannot be trusted is refused with line and column', () => {
  test.each([
    ['a wrong check digit', person(1, { NPI: '1234567890' }), 'NPI'],
    [
      'a day that does not exist',
      person(1, { 'Last Update Date': '02/31/2005' }),
      'Last Update Date',
    ],
    ['an unknown entity type', person(1, { 'Entity Type Code': '7' }), 'Entity Type Code'],
    ['a value too few', person(1).slice(1), 'Certification Date'],
  ])('%s', async (_, row, column) => {
    const whole = await read(file([person(2), row, person(3)]))
    expect(whole.refusals).toMatchObject([{ line: 3, column }])
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  test('bytes that are not UTF-8', async () => {
    const content = Buffer.from(file([person(1, { 'Provider First Name': 'JOS\u00c9' })]), 'latin1')
    expect((await read(content)).refusals).toMatchObject([
      { line: 2, column: 'Provider First Name' },
    ])
  })

  test('UTF-8 names stay whole', async () => {
    expect(await one(person(1, { 'Provider First Name': 'JOS\u00c9' }))).toMatchObject({
      first_name: 'JOS\u00c9',
    })
  })
})

describe('a whole file is refused', () => {
  const good = file([person(1)])
  const zip = zipOf({ [MAIN]: good })
  const damaged = Buffer.from(zip)
  damaged.writeUInt8(damaged.readUInt8(200) ^ 0xff, 200)
  test.each<[string, string | Buffer, string]>([
    [
      'as mangled: scientific notation',
      file([person(1, { NPI: '1.23E+09' })]),
      'spreadsheet-mangled',
    ],
    [
      'as mangled: a decimal point',
      file([person(1, { 'Provider Business Mailing Address Postal Code': '80511606.0' })]),
      'spreadsheet-mangled',
    ],
    [
      'as mangled: a day with a time',
      file([person(1, { 'Provider Enumeration Date': '5/23/2005 0:00' })]),
      'spreadsheet-mangled',
    ],
    [
      'as mangled: a day without zeros',
      file([person(1, { 'Last Update Date': '5/23/2005' })]),
      'spreadsheet-mangled',
    ],
    ['as UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'wrong-encoding'],
    ['as binary', Buffer.alloc(100), 'wrong-encoding'],
    ['as empty', '', 'file-empty'],
    ['with a header only', file([]).trimEnd(), 'header-only'],
    ['as another file', 'LASTNAME,FIRSTNAME\nDOE,JANE\n', 'wrong-file'],
    ['without a column', good.replace('"NPI Deactivation Date",', ''), 'missing-columns'],
    ['as a broken-off zip', zip.subarray(0, zip.length - 60), 'zip-damaged'],
    ['as a damaged zip', damaged, 'zip-damaged'],
    ['as a zip of something else', zipOf({ 'readme.txt': 'hello' }), 'zip-member-missing'],
  ])('%s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code })
  })

  test('with the line and the column in the message', async () => {
    const bad = file([person(1), person(2, { 'Last Update Date': '5/23/2005' })])
    await expect(read(bad)).rejects.toMatchObject({
      line: 3,
      column: 'Last Update Date',
      message: expect.stringContaining('Line 3: '),
    })
  })

  test('if it is not there', async () => {
    await expect(openNpiFile('/no/such/file.csv', null)).rejects.toMatchObject({
      code: 'file-missing',
    })
  })
})

test('the main file is streamed out of a zip, its header file left aside', async () => {
  const zip = zipOf({
    'npidata_pfile_20050523-20260809_fileheader.csv': quoted(NPPES_V2_HEADER),
    'othername_pfile_20050523-20260809.csv': 'x',
    [MAIN]: file([person(1), person(2)]),
  })
  const { source, batches } = await openNpiFile(
    madeFile('NPPES_Data_Dissemination_August_2026_V2.zip', zip),
    null,
  )
  expect(source.name).toBe(MAIN)
  expect((await readAll(batches)).rows).toHaveLength(2)
})

describe('file names', () => {
  test('tell the coverage and the kind', () => {
    expect(coverageOf(MAIN)).toEqual({ from: '2005-05-23', to: '2026-08-09' })
    expect(coverageOf('npidata.csv')).toBeNull()
    expect(isNppesMember('pl')('pl_pfile_20050523-20260809.csv')).toBe(true)
    expect(isNppesMember('pl')('pl_pfile_20050523-20260809_FileHeader.csv')).toBe(false)
  })
})

test('an older record never rolls a newer one back, and a tie goes to the younger file', () => {
  const at = (updated: string, covered: string) => ({
    updated_on: parseDay(updated),
    covered_to: parseDay(covered),
  })
  expect(replaces(at('2026-01-01', '2026-08-16'), at('2026-02-01', '2026-08-09'))).toBe(false)
  expect(replaces(at('2026-02-01', '2026-08-16'), at('2026-02-01', '2026-08-09'))).toBe(true)
  expect(replaces(at('2026-02-01', '2026-08-02'), at('2026-02-01', '2026-08-09'))).toBe(false)
  expect(replaces(at('', '2026-08-16'), at('2026-02-01', '2026-08-09'))).toBe(true)
})
