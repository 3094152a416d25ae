/** Connecticut eLicense: all credentials, the name in one column, no discipline in the file. */

import { parseFirstLast } from '#core/name.ts'
import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { licenseStatus } from './license-words.ts'

export const CT_ELICENSE: LicenseFormat = {
  source: 'ct-elicense',
  state: 'CT',
  board: 'Connecticut eLicense (Departments of Consumer Protection and Public Health)',
  url: 'https://data.ct.gov/api/views/ngch-56tr/rows.csv?accessType=DOWNLOAD',
  rights: 'Public domain.',
  csv: PLAIN_CSV,
  least_rows: 2_300_000,
  needs: ['name', 'fullcredentialcode', 'credentialnumber', 'credential', 'status'],
  uses: ['type', 'businessname', 'statusreason', 'issuedate', 'expirationdate', 'city', 'state'],
  read: ({ text, day }) => {
    const number = text('credentialnumber')
    if (number === null) return 'The row has no credential number.'
    const isBusiness = text('type')?.toUpperCase() === 'BUSINESS'
    const name = isBusiness ? null : parseFirstLast(text('name') ?? '')
    if (!isBusiness && name === null) return 'The name cannot be split into first and last.'
    // An inactive row says why: lapsed is not the same as retired.
    const words = [text('status'), text('statusreason')].filter((word) => word !== null).join('; ')
    return {
      license_number: number,
      license_type: text('credential'),
      row_key: text('fullcredentialcode') ?? number,
      last_name: name?.last ?? null,
      first_name: name?.first ?? null,
      middle_name: name?.middle ?? null,
      suffix: name?.suffix ?? null,
      business_name: isBusiness ? (text('businessname') ?? text('name')) : null,
      city: text('city'),
      home_state: text('state'),
      status: licenseStatus(words === '' ? null : words),
      status_words: words === '' ? null : words,
      issued_on: day('issuedate'),
      expires_on: day('expirationdate'),
    }
  },
}
