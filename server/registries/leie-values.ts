/** How the federal exclusion list (OIG LEIE) writes values. */

import type { IsoDate } from '#core/calendar.ts'
import { parseNpi } from '#core/npi.ts'
import { parseCompactDay, parseShortBirthDay } from './day-text.ts'

/** Trimmed, and null for nothing: the list writes a single blank for a missing middle name. */
export function leieValue(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** A day of the list: null for none (`00000000` or empty), `false` for no day. */
export function leieDay(text: string): IsoDate | null | false {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '00000000') return null
  return parseCompactDay(trimmed) ?? false
}

/** A birth day in either form; the exclusion day settles the century of the short one. */
export function leieBirthDay(text: string, excludedOn: IsoDate): IsoDate | null | false {
  const trimmed = text.trim()
  return trimmed.includes('/')
    ? (parseShortBirthDay(trimmed, excludedOn) ?? false)
    : leieDay(trimmed)
}

/** Ten zeros are no NPI. A number whose check digit fails is kept as given, and never joined on. */
export function leieNpi(text: string): {
  npi: ReturnType<typeof parseNpi>
  npi_as_given: string | null
} {
  const trimmed = text.trim()
  if (/^0*$/.test(trimmed)) return { npi: null, npi_as_given: null }
  return { npi: parseNpi(trimmed), npi_as_given: trimmed }
}
