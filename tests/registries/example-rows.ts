/** Rows of registers as they are read, about a person who does not exist. */

import type { MatchLevel } from '#core/match-ladder.ts'
import { parseNpi } from '#core/npi.ts'
import type { Check, CheckedMatch, CheckSource } from '#core/registry-check.ts'
import type { LicenseRow, LicenseStatus, NpiRecord } from '#core/registry-rows.ts'
import { day } from './imported.ts'

const npi = parseNpi('1234567893')
if (npi === null) throw new RangeError('example NPI')
/** Jane Doe's active number, with one license that she typed in. */
export const EXAMPLE_RECORD: NpiRecord = {
  npi,
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

/** A license of Jane Doe in Washington. */
export function exampleLicense(status: LicenseStatus, more: Partial<LicenseRow> = {}): LicenseRow {
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

const SOURCE: CheckSource = {
  source: 'wa-health',
  url: 'https://example.gov/list',
  sha256: 'ab',
  request: null,
  covers_from: null,
  covers_to: day('2026-11-01'),
  checked_on: day('2026-11-23'),
  by: 'program',
}

/** One row of a check, with how surely it is the same person. */
export function found<Row>(
  row: Row,
  level: MatchLevel = 'certain',
  review: CheckedMatch<Row>['review'] = null,
): CheckedMatch<Row> {
  return { row, row_key: 'r 1', match: { level, agreed: [], disagreed: [], because: '' }, review }
}
/** A check that was made, with what it found. */
export const checked = <Row>(...matches: CheckedMatch<Row>[]): Check<Row> => ({
  outcome: 'checked',
  source: SOURCE,
  matches,
})
export const NOT_CHECKED = { outcome: 'not_checked' } as const
export const DOWN = { outcome: 'source_unavailable', because: 'HTTP 500', source: SOURCE } as const
