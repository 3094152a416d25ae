/** Texas Medical Board: physicians, physician assistants and others it licenses. */

import type { LicenseStatus } from '#core/registry-rows.ts'
import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, flag, licenseStatus } from './license-words.ts'

const ENDED: readonly LicenseStatus[] = ['revoked', 'surrendered', 'suspended']
const RESTRICTED: LicenseStatus = 'active_restricted'

export const TX_MEDICAL: LicenseFormat = {
  source: 'tx-medical',
  state: 'TX',
  board: 'Texas Medical Board',
  url: 'https://data.texas.gov/api/views/tm3v-pfq9/rows.csv?accessType=DOWNLOAD',
  rights: 'Public record; no license stated.',
  csv: PLAIN_CSV,
  least_rows: 450_000,
  needs: [
    'license_number',
    'last_name',
    'first_name',
    'license_type',
    'registration_status',
    'license_status',
  ],
  uses: [
    'middle_name',
    'suffix',
    'license_expiration_date',
    'disciplinary_status',
    'current_board_action_date',
    'current_board_action_description',
  ],
  read: ({ text, day }) => {
    const number = text('license_number')
    if (number === null) return 'The row has no license number.'
    const words = [text('registration_status'), text('license_status'), text('disciplinary_status')]
    const stated = words.slice(0, 2).filter((word) => word !== null)
    const disciplined = flag(words[2] ?? null) === false ? null : (words[2] ?? null)
    // The registration can be active, or say nothing, while the discipline column says revoked.
    const status = licenseStatus(stated.join('; ') || null)
    const graver = licenseStatus([...stated, disciplined ?? ''].join('; '))
    const isGraver = ENDED.includes(graver) || (status === 'active' && graver === RESTRICTED)
    const action = text('current_board_action_description') ?? disciplined
    return {
      license_number: number,
      license_type: text('license_type'),
      row_key: `${text('license_type') ?? ''}:${number}`,
      last_name: text('last_name'),
      first_name: text('first_name'),
      middle_name: text('middle_name'),
      suffix: text('suffix'),
      status: isGraver ? graver : status,
      status_words: [...stated, ...(disciplined === null ? [] : [disciplined])].join('; ') || null,
      expires_on: day('license_expiration_date'),
      discipline: disciplineItem(action, { on: day('current_board_action_date') }),
      tells_discipline: true,
    }
  },
}
