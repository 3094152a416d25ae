/**
 * Calendar days as text. A day is `YYYY-MM-DD`; a partial date may stop at the month or the year.
 * There is no clock, no time zone and no Date object here: `today` is always an argument.
 */

declare const day: unique symbol
/** A calendar day that exists, `YYYY-MM-DD`. Made by `parseDay`. */
export type IsoDate = string & { readonly [day]: true }
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as a source gives it. */
export type PartialDate = string

/** Days in a month of the Gregorian calendar; month is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number that so many digits of a text spell from a place on; -1 where one is no digit. */
function digitsAt(text: string, at: number, count: number): number {
  let number = 0
  for (let place = at; place < at + count; place++) {
    const digit = text.charCodeAt(place) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return number
}

/** Whether the text is one of the three forms and names a day, month or year that exists. */
export function isPartialDate(text: string): boolean {
  const { length } = text
  if (length !== 4 && length !== 7 && length !== 10) return false
  const year = digitsAt(text, 0, 4)
  if (year < 1) return false
  if (length === 4) return true
  const month = digitsAt(text, 5, 2)
  if (text[4] !== '-' || month < 1 || month > 12) return false
  if (length === 7) return true
  const dayOfMonth = digitsAt(text, 8, 2)
  return text[7] === '-' && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/** A full day that exists, or null. */
export function parseDay(text: string): IsoDate | null {
  return text.length === 10 && isPartialDate(text) ? (text as IsoDate) : null
}

/** The first day that a partial date can mean: `2024` is 2024-01-01. The date must be valid. */
export function firstDay(date: PartialDate): IsoDate {
  if (date.length === 10) return date as IsoDate
  return (date.length === 7 ? `${date}-01` : `${date}-01-01`) as IsoDate
}

/** The last day that a partial date can mean: `2024-02` is 2024-02-29. The date must be valid. */
export function lastDay(date: PartialDate): IsoDate {
  if (date.length === 10) return date as IsoDate
  if (date.length === 4) return `${date}-12-31` as IsoDate
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))
  return `${date}-${days}` as IsoDate
}

/**
 * Days since 1970-01-01, negative before it. The era arithmetic is Howard Hinnant's
 * `days_from_civil` (chrono-compatible low-level date algorithms), exact for the Gregorian calendar.
 */
export function dayNumber(date: IsoDate): number {
  const digit = (at: number) => date.charCodeAt(at) - 48
  const month = digit(5) * 10 + digit(6)
  const dayOfMonth = digit(8) * 10 + digit(9)
  let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  if (month <= 2) year -= 1
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day of a day number; the inverse of `dayNumber` for years 1 to 9999. */
export function dayFromNumber(number: number): IsoDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as IsoDate
}

/** Whole calendar days from one day to another; negative if `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day so many days later (or earlier, when negative). */
export function addDays(from: IsoDate, days: number): IsoDate {
  return dayFromNumber(dayNumber(from) + days)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** US English words for a date of any exactness: "November 23, 2026", "May 2023", "2018". */
export function dateInWords(date: PartialDate): string {
  const [year, month, dayOfMonth] = date.split('-')
  if (month === undefined) return date
  const name = MONTHS[Number(month) - 1]
  return dayOfMonth === undefined ? `${name} ${year}` : `${name} ${Number(dayOfMonth)}, ${year}`
}
