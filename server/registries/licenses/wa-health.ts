/** Washington, Department of Health: every health care credential. Holds people only. */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, licenseStatus } from './license-words.ts'

export const WA_HEALTH: LicenseFormat = {
  source: 'wa-health',
  state: 'WA',
  board: 'Washington State Department of Health',
  url: 'https://data.wa.gov/api/views/qxh8-f4bd/rows.csv?accessType=DOWNLOAD',
  rights: 'Public domain; the department leaves addresses out and asks for no commercial mailing.',
  csv: PLAIN_CSV,
  least_rows: 2_100_000,
  needs: ['credentialnumber', 'lastname', 'firstname', 'credentialtype', 'status'],
  uses: ['middlename', 'birthyear', 'firstissuedate', 'expirationdate', 'actiontaken'],
  read: ({ text, day }) => {
    const number = text('credentialnumber')
    if (number === null) return 'The row has no credential number.'
    const born = Number(text('birthyear') ?? Number.NaN)
    return {
      license_number: number,
      license_type: text('credentialtype'),
      last_name: text('lastname'),
      first_name: text('firstname'),
      middle_name: text('middlename'),
      birth_year: Number.isInteger(born) && born > 1900 ? born : null,
      status: licenseStatus(text('status')),
      status_words: text('status'),
      issued_on: day('firstissuedate'),
      expires_on: day('expirationdate'),
      discipline: disciplineItem(text('actiontaken'), { on: null }),
      tells_discipline: text('actiontaken') !== null,
    }
  },
}
