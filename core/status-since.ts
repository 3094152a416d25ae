/**
 * A status with its day, in words. It stands apart from what reads records, because the list loads
 * it first.
 */

import { dateInWords } from './calendar.ts'
import type { ProviderRecord } from './provider.ts'
import { STATUS_WORDS } from './words.ts'

/** "Closed since March 10, 2023"; "Open". */
export function statusInWords({
  value,
  since,
}: Pick<ProviderRecord['status'], 'value' | 'since'>): string {
  const words = STATUS_WORDS[value]
  return since === null ? words : `${words} since ${dateInWords(since)}`
}
