/**
 * The shortlist of this browser: read once, changed through here only, saved after every change.
 * Where it cannot be saved it lives as long as the page and says so. Nothing of it is ever sent.
 */

import { computed, effect, signal } from '@preact/signals'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, emptyShortlist, removeEntry } from '#core/shortlist.ts'
import type { History } from '#core/shortlist-merge.ts'
import { changed, changedElsewhere, historyOf, redo, undo } from '#core/shortlist-merge.ts'
import { readShortlist, writeShortlist } from '#core/shortlist-read.ts'
import { dayHere } from './days.ts'
import { createKept, followTabs } from './keep.ts'
import type { Press } from './pending-presses.ts'
import { dropPresses, PRESSES_KEY, pendingPresses } from './pending-presses.ts'
import type { Saveable } from './saved.ts'
import { isTakenAlong, SHORTLIST_KEY, savedIds } from './saved.ts'

/** Where the figures stand that a provider had when it was first looked at here. */
export const FIGURES_KEY = 'touchstone-first-figures'

/** What a screen reader is told after each change. */
export const said = signal('')

let isLoaded = false

/** The shortlist with what can be undone; only the present is saved. */
export const keptShortlist = createKept<History>({
  key: SHORTLIST_KEY,
  aside: 'touchstone-shortlist-backup',
  name: 'shortlist',
  read: (text) => {
    const { state, ...read } = readShortlist(text)
    return { ...read, state: historyOf(state) }
  },
  write: ({ present }) => writeShortlist(present),
  merge: (mine, theirs, base) => changedElsewhere(mine, theirs.present, base.present),
})

const { state: history, unsaved } = keptShortlist

export const shortlist = computed(() => history.value.present)
export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)

/** What is so where no provider is here, in words: that none is saved, or that none could be read. */
export const noneInWords = computed(() =>
  keptShortlist.problems.value.length === 0
    ? 'Your shortlist is empty'
    : 'No provider could be read from your shortlist',
)

/** Saves what is now so. A link that took the list along does not carry this change. */
function turnTo(next: History): void {
  isTakenAlong.value = false
  keptShortlist.change(next)
}

/** What is said after a change; that it could not be saved is said first. */
function announce(what: string): string {
  said.value = unsaved.value === null ? what : `${unsaved.value} On this page only: ${what}`
  return said.value
}

/** Reads the shortlist of this browser, once. */
export function loadKept(): void {
  if (isLoaded) return
  keptShortlist.load()
  isLoaded = true
  effect(() => {
    savedIds.value = new Set(shortlist.value.entries.map(({ provider }) => provider))
  })
  const wouldBeLost = () => !isTakenAlong.value && keptShortlist.wouldBeLost()
  followTabs({ ...keptShortlist, wouldBeLost })
  takePresses()
}

/** Makes a change that can be undone, saves it and says what was done. */
export function change(step: (list: Shortlist) => Shortlist, what: string): string {
  loadKept()
  typing = null
  turnTo(changed(history.value, step(shortlist.value)))
  return announce(what)
}

/** What is being typed: one undo takes all of it back, not a letter. */
let typing: string | null = null

/** A change that goes on while somebody types; `what` names the field. Nothing is said aloud. */
export function amend(what: string, step: (list: Shortlist) => Shortlist): void {
  loadKept()
  const { past, present } = history.value
  const next = step(present)
  turnTo(typing === what ? { past, present: next, future: [] } : changed(history.value, next))
  typing = what
}

/** Takes the last change back. */
export function undoChange(): string {
  typing = null
  turnTo(undo(history.value))
  return announce('The last change is undone.')
}

/** Makes the change again that was just taken back. */
export function redoChange(): string {
  typing = null
  turnTo(redo(history.value))
  return announce('The change is made again.')
}

const isSaved = (id: string) => shortlist.value.entries.some(({ provider }) => provider === id)

/** Makes the shortlist hold a provider or not, as a press asked; returns what is so, in words. */
export function obeyPress({ id, name, case: kind, saved, at }: Press): string {
  loadKept()
  const what = saved
    ? `${name} is on your shortlist.`
    : `${name} is off your shortlist. Its answers are kept.`
  if (isSaved(id) === saved) return announce(what)
  if (!saved) return change((list) => removeEntry(list, id), what)
  const entry = { provider: id, name, case: kind ?? null, added_on: dayHere(new Date(at)) }
  return change((list) => addEntry(list, entry), what)
}

/** Takes over the presses that wait in this browser; they wait on where nothing can be saved. */
export function takePresses(): void {
  const waiting = pendingPresses()
  for (const press of waiting) obeyPress(press)
  if (unsaved.value === null) dropPresses(waiting)
}

/** Saves a provider or takes it off; returns what was done, in words. */
export function toggleEntry(one: Saveable): string {
  loadKept()
  return obeyPress({ ...one, saved: !isSaved(one.id), at: Date.now() })
}

/**
 * Empties the shortlist and takes every trace of it out of this browser. It can be undone until the
 * page is left.
 */
export function deleteAll(): string {
  typing = null
  const before = history.value
  keptShortlist.clear()
  history.value = changed(before, emptyShortlist())
  try {
    for (const key of [FIGURES_KEY, PRESSES_KEY]) localStorage.removeItem(key)
  } catch {
    // Where storage is denied there is nothing to take away.
  }
  return announce('Your shortlist and your answers are deleted from this browser.')
}
