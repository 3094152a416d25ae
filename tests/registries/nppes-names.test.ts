import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { npiCheckDigit } from '#core/npi.ts'
import { listCurrentImports, listRecentImports } from '#db/registry-imports.ts'
import type { Db } from '#db/schema.ts'
import { coverageOf, reportDayOf } from '#server/registries/nppes-file-name.ts'
import { openEmpty } from '../db/arrange.ts'
import { load } from './imported.ts'
import { madeFolder, quoted, zipOf } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

const MONTHLY_ZIP = 'NPPES_Data_Dissemination_November_2026_V2.zip'
const MONTHLY = 'npidata_pfile_20050523-20261109.csv'
const WEEKLY_ZIP = 'NPPES_Data_Dissemination_110926_111526_Weekly_V2.zip'
const WEEKLY = 'npidata_pfile_20261109-20261115.csv'

function content(from: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const head = String(100_000_000 + from + index)
    return nppesRow({
      NPI: `${head}${npiCheckDigit(head)}`,
      'Entity Type Code': '1',
      'Provider Last Name (Legal Name)': 'DOE',
      'Provider First Name': 'JANE',
      'Last Update Date': '01/02/2025',
    })
  })
  return `${[NPPES_V2_HEADER, ...rows].map(quoted).join('\n')}\n`
}

/** A file whose name is all its own, as CMS gives it. */
function named(name: string, written: string | Buffer): string {
  const path = join(madeFolder(), name)
  writeFileSync(path, written)
  return path
}

const fileheader = (name: string) => name.replace('.csv', '_fileheader.csv')
const zipNamed = (zip: string, member: string, text: string) =>
  named(zip, zipOf({ [fileheader(member)]: 'NPI\n', [member]: text }))

async function npisOf(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('npi_row')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function withMonth(): Promise<Db> {
  const db = await openEmpty()
  await load(db, 'nppes', zipNamed(MONTHLY_ZIP, MONTHLY, content(0, 5)))
  return db
}

describe('an NPI file by the name that CMS gives it', () => {
  test('covers the days that stand in the file inside the monthly zip', async () => {
    const db = await withMonth()
    expect(await listCurrentImports(db, 'nppes')).toMatchObject([
      {
        file_name: MONTHLY_ZIP,
        member: MONTHLY,
        mode: 'replaces',
        covers_from: '2005-05-23',
        covers_to: '2026-11-09',
      },
    ])
  })

  test.each([
    ['in its zip', () => zipNamed(WEEKLY_ZIP, WEEKLY, content(9, 2))],
    ['in a zip that was renamed', () => zipNamed('week.zip', WEEKLY, content(9, 2))],
    ['in a folder of a zip', () => zipNamed('week.zip', `week/${WEEKLY}`, content(9, 2))],
    [
      'in its zip, without days itself',
      () => zipNamed(WEEKLY_ZIP, 'npidata_pfile.csv', content(9, 2)),
    ],
    ['unpacked', () => named(WEEKLY, content(9, 2))],
  ])('stands beside the month if it is of a week: %s', async (_, file) => {
    const db = await withMonth()
    await load(db, 'nppes', file())
    expect(await npisOf(db)).toBe(7)
    const [newest] = await listRecentImports(db, 1)
    expect(newest).toMatchObject({
      mode: 'adds',
      covers_from: '2026-11-09',
      covers_to: '2026-11-15',
    })
  })

  test('takes the place of the month before if it is a month', async () => {
    const db = await withMonth()
    const next = 'npidata_pfile_20050523-20261214.csv'
    const zip = 'NPPES_Data_Dissemination_December_2026_V2.zip'
    await load(db, 'nppes', zipNamed(zip, next, content(0, 6)))
    expect(await npisOf(db)).toBe(6)
  })

  test.each([
    [
      'nppes-other-names',
      'othername_pfile',
      'NPI,Provider Other Organization Name,Provider Other Organization Name Type Code\n1000000004,DOE LLC,3\n',
    ],
  ])('tells the days of %s, too', async (list, kind, text) => {
    const db = await openEmpty()
    await load(db, list, zipNamed(MONTHLY_ZIP, `${kind}_20050523-20261109.csv`, text))
    await load(
      db,
      list,
      zipNamed(WEEKLY_ZIP, `${kind}_20261109-20261115.csv`, text + text.split('\n')[1]),
    )
    const modes = (await listCurrentImports(db, list)).map(({ mode }) => mode)
    expect(modes.toSorted()).toEqual(['adds', 'replaces'])
  })

  test('never replaces what is loaded when no name gives days, unless it is forced', async () => {
    const db = await withMonth()
    const file = () => zipNamed('week.zip', 'npidata_pfile.csv', content(9, 2))
    await expect(load(db, 'nppes', file())).rejects.toThrow('may be a weekly file')
    expect(await npisOf(db)).toBe(5)
    await load(db, 'nppes', file(), { force: true })
    expect(await npisOf(db)).toBe(2)
  })
})

test('the name of a weekly zip gives its days, and a day that does not exist gives none', () => {
  expect(coverageOf(WEEKLY_ZIP)).toEqual({ from: '2026-11-09', to: '2026-11-15' })
  expect(coverageOf(WEEKLY_ZIP.replace('1109', '1399'))).toBeNull()
  expect(coverageOf(MONTHLY_ZIP)).toBeNull()
})

test.each([
  ['NPPES Deactivated NPI Report 20261110.xlsx', '2026-11-10'],
  ['NPPES_Deactivated_NPI_Report_111026_V2.zip', '2026-11-10'],
  ['NPPES_Deactivated_NPI_Report_139926_V2.zip', null],
  ['report.csv', null],
])('the name of the report of deactivated numbers gives its day: %s', (name, day) => {
  expect(reportDayOf(name)).toBe(day)
})
