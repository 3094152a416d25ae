import { describe, expect, test } from 'vitest'
import { identityResult } from '#core/identity-finding.ts'
import { claimedLicenseResult, licenseResult } from '#core/license-finding.ts'
import type { MatchLevel } from '#core/match-ladder.ts'
import type { Check, CheckedMatch } from '#core/registry-check.ts'
import type { LicenseRow, LicenseStatus, NpiRecord } from '#core/registry-rows.ts'
import {
  checked,
  DOWN,
  EXAMPLE_RECORD,
  exampleLicense,
  found,
  NOT_CHECKED,
} from './example-rows.ts'
import { day } from './imported.ts'

const TODAY = day('2026-11-23')

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
    const { finding, todo } = result(checked(found(exampleLicense(status))))
    expect(finding?.level).toBe(level)
    // What the rubric does not name waits for a person, and is never silently dropped.
    expect(todo === null).toBe(level !== undefined)
  })

  test('found at the board is proof, with its day, its row and its words', () => {
    expect(result(checked(found(exampleLicense('active')))).finding).toEqual({
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
      expect(result(checked(found(exampleLicense('revoked'), level, review))).finding).toBeNull()
    }
    expect(
      result(checked(found(exampleLicense('revoked'), 'likely', 'confirmed'))).finding?.level,
    ).toBe('not_met')
    expect(result(checked(found(exampleLicense('revoked'), 'certain', 'rejected'))).state).toBe(
      'checked_nothing_found',
    )
  })

  test('in another state says nothing about this one', () => {
    expect(result(checked(found(exampleLicense('active', { state: 'OR' })))).state).toBe(
      'checked_nothing_found',
    )
  })

  test('that has run out since the file was made waits for a look', () => {
    const row = exampleLicense('active', { expires_on: day('2026-11-10') })
    expect(result(checked(found(row)))).toMatchObject({ state: 'in_review', finding: null })
  })

  test('beside a revoked one waits for a decision', () => {
    expect(
      result(checked(found(exampleLicense('active')), found(exampleLicense('revoked')))),
    ).toMatchObject({
      state: 'in_review',
      finding: null,
    })
  })
})

describe('the NPI registry', () => {
  test('supports A1 and A2 weakly, as a floor, and never against anyone', () => {
    const floor = { level: 'partly', at_least: true, strength: 'weak' }
    expect(identityResult(checked(found(EXAMPLE_RECORD))).finding).toMatchObject({
      criterion: 'A1',
      ...floor,
    })
    expect(claimedLicenseResult(checked(found(EXAMPLE_RECORD)), 'WA').finding).toMatchObject({
      criterion: 'A2',
      state: 'WA',
      ...floor,
    })
    expect(claimedLicenseResult(checked(found(EXAMPLE_RECORD)), 'OR')).toMatchObject({
      state: 'checked_nothing_found',
      finding: null,
    })
  })

  test('does not back a license that a board action stopped, but does back another', () => {
    const claim = { code: '2084P0800X', license_number: 'MD12345', license_state: 'WA' }
    const check = checked(found({ ...EXAMPLE_RECORD, taxonomies: [{ ...claim, primary: true }] }))
    const of = (number: string) =>
      claimedLicenseResult(check, 'WA', [{ state: 'WA', number }]).finding?.level
    expect(of('MD 12345')).toBeUndefined()
    expect(of('MD54321')).toBe('partly')
  })

  test('tells a deactivated number from one that is not found', () => {
    const gone: NpiRecord = {
      ...EXAMPLE_RECORD,
      status: 'deactivated',
      deactivated_on: day('2026-06-04'),
    }
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
