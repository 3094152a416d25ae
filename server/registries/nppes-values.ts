/** How the NPI files write values, and what a spreadsheet makes of them. */

import type { IsoDate } from '#core/calendar.ts'
import { parseSlashedDay } from './day-text.ts'
import { RegistryFileProblem } from './file-problem.ts'

/** Tax and social security numbers that people typed into other fields are masked by CMS. */
const MASKED = /^[$*_=]{4,}$/

/** The value, or null where the file says nothing: empty, `<UNAVAIL>` or masked. */
export function nppesValue(text: string): string | null {
  if (text === '' || text === '<UNAVAIL>' || MASKED.test(text)) return null
  return text
}

const MANGLED: { pattern: RegExp; what: string }[] = [
  { pattern: /^\d(\.\d+)?E\+?\d+$/i, what: 'a number in scientific notation' },
  { pattern: /^\d+\.0+$/, what: 'a number with a decimal point' },
  { pattern: /^\d{1,2}\/\d{1,2}\/\d{2,4} \d{1,2}:\d{2}/, what: 'a day with a time of day' },
  { pattern: /^(\d\/\d{1,2}|\d{1,2}\/\d)\/\d{2,4}$/, what: 'a day without its leading zero' },
  { pattern: /^#+$|^#(REF|VALUE|NAME|N\/A)/, what: 'a spreadsheet error' },
]

/** What a spreadsheet or data tool has done to a value of an NPI file, or null if nothing. */
export function mangling(text: string): string | null {
  return MANGLED.find(({ pattern }) => pattern.test(text))?.what ?? null
}

/** Throws when a value shows that the file was saved by a spreadsheet: leading zeros are lost then. */
export function refuseMangled(text: string, column: string, name: string): void {
  const what = mangling(text)
  if (what === null) return
  throw new RegistryFileProblem(
    'spreadsheet-mangled',
    `${name} was saved again by a spreadsheet or a data tool: the column "${column}" holds ${what} (${text.slice(0, 30)}). Leading zeros of ZIP codes and license numbers are lost then, so use the file as CMS published it.`,
    { column },
  )
}

/** A day of an NPI file: null if empty, `false` if it is no day. */
export function nppesDay(text: string): IsoDate | null | false {
  if (text === '') return null
  return parseSlashedDay(text) ?? false
}
