/** A press of a Save button. What writes the shortlist is loaded with the first one. */

import type { Saveable } from './saved.ts'
import { savedSaid } from './saved.ts'

/** Puts a provider on the shortlist or takes it off, and says what was done. */
export async function toggleSaved(one: Saveable): Promise<void> {
  try {
    const { toggleEntry } = await import('./kept.ts')
    savedSaid.value = toggleEntry(one)
  } catch {
    savedSaid.value = 'A part of this page could not be loaded. Check your connection, then retry.'
  }
}
