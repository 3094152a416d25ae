/** The ways in which registries write a day. Every function answers null for a day that does not exist. */

import type { IsoDate } from '#core/calendar.ts'
import { daysInMonth, parseDay } from '#core/calendar.ts'

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WORDED = /^([a-z]{3})[a-z]*[-. ]+(\d{1,2}),?[- ]+(\d{4})$/i
const LEADING = /^(\d{1,2})-([a-z]{3})-(\d{4})$/i

const iso = (year: string, month: string | number, day: string) =>
  parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)

/** The number that two digits spell, or a number far below zero. */
function digitPair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1e6
}

// The days of ten million rows are a few thousand: each is looked at and written out once.
const KNOWN_DAYS = new Map<number, IsoDate>()
const MOST_DAYS = 20_000
const SLASH = 0x2f

/** `MM/DD/YYYY`, both of two digits, as the NPI files write it. Called for every row: no patterns. */
export function parseSlashedDay(text: string): IsoDate | null {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH)
    return null
  const month = digitPair(text, 0)
  const day = digitPair(text, 3)
  const year = digitPair(text, 6) * 100 + digitPair(text, 8)
  const place = (year * 100 + month) * 100 + day
  if (place < 0) return null
  const known = KNOWN_DAYS.get(place)
  if (known !== undefined) return known
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const found = `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}` as IsoDate
  if (KNOWN_DAYS.size < MOST_DAYS) KNOWN_DAYS.set(place, found)
  return found
}

/** `YYYYMMDD` as the exclusion list writes it. */
export function parseCompactDay(text: string): IsoDate | null {
  return /^\d{8}$/.test(text) ? iso(text.slice(0, 4), text.slice(4, 6), text.slice(6)) : null
}

/**
 * `MM/DD/YY`, a birth day of the exclusion list before April 2016. The century is the one in which
 * the person is 15 or older on `asOf`, which for these rows is the year of the exclusion.
 */
export function parseShortBirthDay(text: string, asOf: IsoDate): IsoDate | null {
  const parts = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(text)
  if (!parts) return null
  const [, month = '', day = '', short = ''] = parts
  const latest = Number(asOf.slice(0, 4)) - 15
  const recent = 2000 + Number(short)
  return iso(String(recent <= latest ? recent : recent - 100), month, day)
}

/** Any of the forms that state boards use, a time of day behind it dropped. */
export function parseBoardDay(text: string): IsoDate | null {
  const bare = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?Z?$/i, '')
  const slashed = SLASHED.exec(bare)
  if (slashed) return iso(slashed[3] ?? '', slashed[1] ?? '', slashed[2] ?? '')
  if (/^\d{8}$/.test(bare)) return parseCompactDay(bare)
  const worded = WORDED.exec(bare)
  if (worded) return iso(worded[3] ?? '', monthOf(worded[1]), worded[2] ?? '')
  const leading = LEADING.exec(bare)
  if (leading) return iso(leading[3] ?? '', monthOf(leading[2]), leading[1] ?? '')
  return parseDay(bare.replaceAll('/', '-'))
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1
}
