/** Whether a provider is open, in words, the same in the list, on a shortlist and in every file. */

import type { ProviderRecord, Source } from './provider.ts'
import { isClosed, sourceOf } from './provider.ts'
import type { ProviderStatus } from './vocabulary.ts'
import { PROVIDER_STATUSES } from './vocabulary.ts'

/** The source that says so; null where none does. */
export function statusSource(record: ProviderRecord): Source | null {
  const { source } = record.status
  return source === null ? null : sourceOf(record, source)
}

/** Why a provider without an assessed kind of care has no points. */
export function unscoredInWords(record: ProviderRecord): string {
  return isClosed(record)
    ? 'A closed provider gets no score and no questions.'
    : 'No source says what kind of care it gives.'
}

export type StatusCounts = Record<ProviderStatus, number>

/** How many providers there are of each status. */
export function countStatuses(statuses: readonly ProviderStatus[]): StatusCounts {
  const counts = Object.fromEntries(PROVIDER_STATUSES.map((status) => [status, 0])) as StatusCounts
  for (const status of statuses) counts[status] += 1
  return counts
}

const COUNTED: [ProviderStatus, string][] = [
  ['open', 'open'],
  ['unknown', 'not known'],
  ['acquired', 'taken over'],
  ['renamed', 'renamed'],
]

/** "not known to be closed: 34 open, 42 not known, 3 taken over". */
export function notClosedInWords(counts: StatusCounts): string {
  const parts = COUNTED.filter(([status]) => counts[status] > 0)
  if (parts.length === 0) return 'not known to be closed'
  const listed = parts.map(([status, words]) => `${counts[status]} ${words}`).join(', ')
  return `not known to be closed: ${listed}`
}
