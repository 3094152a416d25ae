/** Rows of registers as they are read, about a person who does not exist. */

import type { MatchLevel } from '#core/match-ladder.ts'
import { parseNpi } from '#core/npi.ts'
import type { Check, CheckedMatch, CheckSource } from '#core/registry-check.ts'
import type { LicenseRow, LicenseStatus, NpiRecord } from '#core/registry-rows.ts'
import { BLANK_LICENSE, BLANK_NPI_RECORD } from '#core/registry-rows.ts'
import { day } from './imported.ts'

const npi = parseNpi('1234567893')
if (npi === null) throw new RangeError('example NPI')
/** Jane Doe's active number, with one license that she typed in. */
export const EXAMPLE_RECORD: NpiRecord = {
  ...BLANK_NPI_RECORD,
  npi,
  kind: 'person',
  status: 'active',
  last_name: 'DOE',
  first_name: 'JANE',
  credential: 'MD',
  taxonomies: [{ code: '2084P0800X', license_number: 'MD1', license_state: 'WA', primary: true }],
}

/** A license of Jane Doe in Washington. */
export function exampleLicense(status: LicenseStatus, more: Partial<LicenseRow> = {}): LicenseRow {
  return {
    ...BLANK_LICENSE,
    source: 'wa-health',
    state: 'WA',
    row_key: 'MD1',
    license_number: 'MD1',
    license_type: 'MD',
    last_name: 'DOE',
    first_name: 'JANE',
    status,
    status_words: status.toUpperCase(),
    tells_discipline: true,
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
