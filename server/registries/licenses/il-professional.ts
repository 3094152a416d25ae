/** Illinois, IDFPR: every professional license, with the most recent discipline. */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, flag, licenseStatus } from './license-words.ts'

export const IL_PROFESSIONAL: LicenseFormat = {
  source: 'il-professional',
  state: 'IL',
  board: 'Illinois Department of Financial and Professional Regulation',
  url: 'https://data.illinois.gov/api/views/pzzh-kp68/rows.csv?accessType=DOWNLOAD',
  rights: 'Open Database License 1.0: name the source; share an adapted database alike.',
  csv: PLAIN_CSV,
  least_rows: 3_900_000,
  needs: ['license_number', 'license_status', 'business', 'first_name', 'last_name', 'description'],
  uses: [
    'middle',
    'suffix',
    'business_name',
    'city',
    'state',
    'original_issue_date',
    'expiration_date',
    'ever_disciplined',
    'discipline_start_date',
    'action',
    'discipline_reason',
  ],
  read: ({ text, day }) => {
    const number = text('license_number')
    if (number === null) return 'The row has no license number.'
    const isBusiness = flag(text('business')) === true
    const ever = flag(text('ever_disciplined'))
    const note = text('discipline_reason')
    const action = text('action') ?? (ever === true || note !== null ? 'Y' : null)
    const on = day('discipline_start_date')
    return {
      license_number: number,
      license_type: text('description'),
      last_name: isBusiness ? null : text('last_name'),
      first_name: isBusiness ? null : text('first_name'),
      middle_name: isBusiness ? null : text('middle'),
      suffix: isBusiness ? null : text('suffix'),
      business_name: isBusiness ? text('business_name') : null,
      city: text('city'),
      home_state: text('state'),
      status: licenseStatus(text('license_status')),
      status_words: text('license_status'),
      issued_on: day('original_issue_date'),
      expires_on: day('expiration_date'),
      discipline: disciplineItem(action, { on, note }),
      tells_discipline: ever !== null,
    }
  },
}
