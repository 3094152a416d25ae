/** A press of a Save button. What writes the shortlist is loaded with the first one. */

import type { Shortlist } from '#core/shortlist.ts'
import type { Saveable } from './saved.ts'
import { savedSaid, shortlistHref } from './saved.ts'

/** The address of the shortlist page with the whole list in its fragment, which is sent nowhere. */
async function carrying(list: Shortlist): Promise<string> {
  const [{ shareFragment }, { deflate }] = await Promise.all([
    import('#core/share-link.ts'),
    import('../shortlist/compression.ts'),
  ])
  const all = { notes: true, answers: true }
  return `/shortlist#${(await shareFragment(list, all, '/shortlist', deflate)).fragment}`
}

/** Puts a provider on the shortlist or takes it off, and says what was done. */
export async function toggleSaved(one: Saveable): Promise<void> {
  try {
    const { keeping, shortlist, toggleEntry } = await import('./kept.ts')
    savedSaid.value = toggleEntry(one)
    const isKept = keeping.value === 'kept'
    shortlistHref.value = isKept ? '/shortlist' : await carrying(shortlist.value)
  } catch {
    savedSaid.value = 'A part of this page could not be loaded. Check your connection, then retry.'
  }
}
