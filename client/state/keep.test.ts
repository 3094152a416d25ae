// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import type { JournalEntry } from '#core/journal.ts'
import {
  emptyJournal,
  journalText,
  mergeJournals,
  readJournal,
  removeJournalEntry,
  writeEntry,
} from '#core/journal.ts'
import type { Kept } from './keep.ts'
import { createKept, followTabs } from './keep.ts'

const KEY = 'test-journal'
const ASIDE = 'test-journal-unread'
const form = {
  key: KEY,
  aside: ASIDE,
  name: 'journal',
  read: readJournal,
  write: journalText,
  merge: mergeJournals,
}
type Journal = ReturnType<typeof emptyJournal>

const entry = (id: string, note: string): JournalEntry => ({
  id,
  on: '2026-11-23' as IsoDate,
  kind: 'mood',
  mood: 3,
  note,
})

/** A tab of its own over the same storage. */
function openTab(storageOf?: () => Storage | null): Kept<Journal> {
  const tab = storageOf ? createKept(form, storageOf) : createKept(form)
  tab.load()
  return tab
}

const write = (tab: Kept<Journal>, one: JournalEntry) =>
  tab.change(writeEntry(tab.state.value, one))
const notes = (tab: Kept<Journal>) => tab.state.value.entries.map(({ note }) => note).sort()
const stored = () => readJournal(localStorage.getItem(KEY)).state

/** A storage that refuses to write. */
const fullStorage = (): Storage =>
  new Proxy(localStorage, {
    get: (target, name) => {
      if (name === 'setItem') {
        return () => {
          throw new DOMException('no room', 'QuotaExceededError')
        }
      }
      return Reflect.get(target, name).bind(target)
    },
  })

beforeEach(() => localStorage.clear())

test('what was written is there after a reload', () => {
  const tab = openTab()
  write(tab, entry('a', 'slept well'))
  expect(notes(openTab())).toEqual(['slept well'])
  expect(tab.unsaved.value).toBeNull()
})

test('two tabs that write lose nothing, whoever saves last', () => {
  const one = openTab()
  const other = openTab()
  write(one, entry('a', 'one'))
  write(other, entry('b', 'other'))
  write(one, entry('c', 'one again'))
  expect(
    stored()
      .entries.map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'b', 'c'])
  other.load()
  expect(notes(other)).toEqual(['one', 'one again', 'other'])
})

test('an undo brings the entry back and leaves what was written since', () => {
  const tab = openTab()
  write(tab, entry('a', 'first'))
  tab.change(removeJournalEntry(tab.state.value, 'a'), 'Deleted.')
  write(tab, entry('b', 'second'))
  tab.undoable.value?.back()
  expect(notes(tab)).toEqual(['first', 'second'])
  expect(stored().entries).toHaveLength(2)
})

test('deleting everything leaves no trace, and an undo brings all of it back', () => {
  const broken = '{"not": "ours"'
  localStorage.setItem(KEY, broken)
  const tab = openTab()
  write(tab, entry('a', 'first'))
  tab.clear('All gone.')
  expect(localStorage.length).toBe(0)
  expect(tab.state.value).toEqual(emptyJournal())
  tab.undoable.value?.back()
  expect(notes(tab)).toEqual(['first'])
  expect(stored().entries).toHaveLength(1)
  expect(localStorage.getItem(ASIDE)).toBe(broken)
})

test('another tab follows when everything is deleted', () => {
  const one = openTab()
  write(one, entry('a', 'first'))
  const other = openTab()
  one.clear('All gone.')
  other.load()
  expect(other.state.value.entries).toEqual([])
  expect(localStorage.getItem(KEY)).toBeNull()
})

test('what another tab changed is said until the next change of one’s own', () => {
  const one = openTab()
  const other = openTab()
  write(one, entry('a', 'one'))
  other.load()
  expect([one.elsewhere.value, other.elsewhere.value]).toEqual([null, 'changed'])
  write(other, entry('b', 'other'))
  expect(other.elsewhere.value).toBeNull()
  write(one, entry('c', 'one again'))
  expect(one.elsewhere.value).toBe('changed')
  one.clear('All gone.')
  expect(one.elsewhere.value).toBeNull()
  other.load()
  expect(other.elsewhere.value).toBe('deleted')
  one.undoable.value?.back()
  write(other, entry('d', 'last'))
  one.load()
  one.change(removeJournalEntry(one.state.value, 'd'), 'Deleted.')
  write(other, entry('e', 'more'))
  one.load()
  expect(one.elsewhere.value).toBe('changed')
  one.undoable.value?.back()
  expect(one.elsewhere.value).toBeNull()
})

test('two tabs that write over the same words have both texts, and both are told of it', () => {
  const one = openTab()
  write(one, entry('a', 'bad night'))
  const other = openTab()
  write(one, entry('a', 'calm night'))
  write(other, entry('a', 'long night'))
  one.load()
  for (const tab of [one, other]) {
    expect(notes(tab)).toEqual(['calm night\n\nlong night'])
    expect(tab.elsewhere.value).toBe('changed')
  }
})

test('nothing is said of a first look, of what both tabs have, or of a text that broke', () => {
  localStorage.setItem(KEY, journalText(writeEntry(emptyJournal(), entry('a', 'first'))))
  const tab = openTab()
  const isTold = () => {
    tab.load()
    return tab.elsewhere.value !== null
  }
  expect(isTold()).toBe(false)
  localStorage.setItem(KEY, `${localStorage.getItem(KEY)} `)
  expect(isTold()).toBe(false)
  localStorage.setItem(KEY, 'not json')
  expect(isTold()).toBe(false)
})

test('a page that Back brings up again has what was written meanwhile, and says nothing', () => {
  const one = openTab()
  const other = openTab()
  followTabs(other)
  write(one, entry('a', 'one'))
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect(notes(other)).toEqual(['one'])
  expect(other.elsewhere.value).toBeNull()
})

test('what is not saved is asked about before the page is left', () => {
  const tab = openTab(fullStorage)
  const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
  followTabs(tab)
  expect(isAsked()).toBe(false)
  write(tab, entry('1', 'slept'))
  expect(tab.unsaved.value).toContain('full')
  expect(isAsked()).toBe(true)
})

test('where storage is denied the page says so and keeps what is written as long as it is open', () => {
  const tab = openTab(() => null)
  write(tab, entry('a', 'first'))
  expect(tab.unsaved.value).toContain('does not let the page keep anything')
  expect(notes(tab)).toEqual(['first'])
})

test('where storage is full nothing is lost, and trying again saves it', () => {
  let isFull = true
  const tab = openTab(() => (isFull ? fullStorage() : localStorage))
  write(tab, entry('a', 'first'))
  expect(tab.unsaved.value).toContain('storage of this browser is full')
  expect(notes(tab)).toEqual(['first'])
  isFull = false
  tab.save()
  expect(tab.unsaved.value).toBeNull()
  expect(stored().entries).toHaveLength(1)
})

test('a broken text is kept aside just as it was before anything is written over it', () => {
  localStorage.setItem(KEY, 'not json')
  const tab = openTab()
  expect(tab.problems.value[0]).toContain('damaged')
  write(tab, entry('a', 'first'))
  expect(localStorage.getItem(ASIDE)).toBe('not json')
  expect(stored().entries).toHaveLength(1)
})

test('a broken text that cannot be kept aside is not written over', () => {
  localStorage.setItem(KEY, 'not json')
  const tab = openTab(fullStorage)
  write(tab, entry('a', 'first'))
  expect(localStorage.getItem(KEY)).toBe('not json')
  expect(tab.unsaved.value).toContain('not saved')
})

test('a text of a newer version is left alone and its page says so', () => {
  const newer = JSON.stringify({ format: 'touchstone-journal', version: 99, entries: [] })
  localStorage.setItem(KEY, newer)
  const tab = openTab()
  write(tab, entry('a', 'first'))
  expect(localStorage.getItem(KEY)).toBe(newer)
  expect(tab.problems.value[0]).toContain('newer version')
  expect(tab.unsaved.value).toContain('not saved')
  expect(notes(tab)).toEqual(['first'])
})

test('a text that breaks while the page is open takes nothing away', () => {
  const tab = openTab()
  write(tab, entry('a', 'first'))
  localStorage.setItem(KEY, 'not json')
  write(tab, entry('b', 'second'))
  expect(stored().entries).toHaveLength(2)
})
