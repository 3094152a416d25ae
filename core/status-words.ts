/** Whether a provider is open, in words, the same in the list, on a shortlist and in every file. */

import { dateInWords } from './calendar.ts'
import type { ProviderRecord, Source } from './provider.ts'
import { isClosed, sourceOf } from './provider.ts'
import { STATUS_WORDS } from './words.ts'

/** "Closed since March 10, 2023"; "Open". */
export function statusInWords({
  value,
  since,
}: Pick<ProviderRecord['status'], 'value' | 'since'>): string {
  const words = STATUS_WORDS[value]
  return since === null ? words : `${words} since ${dateInWords(since)}`
}

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
