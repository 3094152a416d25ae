/**
 * Medical Board of California: alerts of actions, as the board's spreadsheet of a year or as a CSV
 * of the same facts. Most rows are accusations, which are allegations. It is no roster: a name that
 * is not here may hold any license or none.
 */

import type { PersonName } from '#core/name.ts'
import { parseFirstLast, parseLastFirst } from '#core/name.ts'
import { PLAIN_CSV } from '../csv-form.ts'
import type { LicenseCells, LicenseDraft, LicenseFormat } from './license-format.ts'
import { disciplineItem } from './license-words.ts'

/** Fictitious-name permits are for the names of practices, not for people. */
const PERMIT = /^[ACG]FE/

/** Whom a whole name names; null for a practice. Names are typed by hand: "Dore. Jennifer". */
function personIn(whole: string, number: string): PersonName | null {
  const named = parseLastFirst(whole)
  if (named !== null || PERMIT.test(number)) return named
  return parseLastFirst(whole.replace(/^(\p{L}{3,})\.\s/u, '$1, ')) ?? parseFirstLast(whole)
}

const BOARD = 'Medical Board of California'
const URL = 'https://www.mbc.ca.gov/'
const RIGHTS = 'California public record; show with its date, a link and the current status.'

/** The spreadsheet writes "G 66535", other files "G66535" or "GFE-123". */
const numberOf = (given: string | null) => given?.replace(/[\s-]+/g, '') ?? null

function draft(
  { text, day }: LicenseCells,
  at: { license: string; action: string; on: string },
  who: Partial<LicenseDraft>,
): LicenseDraft | string {
  const number = numberOf(text(at.license))
  if (number === null) return 'The row has no license number.'
  const on = day(at.on)
  const words = text(at.action)
  return {
    ...who,
    license_number: number,
    license_type: PERMIT.test(number) ? 'Fictitious name or special permit' : 'Physician',
    row_key: `${number}:${on ?? ''}:${words ?? ''}`,
    status: 'unknown',
    discipline: disciplineItem(words ?? 'Y', { on }),
    tells_discipline: true,
  }
}

export const CA_MEDICAL_ALERTS: LicenseFormat = {
  source: 'ca-medical-alerts',
  state: 'CA',
  board: BOARD,
  url: URL,
  rights: RIGHTS,
  csv: PLAIN_CSV,
  least_rows: 300,
  needs: [
    'ALERT ISSUE DATE',
    'NAME',
    'CITY/STATE',
    'LICENSE NUMBER',
    'TYPE OF ACTION',
    'DATE OF ACTION',
  ],
  uses: [],
  read: (cells) => {
    const whole = cells.text('NAME') ?? ''
    const name = personIn(whole, numberOf(cells.text('LICENSE NUMBER')) ?? '')
    const [city, state] = (cells.text('CITY/STATE') ?? '').split(/,\s*(?=[A-Z]{2}$)/)
    return draft(
      cells,
      { license: 'LICENSE NUMBER', action: 'TYPE OF ACTION', on: 'DATE OF ACTION' },
      {
        last_name: name?.last ?? null,
        first_name: name?.first ?? null,
        middle_name: name?.middle ?? null,
        business_name: name === null && whole !== '' ? whole : null,
        city: city === undefined || city === '' ? null : city,
        home_state: state ?? null,
      },
    )
  },
}

export const CA_MEDICAL_ACTIONS: LicenseFormat = {
  source: 'ca-medical-actions',
  state: 'CA',
  board: BOARD,
  url: URL,
  rights: RIGHTS,
  csv: PLAIN_CSV,
  least_rows: 300,
  needs: ['last_name', 'first_name', 'license', 'action_type', 'action_date'],
  uses: ['middle_name', 'name_suffix', 'city', 'state'],
  read: (cells) => {
    const { text } = cells
    const alone = text('first_name') === null ? (text('last_name') ?? '') : null
    const name = alone === null ? null : personIn(alone, numberOf(text('license')) ?? '')
    const isBusiness = alone !== null && name === null
    return draft(
      cells,
      { license: 'license', action: 'action_type', on: 'action_date' },
      {
        last_name: isBusiness ? null : (name?.last ?? text('last_name')),
        first_name: name?.first ?? text('first_name'),
        middle_name: name?.middle ?? text('middle_name'),
        suffix: name?.suffix ?? text('name_suffix'),
        business_name: isBusiness ? text('last_name') : null,
        city: text('city'),
        home_state: text('state'),
      },
    )
  },
}
