/** What the rows of the federal exclusion list that fit a subject come to. */

import { createHash } from 'node:crypto'
import type { BanRow } from '#core/ban-finding.ts'
import { exclusionBan } from '#core/ban-finding.ts'
import type { IsoDate } from '#core/calendar.ts'
import { parseDay } from '#core/calendar.ts'
import type { ListedExclusion } from '#core/exclusion-span.ts'
import { exclusionSpans } from '#core/exclusion-span.ts'
import { MATCH_LEVELS } from '#core/match-ladder.ts'
import type { Check, CheckedMatch } from '#core/registry-check.ts'
import type { ExclusionRow } from '#core/registry-rows.ts'
import { holderName } from '#core/registry-rows.ts'
import type { Said } from '#db/check-reviews.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import type { Candidate } from './candidates.ts'
import { fileSource } from './check-sources.ts'
import { withReview } from './reviewed.ts'

/** The lists that hold exclusions, and what a row in each of them means. */
export const EXCLUSION_LISTS: Record<string, ListedExclusion['file']> = {
  leie: 'full',
  'leie-supplement': 'exclusions',
  'leie-reinstatements': 'reinstatements',
}

export const EXCLUSION_URL = 'https://oig.hhs.gov/exclusions/exclusions_list.asp'

/** A short key that stays the same from file to file: who is excluded, and since when. */
export function exclusionKey(row: ExclusionRow): string {
  const who = row.business_name ?? `${row.last_name ?? ''}, ${row.first_name ?? ''}`
  const words = `${who.toUpperCase()}|${row.npi ?? ''}|${row.excluded_on}`
  return `${row.excluded_on}-${createHash('sha256').update(words).digest('hex').slice(0, 8)}`
}

function npiWords({ npi, npi_as_given }: ExclusionRow): string {
  if (npi_as_given === null) return 'no NPI'
  return npi === null ? `NPI ${npi_as_given} (its check digit fails)` : `NPI ${npi}`
}

/** The row in words for a reviewer; birth days and streets are for matching only. */
export function exclusionWords(row: ExclusionRow): string {
  const parts = [
    holderName(row),
    npiWords(row),
    row.specialty ?? row.general,
    [row.city, row.state].filter(Boolean).join(' '),
    `${row.exclusion_type} since ${row.excluded_on}`,
    row.reinstated_on === null ? null : `reinstated ${row.reinstated_on}`,
  ]
  return parts.filter(Boolean).join('; ')
}

function listedOn({ covers_to, newest_on, started_at }: RegistryImport): IsoDate {
  const started = parseDay(started_at.slice(0, 10))
  return covers_to ?? newest_on ?? (started as IsoDate)
}

/** The file that a span rests on: that of its end, else the whole list, else the newest month. */
function importBehind(
  rows: readonly Candidate<ExclusionRow>[],
  ended: boolean,
): RegistryImport | undefined {
  const newest = rows
    .map(({ from }) => from)
    .sort((one, other) => (listedOn(one) < listedOn(other) ? 1 : -1))
  return (
    (ended ? newest.find(({ list }) => list === 'leie-reinstatements') : undefined) ??
    newest.find(({ list }) => list === 'leie') ??
    newest[0]
  )
}

/** Rows of one exclusion, from several files, as one match; the surest of them decides. */
function joined(
  row_key: string,
  rows: readonly Candidate<ExclusionRow>[],
  full_on: IsoDate | null,
  said: Said | null,
  state: string | null,
  today: IsoDate,
): CheckedMatch<BanRow>[] {
  const [span] = exclusionSpans(
    rows.map(({ row, from }) => ({
      row,
      file: EXCLUSION_LISTS[from.list] ?? 'exclusions',
      listed_on: listedOn(from),
    })),
    full_on,
  )
  const [surest] = rows
    .map(({ match }) => match)
    .sort((one, other) => MATCH_LEVELS.indexOf(one.level) - MATCH_LEVELS.indexOf(other.level))
  if (span === undefined || surest === undefined) return []
  const from = importBehind(rows, span.reinstated_on !== null)
  const source = fileSource('oig-leie', EXCLUSION_URL, from === undefined ? [] : [from], today)
  return [{ row: exclusionBan(span, state), row_key, ...withReview(surest, said), source }]
}

/**
 * The check of one subject. `imports`: every exclusion file in use; `reviewed`: what a person said
 * on a key. Only the whole list can say that someone is not on it: without one, monthly files are a
 * check only where they hold a row that may be meant.
 */
export function exclusionCheck(
  rows: readonly Candidate<ExclusionRow>[],
  imports: readonly RegistryImport[],
  reviewed: (row_key: string) => Said | null,
  state: string | null,
  today: IsoDate,
): Check<BanRow> {
  const full = imports.filter(({ list }) => list === 'leie')
  const full_on = full.map(listedOn).toSorted().at(-1) ?? null
  const byKey = Map.groupBy(rows, ({ row }) => exclusionKey(row))
  const matches = [...byKey].flatMap(([key, same]) =>
    joined(key, same, full_on, reviewed(key), state, today),
  )
  if (full.length === 0 && matches.every(({ review }) => review === 'rejected')) {
    return { outcome: 'not_checked' }
  }
  return {
    outcome: 'checked',
    source: fileSource('oig-leie', EXCLUSION_URL, full.length > 0 ? full : imports, today),
    matches,
  }
}
