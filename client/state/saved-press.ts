/** A press of a Save button. What writes the shortlist is loaded when one is about to be pressed. */

import type { Shortlist } from '#core/shortlist.ts'
import type { Press } from './pending-presses.ts'
import { keepPress, pendingPresses } from './pending-presses.ts'
import type { Saveable } from './saved.ts'
import { loadSaved, savedIds, savedSaid, shortlistHref } from './saved.ts'

/** The address of the shortlist page with the whole list in its fragment, which is sent nowhere. */
async function carrying(list: Shortlist): Promise<string> {
  const [{ shareFragment }, { deflate }] = await Promise.all([
    import('#core/share-link.ts'),
    import('../shortlist/compression.ts'),
  ])
  return `/shortlist#${(await shareFragment(list, '/shortlist', deflate)).fragment}`
}

type Writer = typeof import('./kept.ts')

/** Here once it is loaded; from then on a press is written before it returns. */
let writer: Writer | null = null

/** Loads what writes the shortlist, before it is needed. */
export async function readyToSave(): Promise<Writer> {
  writer ??= await import('./kept.ts')
  return writer
}

/** Writes what was pressed on a page that was left too soon. Where it fails, the next page tries. */
export async function finishPresses(): Promise<void> {
  if (pendingPresses().length === 0) return
  await readyToSave().then(
    ({ loadKept }) => loadKept(),
    () => undefined,
  )
}

async function obey({ keptShortlist, obeyPress, shortlist, takePresses }: Writer, press: Press) {
  savedSaid.value = obeyPress(press)
  takePresses()
  shortlistHref.value =
    keptShortlist.unsaved.value === null ? '/shortlist' : await carrying(shortlist.value)
}

/**
 * Puts a provider on the shortlist or takes it off, and says what was done. Before the first wait
 * it is written, or kept to be written on the next page.
 */
export async function toggleSaved(one: Saveable): Promise<void> {
  const press = { ...one, saved: !savedIds.value.has(one.id), at: Date.now() }
  const waits = writer === null && keepPress(press)
  if (waits) loadSaved()
  try {
    await obey(writer ?? (await readyToSave()), press)
  } catch {
    savedSaid.value = waits
      ? 'A part of this page could not be loaded. What you pressed is kept in this browser and counts as soon as a page can be loaded in full.'
      : 'A part of this page could not be loaded. Check your connection, then retry.'
  }
}
