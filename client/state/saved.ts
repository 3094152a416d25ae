/**
 * Which providers are on the shortlist, for the Save buttons that stand on many pages. Small, since
 * every page loads it; what writes the shortlist is `kept.ts`.
 */

import { signal } from '@preact/signals'
import { pendingPresses } from './pending-presses.ts'

export type Saveable = { id: string; name: string; case: string | null }

/** Where the shortlist is kept in this browser; its form is that of core/shortlist.ts. */
export const SHORTLIST_KEY = 'touchstone-shortlist'

export const savedIds = signal<ReadonlySet<string>>(new Set())
/** What a screen reader is told after each press. */
export const savedSaid = signal('')

/** The way to the shortlist; it carries the list along where this browser cannot keep it. */
export const shortlistHref = signal('/shortlist')

/** Whether the page is being left by a link that carries the whole list. */
export const isTakenAlong = signal(false)

/** The ids in a stored shortlist; none where it cannot be read, which `kept.ts` then explains. */
export function idsIn(text: string | null): Set<string> {
  try {
    const { entries } = JSON.parse(text ?? '{}') as { entries?: unknown }
    const list: unknown[] = Array.isArray(entries) ? entries : []
    const ids = list.map((entry) => (entry as { provider?: unknown } | null)?.provider)
    return new Set(ids.filter((id) => typeof id === 'string'))
  } catch {
    return new Set()
  }
}

/** A quick look into the stored shortlist, without reading it. */
function holds(words: string): boolean {
  try {
    return (localStorage.getItem(SHORTLIST_KEY) ?? '').includes(words)
  } catch {
    return false
  }
}

/** Whether a stored shortlist holds an answer about a provider. */
export const hasAnswersAbout = (id: string) => holds(`"provider":${JSON.stringify(id)},"criterion"`)

/** Whether a stored shortlist holds a care plan of this person's own. */
export const hasPlan = () => holds('"care_plan":{')

/** Takes over which providers this browser keeps, with the presses that wait to be written. */
export function loadSaved(): void {
  try {
    const ids = idsIn(localStorage.getItem(SHORTLIST_KEY))
    for (const { id, saved } of pendingPresses()) saved ? ids.add(id) : ids.delete(id)
    savedIds.value = ids
  } catch {
    // Storage is denied: nothing is kept, and the first press says so.
  }
}
