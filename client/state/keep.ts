/**
 * Something a person writes that stays in this browser: read leniently, saved at every change, kept
 * in step between tabs, and never written over when a newer version or a broken text stands there.
 */

import { signal } from '@preact/signals'
import type { ReadSaved } from '#core/saved-values.ts'

/** How one kind of thing is kept. `name` is what a person calls it: "plan", "journal". */
export type KeptForm<State> = {
  key: string
  /** Where a text that could not be read in full is kept as it was. */
  aside: string
  name: string
  read: (text: string | null) => ReadSaved<State>
  write: (state: State) => string
  merge: (mine: State, theirs: State, base: State) => State
}

/** Said where the browser keeps nothing. */
export const DENIED =
  'This browser does not let the page keep anything. What you write lasts until you leave this page. Save a copy as a file.'
const FULL = (name: string) =>
  `The storage of this browser is full, so your last change to the ${name} is not saved yet. It stays on this page. Save a copy as a file, or free some space and try again.`
/** Said beside what could not be read. */
export const KEPT_ASIDE = 'What could not be read is kept aside in this browser, just as it was.'

/** The browser's storage, or null where it is denied. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

/** Starts keeping one thing. `storageOf` is asked each time, since leave can be taken back. */
export function createKept<State>(form: KeptForm<State>, storageOf = browserStorage) {
  const state = signal(form.read(null).state)
  /** Sentences about what could not be read; shown once, as it is not lost. */
  const problems = signal<readonly string[]>([])
  /** Why the last change is not saved, or null when all is. */
  const unsaved = signal<string | null>(null)
  const undoable = signal<{ what: string; back: () => void } | null>(null)
  /** What another tab did to what stands here since the last change of one's own. */
  const elsewhere = signal<'changed' | 'deleted' | null>(null)
  let base = state.value
  /** What storage held when it was last looked at; undefined before the first look. */
  let seen: string | null | undefined
  let locked = false

  /** Keeps a text aside; several stand one below the other. False when there is no room. */
  function keepAside(storage: Storage, text: string): boolean {
    const key = form.aside
    try {
      const before = storage.getItem(key)
      if (before?.includes(text)) return true
      storage.setItem(key, before === null ? text : `${before}\n${text}`)
      return true
    } catch {
      return false
    }
  }

  /** What storage holds now, merged with what stands here. */
  function takeIn(storage: Storage): void {
    const text = storage.getItem(form.key)
    if (text === seen) return
    const { state: theirs, problems: found, newer, backup } = form.read(text)
    const broken = backup !== null && !newer
    const isFirst = seen === undefined
    seen = text
    locked = newer || (broken && !keepAside(storage, backup))
    problems.value = broken && !locked ? [...found, KEPT_ASIDE] : found
    if (locked) return
    const before = form.write(state.value)
    // A text that could not be read in full says nothing about what was taken away.
    state.value = form.merge(state.value, theirs, broken ? form.read(null).state : base)
    base = theirs
    if (isFirst || form.write(state.value) === before) return
    elsewhere.value = text === null ? 'deleted' : 'changed'
  }

  /** Works on what storage holds, and notes why that cannot be done. */
  function withStorage(work: (storage: Storage) => void): void {
    const storage = storageOf()
    if (storage === null) {
      unsaved.value = DENIED
      return
    }
    try {
      work(storage)
    } catch (error) {
      unsaved.value = isDenied(error) ? DENIED : FULL(form.name)
    }
  }

  function write(storage: Storage): void {
    takeIn(storage)
    if (locked) {
      unsaved.value = `What this browser keeps of your ${form.name} could not be read, so changes to it are not saved and nothing is written over.`
      return
    }
    const text = form.write(state.value)
    if (text !== seen) storage.setItem(form.key, text)
    seen = text
    base = state.value
    unsaved.value = null
  }

  const save = () => withStorage(write)

  /** An undo takes back this one change and leaves alone what was written since. */
  function offerUndo(what: string, before: State, after: State, first = () => {}): void {
    const back = () => {
      first()
      undoable.value = null
      elsewhere.value = null
      state.value = form.merge(before, state.value, after)
      save()
    }
    undoable.value = { what, back }
  }

  return {
    form,
    state,
    problems,
    unsaved,
    undoable,
    elsewhere,
    /** Reads what this browser kept; also after another tab wrote. */
    load: () =>
      withStorage((storage) => {
        takeIn(storage)
        if (!locked && form.write(state.value) !== form.write(base)) write(storage)
      }),
    /** Takes a change and saves it. With `what`, it can be undone: "The note is deleted." */
    change(next: State, what?: string): void {
      const before = state.value
      state.value = next
      elsewhere.value = null
      if (what !== undefined) offerUndo(what, before, next)
      save()
    },
    /** Whether leaving the page now would lose something that was written here. */
    wouldBeLost: () => unsaved.value !== null && form.write(state.value) !== form.write(base),
    /** The text that could not be read, as it was; null when there is none. */
    keptAside: () => attempt(() => storageOf()?.getItem(locked ? form.key : form.aside) ?? null),
    /** Tries again to save, as after space was freed. */
    save,
    /** Takes everything away, the texts kept aside too; with `what`, an undo brings both back. */
    clear(what?: string): void {
      const storage = storageOf()
      const aside = attempt(() => storage?.getItem(form.aside) ?? null)
      const before = state.value
      const empty = form.read(null).state
      state.value = empty
      problems.value = []
      elsewhere.value = null
      const putBack = () => attempt(() => aside && storage?.setItem(form.aside, aside))
      if (what !== undefined) offerUndo(what, before, empty, putBack)
      for (const key of [form.aside, form.key]) attempt(() => storage?.removeItem(key))
      seen = attempt(() => storage?.getItem(form.key) ?? null)
      base = empty
      locked = false
    },
  }
}

export type Kept<State> = ReturnType<typeof createKept<State>>

function attempt<Result>(run: () => Result): Result | null {
  try {
    return run()
  } catch {
    return null
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError'
}

/**
 * Follows what other tabs write, as long as the page is open, and lets the browser ask before the
 * page is left on which something was written that is not saved.
 */
export function followTabs(
  kept: Pick<Kept<unknown>, 'load' | 'wouldBeLost' | 'elsewhere'> & { form: { key: string } },
): void {
  addEventListener('storage', ({ key }) => {
    if (key === null || key === kept.form.key) kept.load()
  })
  // A page that Back brings up again is like one just opened: no other tab need have written.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    kept.load()
    kept.elsewhere.value = null
  })
  addEventListener('beforeunload', (event) => {
    if (kept.wouldBeLost()) event.preventDefault()
  })
}
