/**
 * Delaware, Division of Professional Regulation: the roster and, apart from it, the actions. The
 * roster's own discipline column is `N` on every row, revoked ones too, so it is not read.
 */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, licenseStatus } from './license-words.ts'

const BOARD = 'Delaware Division of Professional Regulation'

export const DE_ROSTER: LicenseFormat = {
  source: 'de-roster',
  state: 'DE',
  board: BOARD,
  url: 'https://data.delaware.gov/api/views/pjnv-eaih/rows.csv?accessType=DOWNLOAD',
  rights: 'Public domain.',
  csv: PLAIN_CSV,
  least_rows: 310_000,
  needs: ['license_no', 'last_name', 'first_name', 'license_type', 'license_status'],
  uses: ['city', 'state', 'issue_date', 'expiration_date'],
  read: ({ text, day }) => {
    const number = text('license_no')
    if (number === null) return 'The row has no license number.'
    // Firms have their whole name in the last-name column and no first name.
    const isBusiness = text('first_name') === null
    return {
      license_number: number,
      license_type: text('license_type'),
      last_name: isBusiness ? null : text('last_name'),
      first_name: text('first_name'),
      business_name: isBusiness ? text('last_name') : null,
      city: text('city'),
      home_state: text('state'),
      status: licenseStatus(text('license_status')),
      status_words: text('license_status'),
      issued_on: day('issue_date'),
      expires_on: day('expiration_date'),
    }
  },
}

export const DE_ACTIONS: LicenseFormat = {
  source: 'de-actions',
  state: 'DE',
  board: BOARD,
  url: 'https://data.delaware.gov/api/views/dz6p-akeq/rows.csv?accessType=DOWNLOAD',
  rights: 'Public domain.',
  csv: PLAIN_CSV,
  least_rows: 7_500,
  needs: ['license_id_l', 'last_name', 'first_name', 'license_type', 'disp_start', 'item_text'],
  uses: [],
  read: ({ text, day }) => {
    const number = text('license_id_l')
    if (number === null) return 'The row has no license number.'
    const isBusiness = text('first_name') === null
    const on = day('disp_start')
    return {
      license_number: number,
      license_type: text('license_type'),
      row_key: `${number}:${on ?? ''}:${text('item_text') ?? ''}`,
      last_name: isBusiness ? null : text('last_name'),
      first_name: text('first_name'),
      business_name: isBusiness ? text('last_name') : null,
      // A list of actions says what was done, not what the license is today.
      status: 'unknown',
      discipline: disciplineItem(text('item_text') ?? 'Y', { on }),
      tells_discipline: true,
    }
  },
}
