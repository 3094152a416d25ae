import { describe, expect, test } from 'vitest'
import type { BanRow, BanSubject } from './ban-finding.ts'
import { BAN_LISTS, banResult, disciplineBan, exclusionBan } from './ban-finding.ts'
import type { IsoDate } from './calendar.ts'
import { disciplineEvents } from './discipline-events.ts'
import type { ExclusionSpan } from './exclusion-span.ts'
import { exclusionSpans, spanState } from './exclusion-span.ts'
import { exclusionReason } from './exclusion-type.ts'
import { identityResult } from './identity-finding.ts'
import { claimedLicenseResult, licenseResult } from './license-finding.ts'
import type { MatchLevel } from './match-ladder.ts'
import { parseNpi } from './npi.ts'
import type { Check, CheckedMatch, CheckSource } from './registry-check.ts'
import type { ExclusionRow, LicenseRow, LicenseStatus, NpiRecord } from './registry-rows.ts'

const day = (text: string) => text as IsoDate
const TODAY = day('2026-11-23')
const SOURCE: CheckSource = {
  source: 'wa-health',
  url: 'https://example.gov/list',
  sha256: 'ab',
  request: null,
  covers_from: null,
  covers_to: day('2026-11-01'),
  checked_on: TODAY,
  by: 'program',
}

function found<Row>(
  row: Row,
  level: MatchLevel = 'certain',
  review: CheckedMatch<Row>['review'] = null,
): CheckedMatch<Row> {
  return { row, row_key: 'r 1', match: { level, agreed: [], disagreed: [], because: '' }, review }
}
const checked = <Row>(...matches: CheckedMatch<Row>[]): Check<Row> => ({
  outcome: 'checked',
  source: SOURCE,
  matches,
})
const NOT_CHECKED = { outcome: 'not_checked' } as const
const DOWN = { outcome: 'source_unavailable', because: 'HTTP 500', source: SOURCE } as const

function license(status: LicenseStatus, more: Partial<LicenseRow> = {}): LicenseRow {
  return {
    source: 'wa-health',
    state: 'WA',
    row_key: 'MD1',
    license_number: 'MD1',
    license_type: 'MD',
    last_name: 'DOE',
    first_name: 'JANE',
    middle_name: null,
    suffix: null,
    business_name: null,
    birth_year: null,
    city: null,
    home_state: null,
    status,
    status_words: status.toUpperCase(),
    issued_on: null,
    expires_on: null,
    discipline: [],
    tells_discipline: true,
    verify_url: null,
    ...more,
  }
}

describe('A2, the license', () => {
  const result = (check: Check<LicenseRow>) => licenseResult(check, 'WA', TODAY)

  test.each<[LicenseStatus, string | undefined]>([
    ['active', 'met'],
    ['active_restricted', 'partly'],
    ['expired', 'not_met'],
    ['suspended', 'not_met'],
    ['revoked', 'not_met'],
    ['surrendered', 'not_met'],
    ['retired', undefined],
    ['inactive', undefined],
    ['unknown', undefined],
  ])('that is %s gives %s', (status, level) => {
    const { finding, todo } = result(checked(found(license(status))))
    expect(finding?.level).toBe(level)
    // What the rubric does not name waits for a person, and is never silently dropped.
    expect(todo === null).toBe(level !== undefined)
  })

  test('found at the board is proof, with its day, its row and its words', () => {
    expect(result(checked(found(license('active')))).finding).toEqual({
      criterion: 'A2',
      level: 'met',
      strength: 'proof',
      modality: null,
      setting: null,
      state: 'WA',
      url: 'https://example.gov/list#r%201',
      observed_on: '2026-11-01',
      retrieved_on: '2026-11-23',
      row_key: 'r 1',
      basis: 'The board\'s record of license MD1 in WA says "ACTIVE".',
    })
  })

  test('keeps not checked, unavailable and nothing found apart, and none of them is a finding', () => {
    const results = [NOT_CHECKED, DOWN, checked<LicenseRow>()].map(result)
    expect(results.map(({ state }) => state)).toEqual([
      'not_checked',
      'source_unavailable',
      'checked_nothing_found',
    ])
    expect(results.map(({ finding }) => finding)).toEqual([null, null, null])
  })

  test('is never judged by a row that is not settled', () => {
    const rows: [MatchLevel, CheckedMatch<LicenseRow>['review']][] = [
      ['likely', null],
      ['possible', null],
      ['possible', 'confirmed'],
    ]
    for (const [level, review] of rows) {
      expect(result(checked(found(license('revoked'), level, review))).finding).toBeNull()
    }
    expect(result(checked(found(license('revoked'), 'likely', 'confirmed'))).finding?.level).toBe(
      'not_met',
    )
    expect(result(checked(found(license('revoked'), 'certain', 'rejected'))).state).toBe(
      'checked_nothing_found',
    )
  })

  test('in another state says nothing about this one', () => {
    expect(result(checked(found(license('active', { state: 'OR' })))).state).toBe(
      'checked_nothing_found',
    )
  })

  test('that has run out since the file was made waits for a look', () => {
    const row = license('active', { expires_on: day('2026-11-10') })
    expect(result(checked(found(row)))).toMatchObject({ state: 'in_review', finding: null })
  })

  test('beside a revoked one waits for a decision', () => {
    expect(result(checked(found(license('active')), found(license('revoked'))))).toMatchObject({
      state: 'in_review',
      finding: null,
    })
  })
})

const NPI = parseNpi('1234567893')
if (NPI === null) throw new RangeError('example NPI')
const RECORD: NpiRecord = {
  npi: NPI,
  kind: 'person',
  status: 'active',
  deactivated_on: null,
  reactivated_on: null,
  replacement_npi: null,
  organization_name: null,
  last_name: 'DOE',
  first_name: 'JANE',
  middle_name: null,
  suffix: null,
  credential: 'MD',
  other_names: [],
  mailing: null,
  practice: null,
  other_places: [],
  enumerated_on: null,
  updated_on: null,
  certified_on: null,
  official: null,
  parent_name: null,
  taxonomies: [{ code: '2084P0800X', license_number: 'MD1', license_state: 'WA', primary: true }],
}

describe('the NPI registry', () => {
  test('supports A1 and A2 weakly, as a floor, and never against anyone', () => {
    const floor = { level: 'partly', at_least: true, strength: 'weak' }
    expect(identityResult(checked(found(RECORD))).finding).toMatchObject({
      criterion: 'A1',
      ...floor,
    })
    expect(claimedLicenseResult(checked(found(RECORD)), 'WA').finding).toMatchObject({
      criterion: 'A2',
      state: 'WA',
      ...floor,
    })
    expect(claimedLicenseResult(checked(found(RECORD)), 'OR')).toMatchObject({
      state: 'checked_nothing_found',
      finding: null,
    })
  })

  test('does not back a license that a board action stopped, but does back another', () => {
    const claim = { code: '2084P0800X', license_number: 'MD12345', license_state: 'WA' }
    const check = checked(found({ ...RECORD, taxonomies: [{ ...claim, primary: true }] }))
    const of = (number: string) =>
      claimedLicenseResult(check, 'WA', [{ state: 'WA', number }]).finding?.level
    expect(of('MD 12345')).toBeUndefined()
    expect(of('MD54321')).toBe('partly')
  })

  test('tells a deactivated number from one that is not found', () => {
    const gone: NpiRecord = { ...RECORD, status: 'deactivated', deactivated_on: day('2026-06-04') }
    expect(identityResult(checked(found(gone)))).toMatchObject({
      state: 'found',
      finding: null,
      statement: 'NPI 1234567893 was deactivated on June 4, 2026.',
    })
    expect(identityResult(checked()).state).toBe('checked_nothing_found')
    expect([identityResult(NOT_CHECKED).state, identityResult(DOWN).state]).toEqual([
      'not_checked',
      'source_unavailable',
    ])
  })
})

const EXCLUSION: ExclusionRow = {
  kind: 'excluded',
  last_name: 'DOE',
  first_name: 'JANE',
  middle_name: null,
  business_name: null,
  general: null,
  specialty: null,
  upin: null,
  npi: NPI,
  npi_as_given: NPI,
  born_on: null,
  address: null,
  city: null,
  state: 'WA',
  zip: null,
  exclusion_type: '1128b4',
  exclusion_type_as_given: '1128b4',
  excluded_on: day('2016-01-20'),
  reinstated_on: null,
  waived_on: null,
  waiver_state: null,
}
const span = (more: Partial<ExclusionSpan> = {}): ExclusionSpan => ({
  row: EXCLUSION,
  excluded_on: EXCLUSION.excluded_on,
  reinstated_on: null,
  in_force_on: day('2026-10-31'),
  ...more,
})

describe('an exclusion', () => {
  test('can end and come again: its history is a list of spans', () => {
    const again = { ...EXCLUSION, excluded_on: day('2018-05-20') }
    const back = { ...EXCLUSION, kind: 'reinstated' as const, reinstated_on: day('2017-02-01') }
    const spans = exclusionSpans([
      { row: EXCLUSION, file: 'exclusions', listed_on: day('2016-01-31') },
      { row: back, file: 'reinstatements', listed_on: day('2017-02-28') },
      { row: again, file: 'full', listed_on: day('2026-10-31') },
    ])
    expect(spans.map((one) => [one.excluded_on, one.reinstated_on, spanState(one)])).toEqual([
      ['2018-05-20', null, 'in_force'],
      ['2016-01-20', '2017-02-01', 'ended'],
    ])
  })

  test('known from a monthly file alone is not called current', () => {
    expect(exclusionBan(span({ in_force_on: null }), 'WA').effect).toBe('unclear')
    expect(exclusionBan(span(), 'WA').effect).toBe('ban')
  })

  test('that is waived in the state is shown and is no ban there', () => {
    const waived = span({ row: { ...EXCLUSION, waiver_state: 'WA', waived_on: day('2020-01-01') } })
    expect([exclusionBan(waived, 'WA').effect, exclusionBan(waived, 'OR').effect]).toEqual([
      'limit',
      'ban',
    ])
  })

  test('is worded by its statute: a loan is a loan, and codes we do not know stay codes', () => {
    expect(exclusionReason('1128a1   ')).toEqual({
      citation: '1128(a)(1)',
      words: 'convicted of a crime tied to Medicare or a state health program',
    })
    expect(exclusionReason('1128b14')).toEqual({
      citation: '1128(b)(14)',
      words: 'unpaid health education loan',
    })
    expect(exclusionReason('1128Aa').citation).toBe('1128A(a)')
    expect(exclusionReason('BRCH CIA').words).toContain('agreement')
    expect(exclusionReason('9999z')).toEqual({
      citation: '9999z',
      words: 'a reason that the list gives only as a code',
    })
  })
})

describe('A3, bans and orders', () => {
  type Checks = BanSubject['checks']
  const all = (check: Checks['sam'], more: Partial<Checks> = {}): Checks => ({
    ...(Object.fromEntries(BAN_LISTS.map((list) => [list, check])) as Checks),
    ...more,
  })
  const of = (...subjects: Checks[]) =>
    banResult(subjects.map((checks, index) => ({ name: `S${index}`, checks })))
  const ban: BanRow = { effect: 'ban', words: 'excluded' }
  const limit: BanRow = { effect: 'limit', words: 'reprimand' }
  const unclear: BanRow = { effect: 'unclear', words: 'suspended once' }

  test('are met only when every list was checked for everyone', () => {
    expect(of(all(checked()), all(checked())).finding).toMatchObject({
      level: 'met',
      strength: 'proof',
    })
    const partial = of(all(checked()), all(checked(), { sam: NOT_CHECKED }))
    expect(partial).toMatchObject({
      state: 'checked_nothing_found',
      finding: null,
      todo: 'Check SAM.gov.',
    })
    expect(partial.statement).toContain('Not checked: SAM.gov')
  })

  test('keep not checked and unavailable apart', () => {
    expect([of(all(NOT_CHECKED)).state, of(all(DOWN)).state]).toEqual([
      'not_checked',
      'source_unavailable',
    ])
  })

  test('fail by one settled ban, whatever else is not checked', () => {
    const result = of(all(NOT_CHECKED), all(NOT_CHECKED, { oig_leie: checked(found(ban)) }))
    expect(result).toMatchObject({
      state: 'found',
      finding: { level: 'not_met', strength: 'proof', basis: 'S1: excluded.' },
    })
  })

  test('do not fail by a likely ban before review, nor ever by a name', () => {
    expect(of(all(checked(), { oig_leie: checked(found(ban, 'likely')) }))).toMatchObject({
      state: 'in_review',
      finding: null,
    })
    const named = all(checked(), { oig_leie: checked(found(ban, 'possible', 'confirmed')) })
    expect(of(named)).toMatchObject({ state: 'in_review', finding: null })
    const rejected = all(checked(), { oig_leie: checked(found(ban, 'possible', 'rejected')) })
    expect(of(rejected).finding?.level).toBe('met')
  })

  test('are partly met by an order, unless a suspension beside it is unclear', () => {
    expect(of(all(checked(), { board_orders: checked(found(limit)) })).finding?.level).toBe(
      'partly',
    )
    expect(
      of(all(checked(), { board_orders: checked(found(limit), found(unclear)) })),
    ).toMatchObject({ state: 'in_review', finding: null })
  })
})

describe('a board action', () => {
  const item = (
    kind: 'order' | 'allegation' | 'closed_allegation' | 'unspecified',
    words: string,
  ) => ({ kind, words, on: day('2020-01-02'), case_number: null })

  test('that suspends is a ban only while the license says so', () => {
    expect(disciplineBan(item('order', 'Suspended'), license('suspended'))?.effect).toBe('ban')
    expect(disciplineBan(item('order', 'Suspended'), license('active'))?.effect).toBe('unclear')
    expect(disciplineBan(item('order', 'Public Reprimand'), license('active'))?.effect).toBe(
      'limit',
    )
  })

  test.each(['Surrendered', 'Automatic Cancellation', 'CANCELLED', 'Voluntary relinquishment'])(
    'in the words "%s" ends practice, and is never a mere order',
    (words) => {
      expect(disciplineBan(item('order', words), license('unknown'))?.effect).toBe('unclear')
      expect(disciplineBan(item('order', words), license('surrendered'))?.effect).toBe('ban')
    },
  )

  test('that only alleges is an event with its stage and no finding', () => {
    const accused = item('allegation', 'Accusation Filed')
    expect(disciplineBan(accused, license('active'))).toBeNull()
    const row = license('active', {
      discipline: [
        accused,
        item('closed_allegation', 'Accusation Withdrawn'),
        item('unspecified', 'Yes'),
      ],
    })
    expect(
      disciplineEvents(row, 'The board').map(({ stage, summary }) => [stage, summary]),
    ).toEqual([
      [
        'filed',
        'The board made an allegation, which is not a finding of fault: "Accusation Filed".',
      ],
      ['dismissed', 'The board withdrew or dismissed an allegation: "Accusation Withdrawn".'],
    ])
  })
})
