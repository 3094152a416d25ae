/**
 * The shortlist of this browser: read once, changed through here only, saved after every change.
 * Where it cannot be saved it lives as long as the page and says so. Nothing of it is ever sent.
 */

import { computed, signal } from '@preact/signals'
import type { IsoDate } from '#core/calendar.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, emptyShortlist, removeEntry } from '#core/shortlist.ts'
import type { History } from '#core/shortlist-merge.ts'
import { changed, changedElsewhere, historyOf, redo, undo } from '#core/shortlist-merge.ts'
import { readShortlist, writeShortlist } from '#core/shortlist-read.ts'
import type { Press } from './pending-presses.ts'
import { dropPresses, PRESSES_KEY, pendingPresses } from './pending-presses.ts'
import type { Saveable } from './saved.ts'
import { isTakenAlong, SHORTLIST_KEY, savedIds } from './saved.ts'

/** Where the text goes that could not be read in full. */
export const BACKUP_KEY = 'touchstone-shortlist-backup'

/** Where the figures stand that a provider had when it was first looked at here. */
export const FIGURES_KEY = 'touchstone-first-figures'

/** `newer`: what is stored belongs to a newer version and is left alone. */
export type Keeping = 'kept' | 'denied' | 'full' | 'newer'

export const KEEPING_WORDS: Record<Exclude<Keeping, 'kept'>, string> = {
  denied:
    'This browser does not let the page keep anything. Your shortlist is here until you leave this page. Take it with you as a file.',
  full: 'The storage of this browser is full, so the last changes are not saved. They are here until you leave this page. Take them with you as a file, then make room.',
  newer:
    'The shortlist in this browser was saved by a newer version of Touchstone. It has not been touched. Reload the page to get that version. What you do here until then is not saved.',
}

const ELSEWHERE =
  'Your shortlist was changed in another tab too. What was written in either is here.'

const history = signal<History>(historyOf(emptyShortlist()))

export const shortlist = computed(() => history.value.present)
export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)
export const keeping = signal<Keeping>('kept')
/** What of the stored shortlist could not be read, a sentence each. */
export const unread = signal<readonly string[]>([])
/** What a screen reader is told after each change. */
export const said = signal('')

let isLoaded = false
/** What this page last read from storage or wrote there. */
let lastText: string | null = null
let base: Shortlist = emptyShortlist()

function show(next: History): void {
  history.value = next
  savedIds.value = new Set(next.present.entries.map(({ provider }) => provider))
}

/** Takes over a stored text; with `merge` as another tab's change, else as the first reading. */
function takeOver(text: string | null, merge: boolean): void {
  const { state, problems, newer, backup } = readShortlist(text)
  if (newer) {
    keeping.value = 'newer'
    return
  }
  if (keeping.value === 'newer') keeping.value = 'kept'
  if (problems.length > 0) unread.value = problems
  // A damaged text says nothing about what another tab took off, so nothing is taken off for it.
  const before = backup === null ? base : state
  if (merge && writeShortlist(state) !== writeShortlist(base)) said.value = ELSEWHERE
  show(merge ? changedElsewhere(history.value, state, before) : historyOf(state))
  // Put aside before anything writes over it; where that fails, nothing is written.
  if (backup !== null) localStorage.setItem(BACKUP_KEY, backup)
  lastText = text
  base = state
}

/** Why storage failed: what there is no room for was let in before. */
const whyNot = (): Keeping => {
  try {
    localStorage.setItem(`${SHORTLIST_KEY}-try`, '')
    localStorage.removeItem(`${SHORTLIST_KEY}-try`)
    return 'full'
  } catch (refusal) {
    const name = refusal instanceof DOMException ? refusal.name : ''
    return name === 'QuotaExceededError' ? 'full' : 'denied'
  }
}

function save(): void {
  // A link that took the list along does not carry this change.
  isTakenAlong.value = false
  try {
    const stored = localStorage.getItem(SHORTLIST_KEY)
    // Another tab may have saved a moment ago; its event comes only after this.
    if (stored !== lastText) takeOver(stored, true)
    if (keeping.value === 'newer') return
    const text = writeShortlist(history.value.present)
    localStorage.setItem(SHORTLIST_KEY, text)
    lastText = text
    base = history.value.present
    keeping.value = 'kept'
  } catch {
    keeping.value = whyNot()
  }
}

/** What is said after a change; that it could not be saved is said first. */
function announce(what: string): string {
  said.value = keeping.value === 'kept' ? what : `${KEEPING_WORDS[keeping.value]} ${what}`
  return said.value
}

/** Reads the shortlist of this browser, once. */
export function loadKept(): void {
  if (isLoaded) return
  isLoaded = true
  try {
    takeOver(localStorage.getItem(SHORTLIST_KEY), false)
  } catch {
    keeping.value = whyNot()
  }
  addEventListener('storage', ({ key }) => {
    if (key === SHORTLIST_KEY || key === null) followOtherTab()
  })
  addEventListener('beforeunload', (event) => {
    if (wouldBeLost.value && !isTakenAlong.value) event.preventDefault()
  })
  takePresses()
}

/** Takes in what another tab has saved. */
export function followOtherTab(): void {
  try {
    const text = localStorage.getItem(SHORTLIST_KEY)
    if (text !== lastText) takeOver(text, true)
  } catch {
    keeping.value = whyNot()
  }
}

/** Makes a change that can be undone, saves it and says what was done. */
export function change(step: (list: Shortlist) => Shortlist, what: string): string {
  loadKept()
  typing = null
  show(changed(history.value, step(history.value.present)))
  save()
  return announce(what)
}

/** What is being typed: one undo takes all of it back, not a letter. */
let typing: string | null = null

/** A change that goes on while somebody types; `what` names the field. Nothing is said aloud. */
export function amend(what: string, step: (list: Shortlist) => Shortlist): void {
  loadKept()
  const { past, present } = history.value
  const next = step(present)
  show(typing === what ? { past, present: next, future: [] } : changed(history.value, next))
  typing = what
  save()
}

/** Tries again to save what could not be saved. */
export function saveAgain(): string {
  save()
  return announce(keeping.value === 'kept' ? 'Your shortlist is saved.' : 'Not saved yet.')
}

/** Whether leaving the page now would lose something. */
export const wouldBeLost = computed(() => keeping.value !== 'kept' && canUndo.value)

/** Takes the last change back. */
export function undoChange(): string {
  typing = null
  show(undo(history.value))
  save()
  return announce('The last change is undone.')
}

/** Makes the change again that was just taken back. */
export function redoChange(): string {
  typing = null
  show(redo(history.value))
  save()
  return announce('The change is made again.')
}

/** The day on this computer's own calendar. */
export function dayHere(now = new Date()): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate
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
  if (keeping.value === 'kept') dropPresses(waiting)
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
  show(changed(history.value, emptyShortlist()))
  try {
    for (const key of [SHORTLIST_KEY, BACKUP_KEY, FIGURES_KEY, PRESSES_KEY])
      localStorage.removeItem(key)
    lastText = null
    base = emptyShortlist()
  } catch {
    keeping.value = whyNot()
  }
  unread.value = []
  return announce('Your shortlist and your answers are deleted from this browser.')
}

/** The text that could not be read in full, for the visitor to keep; null when there is none. */
export function unreadText(): string | null {
  try {
    return localStorage.getItem(BACKUP_KEY)
  } catch {
    return null
  }
}
