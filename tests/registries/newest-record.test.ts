import { beforeEach, describe, expect, test } from 'vitest'
import { listReviewItems } from '#db/check-reviews.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import type { Db } from '#db/schema.ts'
import { discover } from '#server/actions/discover.ts'
import { screenNpis } from '#server/actions/screen.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import { day, leieText, load, verifyAll } from './imported.ts'
import { madeFile, quoted } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

const NPI = '1234567893'
const MONTH = '20050523-20261108'
const WEEK = '20261109-20261115'
const NEXT_WEEK = '20261116-20261122'
const SITE = {
  address: '12 Door St',
  city: 'Albany',
  state: 'NY',
  zip: '12207',
  phone: '518-555-0100',
  source: 'S1',
}

let db: Db
beforeEach(async () => {
  db = await openEmpty()
  await save(db, [smallRecord({ name: 'Blue Door', aliases: [], locations: [SITE] })])
})

const text = (...rows: (readonly string[])[]) => rows.map((row) => `${quoted(row)}\n`).join('')

const clinic = (updated: string, values: Record<string, string>) =>
  nppesRow({
    NPI,
    'Entity Type Code': '2',
    'Provider Organization Name (Legal Business Name)': 'ALBANY KETAMINE LLC',
    'Provider Business Practice Location Address City Name': 'TROY',
    'Provider Business Practice Location Address State Name': 'NY',
    'Last Update Date': updated,
    ...values,
  })
const named = (name: string) => ({ 'Provider Organization Name (Legal Business Name)': name })

const loadClinics = (days: string, ...rows: string[][]) =>
  load(db, 'nppes', madeFile(`npidata_pfile_${days}.csv`, text(NPPES_V2_HEADER, ...rows)))

const OF = 'Provider Secondary Practice Location Address'
const PLACE_HEADER = [
  'NPI',
  `${OF}- Address Line 1`,
  `${OF}-  Address Line 2`,
  `${OF} - City Name`,
  `${OF} - State Name`,
  `${OF} - Postal Code`,
  `${OF} - Country Code (If outside U.S.)`,
  `${OF} - Telephone Number`,
  `${OF} - Telephone Extension`,
  'Provider Practice Location Address - Fax Number',
]
const place = (line: string, phone = '', npi = NPI) => [
  npi,
  line,
  '',
  'ALBANY',
  'NY',
  '12207',
  'US',
  phone,
  '',
  '',
]
const loadPlaces = (days: string, ...rows: string[][]) =>
  load(db, 'nppes-places', madeFile(`pl_pfile_${days}.csv`, text(PLACE_HEADER, ...rows)), {
    keep: 'relevant',
  })

describe('a number that several files hold', () => {
  test.each([
    ['the week has the later day', '01/02/2026', '11/10/2026', 'WEEKLY KETAMINE'],
    ['the week would roll it back', '11/05/2026', '01/02/2026', 'MONTHLY KETAMINE'],
    ['both have the same day', '01/02/2026', '01/02/2026', 'WEEKLY KETAMINE'],
  ])('is one record, the newest by its own day: %s', async (_, monthly, weekly, name) => {
    await loadClinics(MONTH, clinic(monthly, named('MONTHLY KETAMINE')))
    await loadClinics(WEEK, clinic(weekly, named('WEEKLY KETAMINE')))
    expect((await discover(db)).map((one) => one.name)).toEqual([name])
    const leie = leieText([{ npi: NPI }])
    await load(db, 'leie', madeFile('UPDATED.csv', leie), { covers_to: day('2026-11-10') })
    const report = await screenNpis(db)
    expect([report.records, report.exclusions.map((one) => one.name)]).toEqual([1, [name]])
  })

  test('is no candidate any more once its newest record is a deactivated stub', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    expect(await discover(db)).toHaveLength(1)
    await loadClinics(WEEK, nppesRow({ NPI, 'NPI Deactivation Date': '11/12/2026' }))
    expect(await discover(db)).toEqual([])
  })

  test('is asked about once, with what its newest record says', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', named('BLUE DOOR LLC')))
    await loadClinics(
      WEEK,
      clinic('11/10/2026', {
        ...named('BLUE DOOR PLLC'),
        'Provider Business Practice Location Address City Name': 'ITHACA',
      }),
    )
    await verifyAll(db)
    expect(await listReviewItems(db, true)).toMatchObject([
      { row_key: NPI, level: 'possible', row_words: expect.stringContaining('PLLC; ITHACA NY') },
    ])
  })
})

const loadedDays = async () => (await listCurrentImports(db, 'nppes')).map((one) => one.covers_to)

describe('a monthly file', () => {
  test('takes the place of the month before and leaves later weeks in use', async () => {
    await loadClinics('20050523-20261011', clinic('01/02/2026', {}))
    await loadClinics('20261102-20261108', clinic('11/05/2026', {}))
    await loadClinics(WEEK, clinic('11/10/2026', named('WEEKLY KETAMINE')))
    const other = { NPI: '1000000004', ...named('NO SUCH WORD') }
    const rows = [clinic('11/05/2026', named('MONTHLY KETAMINE')), clinic('11/05/2026', other)]
    await loadClinics(MONTH, ...rows)
    expect(await loadedDays()).toEqual(['2026-11-15', '2026-11-08'])
    expect((await discover(db)).map((one) => one.name)).toEqual(['WEEKLY KETAMINE'])
  })

  test('is told from another file by its header before its name is asked', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    const stranger = load(db, 'nppes', madeFile('other.csv', 'a,b\n1,2\n'))
    await expect(stranger).rejects.toThrow('is not the NPI main file')
    const renamed = madeFile('npi.csv', text(NPPES_V2_HEADER, clinic('01/03/2026', {})))
    await expect(load(db, 'nppes', renamed)).rejects.toThrow('Neither a month nor a week')
  })

  test('is refused where a later one is in use', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    const older = loadClinics('20050523-20261011', clinic('01/01/2026', {}))
    await expect(older).rejects.toThrow('older than the one in use')
  })
})

describe('a deactivated organization is no candidate', () => {
  const stub = nppesRow({ NPI, 'NPI Deactivation Date': '11/12/2026' })

  test.each(['relevant', 'known'] as const)('once a week says so, %s rows kept', async (keep) => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    const week = madeFile(`npidata_pfile_${WEEK}.csv`, text(NPPES_V2_HEADER, stub))
    expect(await load(db, 'nppes', week, { keep })).toMatchObject({ rows_kept: 1 })
    expect(await discover(db)).toEqual([])
  })

  test('once the report of deactivated numbers says so, unless it came back since', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    expect((await screenNpis(db)).not_loaded).toEqual(['leie', 'nppes-deactivations'])
    const report = `NPPES Deactivated NPI Report,\nNPI,NPPES Deactivation Date\n${NPI},11/03/2026\n`
    await load(db, 'nppes-deactivations', madeFile('Report_111026_V2.csv', report))
    expect(await discover(db)).toEqual([])
    expect((await screenNpis(db)).not_loaded).toEqual(['leie'])
    const [gone] = await listCurrentImports(db, 'nppes-deactivations')
    expect(gone).toMatchObject({ covers_to: '2026-11-10', rows_refused: 0 })
    await loadClinics(WEEK, clinic('11/10/2026', { 'NPI Reactivation Date': '11/10/2026' }))
    expect(await discover(db)).toHaveLength(1)
  })
})

describe('secondary places', () => {
  const duplicates = async () => (await discover(db)).map((one) => one.duplicates)

  test('tell that an organization is in the directory already, by address and by phone', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    expect(await duplicates()).toEqual([[]])
    await loadPlaces(MONTH, place('9 OTHER RD'), place('12 DOOR STREET'))
    expect(await duplicates()).toEqual([[{ provider_id: 'blue-door', by: ['address'] }]])
    await loadPlaces(WEEK, place('9 OTHER RD', '5185550100'))
    expect(await duplicates()).toEqual([[{ provider_id: 'blue-door', by: ['phone'] }]])
  })

  test('are those of the youngest file that has any of the number', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', {}))
    await loadPlaces(MONTH, place('12 DOOR STREET'))
    await loadPlaces(WEEK, place('12 DOOR STREET', '', '1000000004'))
    expect(await duplicates()).not.toEqual([[]])
    await loadPlaces(NEXT_WEEK, place('9 OTHER RD'))
    expect(await duplicates()).toEqual([[]])
  })

  test('count beside a name as the street of a match', async () => {
    await loadClinics(MONTH, clinic('01/02/2026', named('BLUE DOOR LLC')))
    await loadPlaces(MONTH, place('12 DOOR STREET'))
    await verifyAll(db)
    expect(await listReviewItems(db, true)).toMatchObject([
      { level: 'likely', agreed: 'name, address, city, state' },
    ])
  })
})
