/** The history of exclusions: a person can be excluded, reinstated and excluded again. */

import type { IsoDate } from './calendar.ts'
import type { ExclusionRow } from './registry-rows.ts'

export type ListedExclusion = {
  row: ExclusionRow
  /** `full`: the list of all exclusions in force; else what one month added or ended. */
  file: 'full' | 'exclusions' | 'reinstatements'
  /** The last day that the file covers. */
  listed_on: IsoDate
}

export type ExclusionSpan = {
  row: ExclusionRow
  excluded_on: IsoDate
  reinstated_on: IsoDate | null
  /** The last full list that still holds it; null: known from monthly files only. */
  in_force_on: IsoDate | null
  /** The newest full list, if it is younger than every file that holds the exclusion. */
  absent_on: IsoDate | null
}

function spanKey(row: ExclusionRow): string {
  const who = row.business_name ?? `${row.last_name ?? ''}, ${row.first_name ?? ''}`
  return `${who.toUpperCase()}|${row.npi ?? ''}|${row.excluded_on}`
}

/** Joins the rows of one person or company into spans, the latest first. `full_on`: day of the newest full list. */
export function exclusionSpans(
  listed: readonly ListedExclusion[],
  full_on: IsoDate | null = null,
): ExclusionSpan[] {
  const spans = new Map<string, ExclusionSpan>()
  for (const { row, file, listed_on } of listed) {
    const key = spanKey(row)
    const span = spans.get(key) ?? {
      row,
      excluded_on: row.excluded_on,
      reinstated_on: null,
      in_force_on: null,
      absent_on: full_on,
    }
    if (full_on !== null && listed_on >= full_on) span.absent_on = null
    if (row.reinstated_on !== null && row.reinstated_on > (span.reinstated_on ?? '')) {
      span.reinstated_on = row.reinstated_on
    }
    if (file === 'full' && listed_on > (span.in_force_on ?? '')) span.in_force_on = listed_on
    spans.set(key, span)
  }
  return [...spans.values()].sort((one, other) => (one.excluded_on < other.excluded_on ? 1 : -1))
}

/** `unclear`: excluded once by a monthly file, and no later full list was read to say if it still is. */
export type SpanState = 'in_force' | 'ended' | 'unclear'

/** Whether a span holds. A full list younger than a reinstatement overrules it. */
export function spanState(span: ExclusionSpan): SpanState {
  const { reinstated_on, in_force_on } = span
  if (in_force_on !== null && in_force_on >= (reinstated_on ?? '')) return 'in_force'
  return reinstated_on === null ? 'unclear' : 'ended'
}
