/**
 * Texas Board of Nursing: registered, advanced practice and vocational nurses, three files of one
 * layout. Column names carry the board's own spelling ("lincense"). Numberings are separate.
 */

import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { flag, texasStatus } from './license-words.ts'

function nursing(source: string, id: string, type: string, least_rows: number): LicenseFormat {
  return {
    source,
    state: 'TX',
    board: 'Texas Board of Nursing',
    url: `https://data.texas.gov/api/views/${id}/rows.csv?accessType=DOWNLOAD`,
    rights: 'Public record; no license stated.',
    csv: PLAIN_CSV,
    least_rows,
    needs: ['license_number', 'last_name', 'first_name', 'license_status'],
    uses: [
      'middle_name',
      'apn_category',
      'lincense_expiration_date',
      'license_expiration_date',
      'texas_license_issuance_date',
      'current_board_action',
      'date_of_board_action_imposed',
    ],
    read: ({ text, day }) => {
      const number = text('license_number')
      if (number === null) return 'The row has no license number.'
      const acted = flag(text('current_board_action'))
      const on = day('date_of_board_action_imposed')
      const words = 'The board has an action on record for this nurse.'
      return {
        license_number: number,
        license_type: text('apn_category') ?? type,
        row_key: `${text('apn_category') ?? type}:${number}`,
        last_name: text('last_name'),
        first_name: text('first_name'),
        middle_name: text('middle_name'),
        status: texasStatus(text('license_status')),
        status_words: text('license_status'),
        issued_on: day('texas_license_issuance_date'),
        expires_on: day('lincense_expiration_date') ?? day('license_expiration_date'),
        discipline: acted === true ? [{ kind: 'unspecified', words, on, case_number: null }] : [],
        tells_discipline: acted !== null,
      }
    },
  }
}

export const TX_NURSING_RN = nursing('tx-nursing-rn', 'tgb2-j935', 'Registered Nurse', 700_000)
export const TX_NURSING_APRN = nursing(
  'tx-nursing-aprn',
  'jnzg-cr4w',
  'Advanced Practice Nurse',
  30_000,
)
export const TX_NURSING_LVN = nursing('tx-nursing-lvn', 'yjie-tuwv', 'Vocational Nurse', 280_000)
