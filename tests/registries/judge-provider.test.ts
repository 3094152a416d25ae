import { describe, expect, test } from 'vitest'
import { licenseResult } from '#core/license-finding.ts'
import type { Match } from '#core/match.ts'
import type { Check, CheckSource } from '#core/registry-check.ts'
import type { LicenseRow } from '#core/registry-rows.ts'
import type { PersonCheck } from '#db/check-results.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { personLicenseCheck } from '#server/actions/check-sources.ts'
import type { Gathered } from '#server/actions/gather-rows.ts'
import { joinLicenseChecks } from '#server/actions/join-checks.ts'
import { judgeProvider } from '#server/actions/judge-provider.ts'
import type { LicenseCandidate } from '#server/actions/license-check.ts'
import { subjectsOf } from '#server/actions/subjects.ts'
import { smallRecord } from '../db/arrange.ts'
import { EXAMPLE_RECORD, exampleLicense } from './example-rows.ts'
import { AT, day } from './imported.ts'

const TODAY = day('2026-11-23')
const CERTAIN: Match = { level: 'certain', agreed: [], disagreed: [], because: '' }
const SITES = [{ city: 'Fresno', state: 'CA', zip: '93650', source: 'S1' }]
const CALIFORNIA = smallRecord({ locations: SITES, serves: undefined })

function importOf(list: string, more: Partial<RegistryImport> = {}): RegistryImport {
  return {
    id: 1,
    list,
    file_name: 'file.csv',
    member: null,
    address: null,
    sha256: 'a'.repeat(64),
    mode: 'replaces',
    covers_from: null,
    covers_to: day('2026-11-01'),
    newest_on: null,
    state: 'done',
    message: null,
    rows_read: 1,
    rows_kept: 1,
    rows_refused: 0,
    held_by_pid: 1,
    held_by_host: 'here',
    started_at: AT,
    seen_at: AT,
    ended_at: AT,
    superseded_at: null,
    ...more,
  }
}

function license(from: RegistryImport, more: Partial<LicenseRow>): LicenseCandidate {
  const row = exampleLicense('unknown', {
    source: from.list.slice('license:'.length),
    state: 'CA',
    row_key: 'G66535',
    license_number: 'G66535',
    license_type: 'Physician',
    status_words: null,
    ...more,
  })
  return { row, line: 2, from, match: { ...CERTAIN, level: 'likely' }, review: 'confirmed' }
}

const NPI_CALL: CheckSource = {
  source: 'npi-registry',
  url: 'https://npi.example',
  sha256: null,
  request: 'number=1234567893',
  covers_from: null,
  covers_to: TODAY,
  checked_on: TODAY,
  by: 'program',
}

/** The record of an active number whose holder typed in one license. */
function claiming(license_state: string, license_number: string): Gathered['npi'] {
  const taxonomy = { code: '2084P0800X', license_number, license_state, primary: true }
  const row = { ...EXAMPLE_RECORD, taxonomies: [taxonomy] }
  const found = { row, row_key: row.npi, match: CERTAIN, review: null }
  return { outcome: 'checked', source: NPI_CALL, matches: [found] }
}

type Given = {
  record?: typeof CALIFORNIA
  clinician?: Partial<Gathered>
  imports?: RegistryImport[]
  persons?: PersonCheck[]
}

function judge({ record = CALIFORNIA, clinician = {}, imports = [], persons = [] }: Given) {
  const gathered = subjectsOf(record).map(
    (subject): Gathered => ({
      subject,
      npi: { outcome: 'not_checked' },
      exclusions: [],
      licenses: [],
      ...(subject.kind === 'clinician' ? clinician : {}),
    }),
  )
  const reviewed = () => null
  return judgeProvider({ record, gathered, imports, reviewed, persons, today: TODAY })
}

const levels = ({ produced }: ReturnType<typeof judge>) =>
  produced.findings.map(({ criterion, level }) => `${criterion} ${level}`)

test('a license that the board took back is neither a mere order nor backed by a claim', () => {
  const from = importOf('license:ca-medical-actions')
  const words = { kind: 'order' as const, words: 'Surrendered', on: null, case_number: null }
  const npi = claiming('CA', 'G 66535')
  const surrendered = [license(from, { discipline: [words] })]
  expect(levels(judge({ clinician: { npi, licenses: surrendered }, imports: [from] }))).toEqual([
    'A1 partly',
  ])
  const reprimanded = [license(from, { discipline: [{ ...words, words: 'Public reprimand' }] })]
  expect(levels(judge({ clinician: { npi, licenses: reprimanded }, imports: [from] }))).toEqual([
    'A1 partly',
    'A2 partly',
    'A3 partly',
  ])
})

test('a check names the address that its file was downloaded from', () => {
  const address = 'https://board.example/actions.csv'
  const from = importOf('license:ca-medical-actions', { address })
  const order = { kind: 'order' as const, words: 'Probation', on: null, case_number: null }
  const licenses = [license(from, { discipline: [order] })]
  const { checks } = judge({ clinician: { licenses }, imports: [from] })
  const onFile = checks.filter(({ sha256 }) => sha256 === from.sha256)
  expect(onFile.length).toBeGreaterThan(0)
  expect(new Set(onFile.map(({ request }) => request))).toEqual(new Set([address]))
})

function seen(answer: PersonCheck['answer'], checked_on: string, row_key = 'G66535'): PersonCheck {
  return {
    id: 'look',
    provider_id: 'blue-door',
    subject_kind: 'clinician',
    subject: 'Ada Example',
    list: 'license',
    state: 'CA',
    answer,
    row_key,
    note: null,
    url: 'https://board.example',
    checked_on: day(checked_on),
    actor: 'curator',
    at: AT,
  }
}

describe('a license that is on file as expired', () => {
  const from = importOf('license:ca-roster', { covers_to: day('2026-11-01') })
  const expired = license(from, { status: 'expired', status_words: 'Expired' })
  test.each<[string, PersonCheck, string | null]>([
    ['is active once a person saw that later', seen('active', '2026-11-22'), 'met'],
    ['stays expired where the file is newer', seen('active', '2026-10-22'), 'not_met'],
    ['waits for a person if both are of one day', seen('active', '2026-11-01'), null],
    ['is expired if both say so on one day', seen('expired', '2026-11-01'), 'not_met'],
    ['waits for a person who found nothing', seen('nothing_found', '2026-11-22'), null],
    ['waits beside an active one of another number', seen('active', '2026-11-22', 'A99999'), null],
  ])('%s', (_, look, level) => {
    const program: Check<LicenseRow> = {
      outcome: 'checked',
      source: { ...NPI_CALL, source: from.list, covers_to: from.covers_to },
      matches: [{ ...expired, row_key: expired.row.row_key }],
    }
    const check = joinLicenseChecks(program, personLicenseCheck(look, 'CA'))
    const result = licenseResult(check, 'CA', TODAY)
    expect(result.finding?.level ?? null).toBe(level)
    expect(result.state).toBe(level === null ? 'in_review' : 'found')
  })
})

test('a ban is not taken back by a look that found nothing, nor told while that is open', () => {
  const from = importOf('license:ca-medical-actions')
  const words = { kind: 'order' as const, words: 'Public reprimand', on: null, case_number: null }
  const clinician = { licenses: [license(from, { discipline: [words] })] }
  const look = (answer: PersonCheck['answer']) =>
    judge({
      clinician,
      imports: [from],
      persons: [{ ...seen(answer, '2026-11-22'), list: 'board_orders' }],
    })
  expect(levels(look('ended'))).toEqual(['A3 partly'])
  const open = look('nothing_found')
  expect(levels(open)).toEqual([])
  expect(open.checks.find(({ state }) => state === 'in_review')).toMatchObject({
    list: 'board_orders',
    subject: 'Ada Example',
  })
  expect(levels(look('ban'))).toEqual(['A3 not_met'])
})

test('a suspension that may have ended waits for a look, with its todo', () => {
  const from = importOf('license:ca-medical-actions')
  const words = 'Interim Suspension Order'
  const order = { kind: 'order' as const, words, on: null, case_number: null }
  const clinician = { licenses: [license(from, { discipline: [order] })] }
  const { checks } = judge({ clinician, imports: [from] })
  expect(checks.find(({ statement }) => statement.includes(words))).toMatchObject({
    list: 'board_orders',
    state: 'in_review',
    todo: expect.stringContaining('still in force'),
  })
})

test('a namesake who was rejected on a list of orders clears nobody of orders', () => {
  const from = importOf('license:ca-medical-actions')
  const order = { kind: 'order' as const, words: 'Public reprimand', on: null, case_number: null }
  const namesake = { ...license(from, { discipline: [order] }), review: 'rejected' as const }
  const persons = (['oig_leie', 'sam', 'dea_orders'] as const).flatMap((list) =>
    subjectsOf(CALIFORNIA).map(({ kind, name }) => ({
      ...seen('nothing_found', '2026-11-22'),
      subject_kind: kind,
      subject: name,
      list,
    })),
  )
  const clinician = { licenses: [namesake] }
  const judged = judge({ clinician, imports: [from], persons })
  expect(levels(judged)).toEqual([])
  const orders = judged.checks.filter(({ list }) => list === 'board_orders')
  expect(orders.map(({ state }) => state)).toEqual(['not_checked', 'not_checked'])
})

describe('a service without a site', () => {
  const licenses = (given: Given) =>
    judge(given).checks.flatMap(({ list, state }) =>
      list.startsWith('license') ? `${list} ${state}` : [],
    )
  const nowhere = smallRecord({ locations: undefined, serves: undefined })

  test('has its license looked for where it serves', () => {
    const serves = [{ states: ['OR', 'WA'], source: 'S1' }]
    const record = smallRecord({ locations: undefined, serves })
    expect(licenses({ record })).toEqual(['license:OR not_checked', 'license:WA not_checked'])
  })

  test('that serves nobody knows where has one license that is not checked', () => {
    expect(licenses({ record: nowhere })).toEqual(['license not_checked'])
  })

  test('shows the board that a person asked', () => {
    const persons = [seen('active', '2026-11-22')]
    expect(licenses({ record: nowhere, persons })).toEqual(['license:CA found'])
    expect(levels(judge({ record: nowhere, persons }))).toEqual(['A2 met'])
  })
})

test('a check and its finding name the file and the row that settled them', () => {
  const older = importOf('license:ca-medical-actions', {
    sha256: 'b'.repeat(64),
    covers_to: day('2024-12-31'),
  })
  const newer = importOf('license:ca-medical-actions', { id: 2, mode: 'adds' })
  const order = { kind: 'order' as const, words: 'Public reprimand', on: null, case_number: null }
  const unsettled = { ...license(newer, { row_key: 'other', discipline: [order] }), review: null }
  const settled = license(older, { row_key: 'A1:2024', discipline: [order] })
  const judged = judge({ clinician: { licenses: [unsettled, settled] }, imports: [newer, older] })
  expect(judged.checks.find(({ state }) => state === 'found')).toMatchObject({
    list: 'board_orders',
    row_key: 'A1:2024',
    sha256: older.sha256,
    covers_to: '2024-12-31',
  })
  expect(judged.produced.findings).toMatchObject([
    { criterion: 'A3', row_key: 'A1:2024', observed_on: '2024-12-31' },
  ])
})
