/** What the browser needs to compare by itself: records and the rubric, each asked for once. */

import type { ListItem } from '#core/listing.ts'
import type { ProviderProfile } from '#core/profile.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { PreparedRubric, Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

const records = new Map<string, ProviderRecord>()

async function read<Reply>(address: string, signal?: AbortSignal): Promise<Reply> {
  const headers = { accept: 'application/json' }
  const response = await fetch(address, { headers, ...(signal && { signal }) })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return (await response.json()) as Reply
}

/** The record of a provider; rejects where there is no network or no such provider. */
export async function loadRecord(id: string): Promise<ProviderRecord> {
  const known = records.get(id)
  if (known) return known
  const { record } = await read<ProviderProfile>(`/api/providers/${encodeURIComponent(id)}`)
  records.set(id, record)
  return record
}

/** The rubric that everything is judged by. */
export async function loadRubric(): Promise<PreparedRubric> {
  return prepareRubric(await read<Rubric>('/api/rubric'))
}

/** How many providers a search by name shows. */
export const FOUND_AT_ONCE = 6

/** Providers whose name or place holds the words, the likeliest first. */
export async function findByName(
  words: string,
  signal: AbortSignal,
): Promise<{ items: ListItem[]; total: number }> {
  const query = new URLSearchParams({ q: words, per_page: String(FOUND_AT_ONCE) })
  return await read(`/api/providers?${query}`, signal)
}
