/** Makes an exclusion list of any length with the layout of today: header bare, values quoted. */

import type { Npi } from '../../core/npi.ts'
import { npiCheckDigit } from '../../core/npi.ts'
import { LEIE_COLUMNS } from '../../server/registries/leie.ts'

const SYLLABLES = [
  'MAR',
  'TIN',
  'SON',
  'BER',
  'GAR',
  'LEN',
  'HOL',
  'WIT',
  'DAN',
  'KOR',
  'VEL',
  'RIS',
]
const FIRST = ['MARY', 'JAMES', 'ANA', 'WEI', 'FATIMA', 'JOHN', 'OLGA', 'CARLOS', 'LINDA', 'DAVID']
const STATES = ['NY', 'CA', 'TX', 'FL', 'OH', 'PA', 'IL', 'WA']

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

/** The NPI of that place in the row of all NPIs. */
export function npiText(at: number): Npi {
  const nine = String(100_000_000 + (at % 800_000_000))
  return `${nine}${npiCheckDigit(nine)}` as Npi
}

/** A list of so many rows; one in ten has an NPI, one in twenty is a business. */
export function leieText(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    // Each last name about four times, as in the real list; the order is shuffled by a large prime.
    const mixed = (at * 7919) % 20_736
    const last = [1, 12, 144, 1728]
      .map((part) => pick(SYLLABLES, Math.floor(mixed / part)))
      .join('')
    const business = at % 20 === 0
    const values: Partial<Record<(typeof LEIE_COLUMNS)[number], string>> = {
      LASTNAME: business ? '' : last,
      FIRSTNAME: business ? '' : pick(FIRST, at >> 2),
      MIDNAME: at % 3 === 0 ? ' ' : pick(SYLLABLES, at >> 5).slice(0, 1),
      BUSNAME: business ? `${last} HOME HEALTH CARE INC` : '',
      GENERAL: 'IND- LIC HC SERV PRO',
      SPECIALTY: 'NURSE/NURSES AIDE',
      NPI: at % 10 === 0 ? npiText(at) : '0000000000',
      DOB: `19${40 + (at % 50)}0${1 + (at % 9)}1${at % 10}`,
      ADDRESS: `${1 + (at % 9999)} MAIN ST`,
      CITY: 'SPRINGFIELD',
      STATE: pick(STATES, at),
      ZIP: String(10_000 + (at % 89_999)),
      EXCLTYPE: at % 4 === 0 ? '1128a1   ' : '1128b4',
      EXCLDATE: `20${String(1 + (at % 24)).padStart(2, '0')}0620`,
      REINDATE: '00000000',
      WAIVERDATE: '00000000',
    }
    return LEIE_COLUMNS.map((column) => `"${values[column] ?? ''}"`).join(',')
  })
  return `${[LEIE_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}
