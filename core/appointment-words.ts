/** When an appointment is, in words. */

import { dateInWords } from './calendar.ts'
import type { Appointment } from './shortlist.ts'

/** `15:15` as "3:15 PM". */
export function timeInWords(time: string): string {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "December 3, 2026 at 2:30 PM"; the day alone where no time is known. */
export function appointmentInWords({ day, time }: Pick<Appointment, 'day' | 'time'>): string {
  return dateInWords(day) + (time === null ? '' : ` at ${timeInWords(time)}`)
}
