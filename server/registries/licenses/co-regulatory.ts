/**
 * Colorado, DORA: every license, one row per discipline case. A number is unique only within its
 * type, so type and number together are the key, and rows of one key belong together.
 */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, licenseStatus } from './license-words.ts'

export const CO_REGULATORY: LicenseFormat = {
  source: 'co-regulatory',
  state: 'CO',
  board: 'Colorado Department of Regulatory Agencies',
  url: 'https://data.colorado.gov/api/views/7s5z-vewr/rows.csv?accessType=DOWNLOAD',
  rights: 'Public domain.',
  csv: PLAIN_CSV,
  least_rows: 1_500_000,
  needs: ['licensenumber', 'licensetype', 'lastname', 'firstname', 'licensestatusdescription'],
  uses: [
    'middlename',
    'suffix',
    'entityname',
    'city',
    'state',
    'licensefirstissuedate',
    'licenseexpirationdate',
    'programaction',
    'disciplineeffectivedate',
    'casenumber',
    'linktoverifylicense',
  ],
  read: ({ text, day }) => {
    const number = text('licensenumber')
    const type = text('licensetype')
    if (number === null || type === null) return 'The row has no license number or no type.'
    const isBusiness = text('lastname') === null
    const action = text('programaction') ?? (text('casenumber') === null ? null : 'Y')
    return {
      license_number: number,
      license_type: type,
      row_key: `${type}:${number}`,
      last_name: text('lastname'),
      first_name: text('firstname'),
      middle_name: text('middlename'),
      suffix: text('suffix'),
      business_name: isBusiness ? text('entityname') : null,
      city: text('city'),
      home_state: text('state'),
      status: licenseStatus(text('licensestatusdescription')),
      status_words: text('licensestatusdescription'),
      issued_on: day('licensefirstissuedate'),
      expires_on: day('licenseexpirationdate'),
      discipline: disciplineItem(action, {
        on: day('disciplineeffectivedate'),
        case_number: text('casenumber'),
      }),
      tells_discipline: true,
      verify_url: /https?:\/\/[^\s)"]+/.exec(text('linktoverifylicense') ?? '')?.[0] ?? null,
    }
  },
}
