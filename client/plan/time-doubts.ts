/** Days and times that are probably a slip, or a wrong clock, each in a plain sentence. */

import { timeInWords } from '#core/appointment-words.ts'
import type { IsoDate } from '#core/calendar.ts'
import { daysBetween } from '#core/calendar.ts'

const YEAR = 366
/** A plan is a week; one that began longer ago than this has likely been left. */
const LONG_AGO = 30

/** Why the first day of a plan looks wrong, or null. */
export function startDoubt(startsOn: IsoDate, today: IsoDate): string | null {
  const ahead = daysBetween(today, startsOn)
  if (ahead > YEAR) return 'This first day is more than a year ahead. Is the year right?'
  if (ahead < -LONG_AGO) {
    return `This first day was ${-ahead} days ago. If you want to go on, choose a new one: what you did stays marked.`
  }
  return null
}

/** Why a time of day looks wrong for a call or visit, or null. `HH:MM`. */
export function timeDoubt(time: string | null): string | null {
  if (time === null) return null
  const hour = Number(time.slice(0, 2))
  if (hour >= 6 && hour < 22) return null
  const other = `${String((hour + 12) % 24).padStart(2, '0')}${time.slice(2)}`
  return `${timeInWords(time)} is at night. Did you mean ${timeInWords(other)}?`
}

/** Why an appointment looks wrong, or null. */
export function appointmentDoubt(day: IsoDate, time: string | null, today: IsoDate): string | null {
  const ahead = daysBetween(today, day)
  if (ahead > YEAR) return 'This day is more than a year ahead. Is the year right?'
  if (ahead < 0) return 'This day is past. If you have spoken, set the status to “Spoken to”.'
  return timeDoubt(time)
}

/** Why a day in the journal looks wrong, or null. */
export function noteDayDoubt(day: IsoDate, today: IsoDate): string | null {
  const ahead = daysBetween(today, day)
  if (ahead > 0) return 'This day has not come yet. Is it right?'
  return ahead < -10 * YEAR ? 'This day is more than ten years ago. Is the year right?' : null
}
