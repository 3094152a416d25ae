/**
 * Calendar files (RFC 5545): all-day entries, or a chosen time without a time zone ("floating"), so
 * that 9:00 stays 9:00 wherever the person is. UIDs are stable: opening a newer file moves the
 * entries of an older one and adds none. Lines end in CRLF and fold at 75 bytes.
 * Written here because the known libraries work from a clock's Date, which core does not have.
 */

import type { IsoDate } from '../calendar.ts'
import { addDays, dayNumber } from '../calendar.ts'
import type { PlanState } from '../plan.ts'
import { dateOfDay, PLAN_DAYS } from '../plan.ts'
import type { Shortlist } from '../shortlist.ts'

export type CalendarEvent = {
  /** The same for the same thing, always. */
  uid: string
  /** Grows when the event moves. */
  sequence: number
  title: string
  text: string
  day: IsoDate
  /** `HH:MM`, floating; null for all day. */
  time: string | null
  minutes: number
}

/** Bytes of UTF-8 that a character takes. */
function bytesIn(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** A content line folded at 75 bytes, never inside a character (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesIn(character)
    if (bytes + size > 75) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** Text for a calendar: backslash, semicolon and comma escaped, line ends as \n, no controls. */
export function calendarText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\t\P{Cc}]/gu, '')
}

const compact = (day: IsoDate) => day.replaceAll('-', '')

function timesOf({ day, time, minutes }: CalendarEvent): string[] {
  if (time === null) {
    const next = compact(addDays(day, 1))
    return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${next}`]
  }
  return [`DTSTART:${compact(day)}T${time.replace(':', '')}00`, `DURATION:PT${minutes}M`]
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    ...timesOf(event),
    `SUMMARY:${calendarText(event.title)}`,
    `DESCRIPTION:${calendarText(event.text)}`,
    // An all-day entry is a note, not a busy day.
    `TRANSP:${event.time === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** `2026-11-23T09:15:00.000Z` as a calendar's UTC stamp; throws `RangeError` for anything else. */
function stampOf(madeAt: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(madeAt)
  if (!parts) throw new RangeError(`not a UTC instant: ${madeAt}`)
  return `${parts[1]?.replaceAll('-', '')}T${parts[2]}${parts[3]}${parts[4]}Z`
}

/** A whole calendar file. `madeAt` is the UTC instant of making it. */
export function icsText(name: string, events: readonly CalendarEvent[], madeAt: string): string {
  const stamp = stampOf(madeAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Touchstone//Touchstone 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${calendarText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

const CRISIS = 'If you are in crisis in the US, call or text 988.'

/**
 * The days of a plan that are not done, as events; none before it has a first day. The title says
 * nothing about treatment, since calendars are often shared or shown at work.
 */
export function planEvents(plan: PlanState): CalendarEvent[] {
  return PLAN_DAYS.flatMap(({ day, title, what, why, minutes }) => {
    const on = dateOfDay(plan, day)
    if (on === null || plan.done[String(day)] !== undefined) return []
    return [
      {
        uid: `${plan.id}-day-${day}@touchstone`,
        sequence: plan.revision,
        title: `Day ${day}: ${title}`,
        text: `${what}\n\nWhy: ${why}\n\n${CRISIS}`,
        day: on,
        time: plan.time,
        minutes,
      },
    ]
  })
}

/** Says nothing about treatment: calendars are often shared, and the name stands in the text. */
const APPOINTMENT_TITLE = 'Consult'

/** Appointments count their changes by the days since this one: a later file is the newer one. */
const FIRST_DAY = dayNumber('2026-01-01' as IsoDate)

/**
 * The appointments of a shortlist as events of an hour, or of the whole day without a time.
 * `planId` makes the UIDs this person's own. Made again on a later day the events replace these.
 */
export function appointmentEvents(
  list: Shortlist,
  planId: string,
  today: IsoDate,
): CalendarEvent[] {
  const sequence = Math.max(0, dayNumber(today) - FIRST_DAY)
  return list.entries.flatMap(({ provider, name, appointment }) => {
    if (appointment === null) return []
    const { day, time, note } = appointment
    const text = [name, note.trim(), CRISIS].filter((part) => part !== '').join('\n\n')
    const uid = `${planId}-appointment-${provider}@touchstone`
    return [{ uid, sequence, title: APPOINTMENT_TITLE, text, day, time, minutes: 60 }]
  })
}
