/** New York, Board for Professional Medical Conduct: every public action since 1990; no roster. */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem } from './license-words.ts'

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
    const words = [text('webaction'), text('webnotes')].filter((word) => word !== null).join(' ')
    return {
      license_number: number,
      license_type: text('licensetype'),
      row_key: `${text('licensetype') ?? ''}:${number}:${on ?? ''}:${text('webaction') ?? ''}`,
      last_name: text('last_name'),
      first_name: text('first_name'),
      middle_name: text('middle_name'),
      status: 'unknown',
      discipline: disciplineItem(words === '' ? 'Y' : words, on),
      tells_discipline: true,
    }
  },
}
