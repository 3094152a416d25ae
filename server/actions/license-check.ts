/** What the rows of state boards' files that fit a subject come to. */

import type { BanRow } from '#core/ban-finding.ts'
import { disciplineBan, stopsPractice } from '#core/ban-finding.ts'
import type { IsoDate } from '#core/calendar.ts'
import type { LicenseClaim } from '#core/match-evidence.ts'
import type { Check, CheckSource } from '#core/registry-check.ts'
import { isSettled } from '#core/registry-check.ts'
import type { LicenseRow } from '#core/registry-rows.ts'
import { actionWords, holderName } from '#core/registry-rows.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import type { Decision } from '#db/registry-schema.ts'
import { LICENSE_FILES } from '../registries/licenses/license-files.ts'
import type { Candidate } from './candidates.ts'
import { fileSource } from './check-sources.ts'

/** Files that list actions, not licenses: a name that is not there may hold any license or none. */
const ACTION_FILES: readonly string[] = [
  'ca-medical-actions',
  'ca-medical-alerts',
  'de-actions',
  'fl-complaints',
  'ny-conduct',
]

export type LicenseCandidate = Candidate<LicenseRow> & { review: Decision | null }

const formatOf = ({ list }: RegistryImport) =>
  LICENSE_FILES.find(({ source }) => `license:${source}` === list) ?? null

/** The row in words for a reviewer. */
export function licenseWords(row: LicenseRow): string {
  const acts = row.discipline.map((item) =>
    `${item.kind}: ${actionWords(item)} ${item.on ?? ''}`.trim(),
  )
  const parts = [
    holderName(row),
    `${row.license_type ?? 'license'} ${row.license_number} (${row.state})`,
    row.status_words ?? row.status,
    row.city,
    ...acts,
  ]
  return parts.filter(Boolean).join('; ')
}

const sourceOf = (from: RegistryImport, today: IsoDate): CheckSource =>
  fileSource(from.list, formatOf(from)?.url ?? '', [from], today)

/** The license check of a subject in one state; rosters only, since actions hold no license. */
export function rosterCheck(
  rows: readonly LicenseCandidate[],
  imports: readonly RegistryImport[],
  state: string,
  today: IsoDate,
): Check<LicenseRow> {
  const isRoster = (one: RegistryImport) => {
    const format = formatOf(one)
    return format !== null && format.state === state && !ACTION_FILES.includes(format.source)
  }
  const rosters = imports.filter(isRoster)
  if (rosters.length === 0) return { outcome: 'not_checked' }
  const mine = rows.filter(({ from }) => rosters.some(({ id }) => id === from.id))
  const used = mine.length > 0 ? mine.map(({ from }) => from) : rosters
  const [first] = used
  return {
    outcome: 'checked',
    source: fileSource(
      first?.list ?? 'license',
      (first && formatOf(first)?.url) ?? '',
      used,
      today,
    ),
    matches: mine.map(({ row, from, match, review }) => ({
      row,
      row_key: row.row_key,
      match,
      review,
      source: sourceOf(from, today),
    })),
  }
}

/**
 * Orders against a subject in the boards' files. A file that names no order proves little: boards
 * publish orders elsewhere, too. So only what is found counts, and silence is no check; neither is
 * a row that turned out to be about somebody else.
 */
export function orderCheck(rows: readonly LicenseCandidate[], today: IsoDate): Check<BanRow> {
  const mine = rows.filter(({ review }) => review !== 'rejected')
  const matches = mine.flatMap(({ row, from, match, review }) =>
    row.discipline.flatMap((item) => {
      const ban = disciplineBan(item, row)
      const source = sourceOf(from, today)
      return ban === null ? [] : [{ row: ban, row_key: row.row_key, match, review, source }]
    }),
  )
  const [first] = mine
  if (matches.length === 0 || first === undefined) return { outcome: 'not_checked' }
  return { outcome: 'checked', source: sourceOf(first.from, today), matches }
}

/** Rows that are settled, with the board that keeps each: what may be told as events. */
export function settledActions(
  rows: readonly LicenseCandidate[],
): { row: LicenseRow; board: string; url: string; from: RegistryImport }[] {
  return rows.flatMap(({ row, from, match, review }) => {
    const format = formatOf(from)
    if (format === null || row.discipline.length === 0) return []
    if (!isSettled({ row, row_key: row.row_key, match, review })) return []
    return [{ row, board: format.board, url: format.url, from }]
  })
}

/** Licenses whose use a settled action of a board stopped, whatever their holders still claim. */
export function stoppedLicenses(rows: readonly LicenseCandidate[]): LicenseClaim[] {
  return settledActions(rows)
    .filter(({ row }) => row.discipline.some(stopsPractice))
    .map(({ row }) => ({ state: row.state, number: row.license_number }))
}
