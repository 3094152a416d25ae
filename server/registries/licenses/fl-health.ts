/**
 * Florida, Department of Health: all health professions (`PROF_ALL`) and recent administrative
 * complaints (`dxe004dd.txt`). Pipe-delimited, unquoted, with stray quotes in values and a
 * separator at the end of every row.
 */

import { parseFirstLast, parseLastFirst } from '#core/name.ts'
import type { CsvForm } from '../csv-form.ts'
import type { LicenseFormat } from './license-format.ts'
import { disciplineItem, disciplineKind, flag, licenseStatus } from './license-words.ts'

const BOARD = 'Florida Department of Health, Medical Quality Assurance'
const RIGHTS = 'Public record (Florida Statutes, chapter 119); the download needs a free account.'
const PORTAL = 'https://data-download.mqa.flhealthsource.gov/'
const PIPES: CsvForm = {
  delimiter: '|',
  quoted: false,
  trailing_separator: true,
  header_starts_with: null,
}

export const FL_HEALTH: LicenseFormat = {
  source: 'fl-health',
  state: 'FL',
  board: BOARD,
  url: PORTAL,
  rights: RIGHTS,
  csv: PIPES,
  least_rows: 500_000,
  needs: [
    'License-Number',
    'Last-Name',
    'First-Name',
    'Profession-Name',
    'License-Status-Description',
  ],
  uses: ['Middle-Name', 'Name-Suffix', 'Expire-Date', 'Board-Action-Indicator'],
  read: ({ text, day }) => {
    const number = text('License-Number')
    if (number === null) return 'The row has no license number.'
    const profession = text('Profession-Name')
    const acted = text('Board-Action-Indicator')
    return {
      license_number: number,
      license_type: profession,
      row_key: `${profession ?? ''}:${number}`,
      last_name: text('Last-Name'),
      first_name: text('First-Name'),
      middle_name: text('Middle-Name'),
      suffix: text('Name-Suffix'),
      status: licenseStatus(text('License-Status-Description')),
      status_words: text('License-Status-Description'),
      expires_on: day('Expire-Date'),
      discipline: disciplineItem(acted, { on: null }),
      tells_discipline: flag(acted) !== null,
    }
  },
}

export const FL_COMPLAINTS: LicenseFormat = {
  source: 'fl-complaints',
  state: 'FL',
  board: BOARD,
  url: PORTAL,
  rights: RIGHTS,
  csv: PIPES,
  least_rows: 100,
  needs: ['License Number', 'Respondent Name', 'Profession', 'Case Activity Type'],
  uses: ['Case Activity Date', 'Case Number'],
  read: ({ text, day }) => {
    const number = text('License Number')
    if (number === null) return 'The row has no license number.'
    const whole = text('Respondent Name') ?? ''
    const name = parseLastFirst(whole) ?? parseFirstLast(whole)
    const words = text('Case Activity Type')
    const on = day('Case Activity Date')
    const case_number = text('Case Number')
    // The file is a list of complaints: what is not named an order is what the state alleges.
    const told = disciplineKind(words ?? '')
    const kind = told === 'unspecified' ? 'allegation' : told
    return {
      license_number: number,
      license_type: text('Profession'),
      row_key: `${case_number ?? number}:${on ?? ''}:${words ?? ''}`,
      last_name: name?.last ?? null,
      first_name: name?.first ?? null,
      middle_name: name?.middle ?? null,
      status: 'unknown',
      discipline: [{ kind, words: words ?? 'Administrative complaint', on, case_number }],
      tells_discipline: true,
    }
  },
}
