import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseRecord } from '#core/contract/provider.ts'
import { listReviewItems } from '#db/check-reviews.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import type { Db } from '#db/schema.ts'
import { discover, draftRecord } from '#server/actions/discover.ts'
import type { ScreenReport } from '#server/actions/screen.ts'
import { screenNpis } from '#server/actions/screen.ts'
import { openEmpty, realRecords, save } from '../db/arrange.ts'
import { load, verifyAll } from './imported.ts'
import { hasRegistryData, onRealFiles, realFile } from './registry-data.ts'

const CA = 'ca-medical-board'
const LOADS: [list: string, file: string[], more?: { add?: boolean; keep?: 'all' | 'relevant' }][] =
  [
    ['leie', ['leie-2026', 'UPDATED.head4.csv']],
    ['nppes', ['nppes-ct-2018', 'practitioners.csv']],
    ['nppes', ['nppes-ct-2018', 'organizations.csv'], { add: true }],
    ['nppes-other-names', ['nppes-weekly-2023', 'othername_pfile.csv']],
    ['nppes-places', ['nppes-weekly-2023', 'pl_pfile.csv']],
    ['nppes-deactivations', ['nppes-deactivated-2026', 'nppes_deactivated_seed.csv']],
    ['license:ca-medical-actions', [CA, 'ca_discipline_2008-2017.csv']],
    ['license:ca-medical-alerts', [CA, 'Disciplinary-Alert-Actions-2022.xlsx']],
    ['license:ca-medical-alerts', [CA, 'Disciplinary-Alert-Actions-2023.xlsx'], { add: true }],
  ]

async function loadAll(db: Db): Promise<void> {
  for (const [list, file, more] of LOADS) await load(db, list, realFile(...file), more)
  const folder = 'leie-supplements-2015-2017'
  for (const name of readdirSync(realFile(folder)).filter((one) => one.endsWith('.csv'))) {
    const list = /rein/i.test(name) ? 'leie-reinstatements' : 'leie-supplement'
    await load(db, list, realFile(folder, name))
  }
}

describe.skipIf(!hasRegistryData)(onRealFiles('every real file, loaded into one database'), () => {
  let db: Db
  let report: ScreenReport
  beforeAll(async () => {
    db = await openEmpty()
    await loadAll(db)
    report = await screenNpis(db)
  }, 120_000)

  test('is in use with every row that can be read', async () => {
    const sums = new Map<string, number>()
    for (const { list, rows_kept } of await listCurrentImports(db)) {
      sums.set(list, (sums.get(list) ?? 0) + rows_kept)
    }
    expect(Object.fromEntries(sums)).toEqual({
      leie: 4,
      'leie-supplement': 4779,
      'leie-reinstatements': 757,
      nppes: 2040,
      'nppes-other-names': 5384,
      'nppes-places': 15390,
      'nppes-deactivations': 4000,
      'license:ca-medical-actions': 7559,
      'license:ca-medical-alerts': 1572,
    })
    const months = (await listCurrentImports(db, 'leie-supplement')).map(
      ({ covers_to }: RegistryImport) => covers_to,
    )
    expect([months.length, months.toSorted()[0], months.toSorted().at(-1)]).toEqual([
      16,
      '2015-11-30',
      '2017-02-28',
    ])
  })

  test('holds one match by NPI and three namesakes, each looked at by hand', () => {
    expect(report.records).toBe(2040)
    expect(
      report.exclusions
        .map(({ level, npi, name, row_words }) => [level, npi, name, row_words])
        .sort(),
    ).toEqual([
      [
        'certain',
        '1871597310',
        'MARSHALL, JAMES WARNER JR.',
        'MARSHALL, JAMES W JR; NPI 1871597310; INTERNAL MEDICINE; ORANGE CT; 1128a4 since 2016-10-20',
      ],
      [
        'possible',
        '1326047960',
        'SMITH, KATHY',
        'SMITH, KATHY JO; no NPI; NURSE/NURSES AIDE; BARDSTOWN KY; 1128a3 since 2017-03-20',
      ],
      [
        'possible',
        '1427056472',
        'JOHNSON, DEBRA',
        'JOHNSON, DEBRA A; no NPI; PERSONAL CARE PROVID; REDBY MN; 1128b5 since 2017-03-20',
      ],
      [
        'possible',
        '1447258322',
        'SMITH, ELIZABETH',
        'SMITH, ELIZABETH GUM; no NPI; NURSE/NURSES AIDE; LA GRANGE NC; 1128b4 since 2016-10-20',
      ],
    ])
    // Only the number settles anything; a namesake agrees in the name and in nothing else.
    for (const one of report.exclusions.filter(({ level }) => level === 'possible')) {
      expect([one.agreed, one.disagreed, one.because]).toEqual([
        ['name'],
        ['state'],
        'Only the name agrees.',
      ])
    }
  })

  test('holds one of the people on the list of deactivated numbers', () => {
    expect(report.deactivated).toEqual([
      { npi: '1467455758', name: 'DOWDLE, JOHN D', deactivated_on: '2026-06-04' },
    ])
  })

  test('holds one organization that says ketamine, and its draft is a sound record', async () => {
    const found = await discover(db)
    expect(found.map(({ npi, reason }) => [npi, reason])).toEqual([
      ['1376243642', 'Its name says ketamine: Quest Ketamine Therapies PLLC.'],
    ])
    const draft = await draftRecord(db, '1376243642', '2026-11-23')
    expect(parseRecord(draft)).toMatchObject({ ok: true })
  })

  test('holds nobody of the directory, and raises no namesake of anyone there', async () => {
    await save(db, realRecords())
    const verified = await verifyAll(db)
    const clinicians = verified.flatMap(({ checks }) =>
      checks.filter((one) => one.subject_kind === 'clinician' && one.list === 'oig_leie'),
    )
    // Three of them give one part of their name: nothing can be said of those.
    const count = (wanted: string) => clinicians.filter(({ state }) => state === wanted).length
    expect([count('checked_nothing_found'), count('not_checked')]).toEqual([22, 3])
    expect(await listReviewItems(db, true)).toEqual([])
    expect(verified.flatMap(({ findings }) => findings)).toEqual([])
  })

  test('does not hold the file that a data tool has saved', async () => {
    const sample = realFile('nppes-v2-2025', 'nppes_sample.csv')
    const loading = load(db, 'nppes', sample, { force: true })
    await expect(loading).rejects.toThrow('saved again by a spreadsheet')
    const current = await listCurrentImports(db, 'nppes')
    expect(current.map(({ rows_kept }) => rows_kept)).toEqual([2000, 40])
  })
})
