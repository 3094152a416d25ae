/** Maryland Board of Physicians: physicians with an active license. Other lines stand above the header. */

import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, flag, licenseStatus } from './license-words.ts'

export const MD_PHYSICIANS: LicenseFormat = {
  source: 'md-physicians',
  state: 'MD',
  board: 'Maryland Board of Physicians',
  url: 'https://www.mbp.state.md.us/forms/doctor_list_revised.csv',
  rights: 'Public record; no license stated.',
  csv: { delimiter: ',', quoted: true, trailing_separator: false, header_starts_with: 'License #' },
  least_rows: 20_000,
  needs: ['License #', 'Last Name', 'First Name', 'License Status', 'Expiration Date'],
  uses: ['Middle Name', 'Suffix', 'Discipline'],
  read: ({ text, day }) => {
    const number = text('License #')
    if (number === null) return 'The row has no license number.'
    return {
      license_number: number,
      last_name: text('Last Name'),
      first_name: text('First Name'),
      middle_name: text('Middle Name'),
      suffix: text('Suffix'),
      status: licenseStatus(text('License Status')),
      status_words: text('License Status'),
      expires_on: day('Expiration Date'),
      discipline: disciplineItem(text('Discipline'), { on: null }),
      tells_discipline: flag(text('Discipline')) !== null,
    }
  },
}
