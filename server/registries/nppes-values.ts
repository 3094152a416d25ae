/** How the NPI files write values, and what a spreadsheet makes of them. */

import type { IsoDate } from '#core/calendar.ts'
import { parseSlashedDay } from './day-text.ts'
import { RegistryFileProblem } from './file-problem.ts'

/** Tax and social security numbers that people typed into other fields are masked by CMS. */
const MASKED = /^[$*_=]{4,}$/

const MASK_LETTER = '_'.charCodeAt(0)
const unmasked = (text: string) => (MASKED.test(text) ? null : text)

/** The value, or null where the file says nothing: empty, `<UNAVAIL>` or masked. */
export function nppesValue(text: string): string | null {
  if (text === '') return null
  // Asked of every value of ten million rows: a letter or a digit settles it at once.
  const first = text.charCodeAt(0)
  if (first >= 0x41 || (first >= 0x30 && first <= 0x39))
    return MASK_LETTER === first ? unmasked(text) : text
  return text === '<UNAVAIL>' ? null : unmasked(text)
}

const MANGLED: { pattern: RegExp; what: string }[] = [
  { pattern: /^\d(\.\d+)?E\+?\d+$/i, what: 'a number in scientific notation' },
  { pattern: /^\d+\.0+$/, what: 'a number with a decimal point' },
  { pattern: /^\d{1,2}\/\d{1,2}\/\d{2,4} \d{1,2}:\d{2}/, what: 'a day with a time of day' },
  { pattern: /^(\d\/\d{1,2}|\d{1,2}\/\d)\/\d{2,4}$/, what: 'a day without its leading zero' },
  { pattern: /^#+$|^#(REF|VALUE|NAME|N\/A)/, what: 'a spreadsheet error' },
]

/** Digits alone, or a day with its slashes in place: what most watched values are. */
function isPlain(text: string): boolean {
  const { length } = text
  if (length === 10 && text[2] === '/' && text[5] === '/') return true
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}

/** What a spreadsheet or data tool has done to a value of an NPI file, or null if nothing. */
export function mangling(text: string): string | null {
  if (isPlain(text)) return null
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
