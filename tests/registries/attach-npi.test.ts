import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { listChecks } from '#db/check-results.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { findRecord } from '#db/providers.ts'
import { listKnownNpis } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import { seedProviders } from '#seeds/load.ts'
import { callCli } from '../called.ts'
import { smallRecord } from '../db/arrange.ts'
import { AT, leieText } from './imported.ts'
import { madeFile, madeFolder, quoted } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

const NPI = '1234567893'
const NAMESAKE = '1000000004'
const folder = mkdtempSync(join(tmpdir(), 'touchstone-attach-'))
afterAll(() => rmSync(folder, { recursive: true }))

let url = ''
let made = 0
const records = madeFolder()
const recordFile = join(records, 'blue-door.json')

async function withDb<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const seed = () => withDb((db) => seedProviders(db, records, { now: AT }))

beforeEach(async () => {
  made += 1
  url = join(folder, `attach-${made}.sqlite`)
  const locations = [{ city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }]
  const clinicians = [
    { name: 'Ada Example', credential: 'MD', role: 'medical_director', source: 'S1' },
  ]
  writeFileSync(
    recordFile,
    JSON.stringify({ ...smallRecord({ clinicians }), locations, findings: [] }),
  )
  await withDb(migrateToLatest)
  await seed()
})

const call = (...words: string[]) => callCli({ DATABASE_URL: url, TODAY: '2026-11-23' }, words)

const holder = (npi: string, more: Record<string, string> = {}) =>
  nppesRow({
    NPI: npi,
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': 'EXAMPLE',
    'Provider First Name': 'ADA',
    'Provider Business Practice Location Address City Name': 'ALBANY',
    'Provider Business Practice Location Address State Name': 'NY',
    'Healthcare Provider Taxonomy Code_1': '2084P0800X',
    'Provider License Number_1': '123456',
    'Provider License Number State Code_1': 'NY',
    ...more,
  })

async function loadHolders(...rows: string[][]) {
  const text = [NPPES_V2_HEADER, ...rows].map((row) => `${quoted(row)}\n`).join('')
  const file = madeFile('npidata_pfile_20050523-20261108.csv', text)
  expect(
    (await call('registry', 'import', 'nppes', file, '--keep', 'all', '--force')).err,
  ).not.toContain('Err')
}

async function loadExclusion(npi: string) {
  const file = madeFile('UPDATED.csv', leieText([{ last: 'EXAMPLE', first: 'ADA', npi }]))
  await call('registry', 'import', 'leie', file, '--covers', '2026-11-10', '--force')
}

const company = (npi: string, more: Record<string, string> = {}) =>
  nppesRow({
    NPI: npi,
    'Entity Type Code': '2',
    'Provider Organization Name (Legal Business Name)': 'BLUE DOOR LLC',
    'Provider Business Practice Location Address City Name': 'ALBANY',
    'Provider Business Practice Location Address State Name': 'NY',
    ...more,
  })

const checked = () =>
  withDb(async (db) => {
    const checks = await listChecks(db, 'blue-door')
    const ada = checks.filter(({ subject }) => subject === 'Ada Example')
    return Object.fromEntries(ada.map(({ list, state }) => [list, state]))
  })
const levels = () =>
  withDb(async (db) => {
    const { findings = [] } = (await findRecord(db, 'blue-door')) ?? {}
    return findings.map(({ criterion, level }) => `${criterion} ${level}`).sort()
  })
const toReview = async () =>
  JSON.parse((await call('review', 'list', '--json')).out) as {
    id: string
    row_key: string
    subject: string
  }[]

describe('a confirmed row of the NPI registry', () => {
  test('becomes the number of the clinician, by which everything settles', async () => {
    await loadHolders(holder(NPI), holder(NAMESAKE))
    await loadExclusion(NPI)
    const before = readFileSync(recordFile, 'utf8')
    expect((await call('verify')).out).toContain('checks wait for a person')
    expect(await levels()).toEqual([])
    const items = (await toReview()).filter(({ row_key }) => /^\d{10}$/.test(row_key))
    expect(items.map(({ row_key }) => row_key).sort()).toEqual([NAMESAKE, NPI])
    const [mine, other] = [NPI, NAMESAKE].map((npi) => items.find((one) => one.row_key === npi))

    const because = ['--because', 'Her page names this number.', '--by', 'Grace']
    const confirmed = await call('review', 'confirm', mine?.id ?? '', ...because)
    expect(confirmed.out).toContain(`NPI ${NPI} now counts as the number of Ada Example.`)
    expect(await levels()).toEqual(['A1 partly', 'A2 partly', 'A3 not_met'])
    expect(await checked()).toMatchObject({ 'npi-registry': 'found', oig_leie: 'found' })
    // Neither the confirmed number nor the namesake's waits any longer.
    expect((await call('verify')).out).toContain('0 checks wait for a person')
    expect(await toReview()).toEqual([])
    expect((await call('review', 'list', '--all')).out).toContain('confirmed by Grace, 20')

    const second = await call('review', 'confirm', other?.id ?? '', ...because)
    expect([second.code, second.err]).toEqual([
      1,
      expect.stringContaining(`Ada Example has NPI ${NPI} already: reject ${mine?.id} first.`),
    ])

    // The file on disk is as it was, and seeding it again, even changed, leaves the number.
    expect(readFileSync(recordFile, 'utf8')).toBe(before)
    writeFileSync(recordFile, before.replace('"name":"Blue Door"', '"name":"Blue Door Clinic"'))
    expect(await seed()).toMatchObject({ changed: 1 })
    await call('verify')
    expect(await levels()).toEqual(['A1 partly', 'A2 partly', 'A3 not_met'])
    expect(await withDb(listKnownNpis)).toEqual([NPI])
  })

  test('is let go once it is rejected', async () => {
    await loadHolders(holder(NPI))
    await call('verify')
    const [item] = await toReview()
    await call('review', 'confirm', item?.id ?? '', '--because', 'Same page.')
    expect(await levels()).toEqual(['A1 partly', 'A2 partly'])
    await call('review', 'reject', item?.id ?? '', '--because', 'A namesake after all.')
    expect(await levels()).toEqual([])
    expect(await checked()).toMatchObject({ 'npi-registry': 'not_checked' })
    expect(await withDb(listKnownNpis)).toEqual([])
    expect((await call('review', 'list', '--all')).out).toContain('A namesake after all.')
  })
})

describe('a company', () => {
  const because = ['--because', 'Its site is at that address.', '--by', 'Grace']
  const confirm = async (npi: string) => {
    const item = (await toReview()).find(({ row_key }) => row_key === npi)
    return await call('review', 'confirm', item?.id ?? '', ...because)
  }

  test('may hold several numbers, and every one counts', async () => {
    await loadHolders(company(NPI), company(NAMESAKE, { 'NPI Deactivation Date': '06/04/2026' }))
    await loadExclusion(NAMESAKE)
    await call('verify')
    expect((await confirm(NPI)).out).toContain(`NPI ${NPI} now counts as the number of Blue Door.`)
    expect(await levels()).toEqual([])
    const list = (await call('review', 'list')).out
    expect(list).toContain(`Blue Door has NPI ${NPI}. A company may hold one for each site or part`)
    expect((await confirm(NAMESAKE)).out).toContain('Blue Door now has 2 numbers: NPI ')
    // The federal list holds the second number, under the name of a person.
    expect((await toReview()).find(({ subject }) => subject === 'Blue Door')).toMatchObject({
      list: 'oig-leie',
      level: 'likely',
      agreed: 'npi, state',
    })
    expect(await withDb(listKnownNpis)).toHaveLength(2)
    const [identity] = await withDb((db) => listChecks(db, 'blue-door'))
    expect(identity).toMatchObject({
      row_key: NPI,
      statement: `NPI ${NPI} is active and names no person. All its numbers: ${NPI} (active), ${NAMESAKE} (deactivated).`,
    })
  })

  test('keeps the one when the other is taken back', async () => {
    await loadHolders(company(NPI), company(NAMESAKE))
    await call('verify')
    await confirm(NPI)
    await confirm(NAMESAKE)
    const items = JSON.parse((await call('review', 'list', '--all', '--json')).out)
    const mine = items.find(({ row_key }: { row_key: string }) => row_key === NAMESAKE)
    await call('review', 'reject', mine.id, '--because', 'Another clinic.')
    expect(await withDb(listKnownNpis)).toEqual([NPI])
    expect((await call('review', 'list')).out).toContain('0 to review')
  })

  test('gets a number that a curator found beside another one', async () => {
    await loadHolders(company(NPI), company(NAMESAKE))
    const found = (npi: string) =>
      call(
        ...['check', 'record', 'blue-door', '--list', 'npi', '--npi', npi],
        ...['--url', 'https://door.example', '--because', 'Printed at the foot of the page.'],
      )
    await found(NPI)
    expect((await found(NAMESAKE)).out).toContain('Blue Door now has 2 numbers')
  })
})

describe('a number that a curator found', () => {
  const found = (npi: string, ...more: string[]) =>
    call('check', 'record', 'blue-door', '--list', 'npi', '--npi', npi, ...more)
  const ADA = ['--clinician', 'Ada Example']
  const SOURCE = ['--url', 'https://door.example/team', '--because', 'Printed on the page.']

  test('is the number of the clinician until it is taken back', async () => {
    await loadHolders(holder(NPI), holder(NAMESAKE))
    await loadExclusion(NPI)
    const done = await found(NPI, ...ADA, ...SOURCE, '--by', 'Grace')
    expect(done.err).toBe('')
    expect(await levels()).toEqual(['A1 partly', 'A2 partly', 'A3 not_met'])
    expect(await toReview()).toEqual([])
    const all = (await call('review', 'list', '--all')).out
    expect(all).toMatch(/by Grace, .*: Printed on the page\. \(https:\/\/door\.example\/team\)/)
    expect((await found(NAMESAKE, ...ADA, ...SOURCE)).err).toContain(`has NPI ${NPI} already`)
    await seed()
    await call('verify')
    expect(await levels()).toEqual(['A1 partly', 'A2 partly', 'A3 not_met'])
    const id = /review reject (\w+)/.exec(done.out)?.[1] ?? ''
    expect((await call('review', 'reject', id, '--because', 'Misread.')).code).toBe(0)
    expect(await levels()).toEqual([])
    expect(await withDb(listKnownNpis)).toEqual([])
  })

  test('is refused with a wrong check digit, without reason or source, and for a stranger', async () => {
    await loadHolders(
      holder(NPI, {
        'Provider Last Name (Legal Name)': 'STRANGER',
        'Provider First Name': 'SAM',
      }),
    )
    const refusals = [
      await found('1234567890', ...ADA, ...SOURCE),
      await found(NPI, ...ADA, ...SOURCE.slice(0, 2)),
      await found(NPI, ...ADA, ...SOURCE.slice(2)),
      await found(NPI, ...ADA, ...SOURCE),
    ]
    expect(refusals.map(({ code, err }) => [code, err])).toEqual([
      [2, expect.stringContaining('a check digit')],
      [2, expect.stringContaining('--because is needed')],
      [2, expect.stringContaining('--url is needed')],
      [1, expect.stringContaining(`NPI ${NPI} is the number of STRANGER, SAM`)],
    ])
    expect(await withDb(listKnownNpis)).toEqual([])
  })

  test('settles nothing once a file holds it under another name', async () => {
    expect((await found(NPI, ...ADA, ...SOURCE)).code).toBe(0)
    await loadHolders(
      holder(NPI, {
        'Provider Last Name (Legal Name)': 'STRANGER',
        'Provider First Name': 'SAM',
      }),
    )
    await call('verify')
    expect(await levels()).toEqual([])
    expect(await checked()).toMatchObject({ 'npi-registry': 'in_review' })
    expect(await toReview()).toMatchObject([{ row_key: NPI, level: 'likely' }])
  })
})
