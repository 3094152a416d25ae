/** The day, as this device and as the server have it. */

import type { IsoDate } from '#core/calendar.ts'
import { dateInWords, daysBetween, parseDay } from '#core/calendar.ts'

/** Time zones move a day by one; a clock that is further off is wrong. */
export const ZONE_DAYS = 1

/** The calendar day of this device, in its own time zone. */
export function deviceDay(now = new Date()): IsoDate {
  const pad = (part: number, length: number) => String(part).padStart(length, '0')
  const text = `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`
  const day = parseDay(text)
  if (day === null) throw new RangeError(`the clock shows no day: ${text}`)
  return day
}

/** The day on which the server made this page, or null where the page does not say. */
export function pageDay(): IsoDate | null {
  return parseDay(document.documentElement.dataset.today ?? '')
}

/**
 * The day to write down. A clock that is behind the page is wrong, and the page's day stands; one
 * that is ahead may be right, since a page can stay open for days.
 */
export function dayHere(now?: Date): IsoDate {
  const [device, page] = [deviceDay(now), pageDay()]
  return page !== null && daysBetween(device, page) > ZONE_DAYS ? page : device
}

/**
 * What to say when the device and the page disagree about the day; null when they agree, or when
 * the page is a kept copy, which is older by its nature. A day apart can be a time zone.
 */
export function clockDoubt(device: IsoDate, page: IsoDate | null, isCopy: boolean): string | null {
  if (page === null || isCopy || Math.abs(daysBetween(page, device)) <= ZONE_DAYS) return null
  return `This device says it is ${dateInWords(device)}, but our server says ${dateInWords(page)}. If the clock of this device is wrong, set it right: days that you mark here follow it.`
}
