/** New York, Board for Professional Medical Conduct: every public action since 1990; no roster. */

import type { DisciplineItem } from '#core/registry-rows.ts'
import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem } from './license-words.ts'

const decided = (kind: DisciplineItem['kind']) => (kind === 'unspecified' ? kind : 'order')

export const NY_CONDUCT: LicenseFormat = {
  source: 'ny-conduct',
  state: 'NY',
  board: 'New York State Board for Professional Medical Conduct',
  url: 'https://health.data.ny.gov/api/views/ebmi-8ctw/rows.csv?accessType=DOWNLOAD',
  rights: 'Public record; open data terms of the State of New York.',
  csv: PLAIN_CSV,
  least_rows: 16_000,
  needs: ['licensenum', 'last_name', 'first_name', 'licensetype', 'effectivedate', 'webaction'],
  uses: ['middle_name', 'webnotes'],
  read: ({ text, day }) => {
    const number = text('licensenum')
    if (number === null) return 'The row has no license number.'
    const on = day('effectivedate')
    // The list holds what the board did; a petition in its words is the doctor's own.
    const [action] = disciplineItem(text('webaction') ?? 'Y', { on, note: text('webnotes') })
    return {
      license_number: number,
      license_type: text('licensetype'),
      row_key: `${text('licensetype') ?? ''}:${number}:${on ?? ''}:${text('webaction') ?? ''}`,
      last_name: text('last_name'),
      first_name: text('first_name'),
      middle_name: text('middle_name'),
      status: 'unknown',
      discipline: action === undefined ? [] : [{ ...action, kind: decided(action.kind) }],
      tells_discipline: true,
    }
  },
}
