// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changeEntry, emptyShortlist, moveEntry } from '#core/shortlist.ts'
import { readShortlist, writeShortlist } from '#core/shortlist-read.ts'

const KEY = 'touchstone-shortlist'
const provider = (id: string) => ({ id, name: `Provider ${id}`, case: null })
const stored = () => readShortlist(localStorage.getItem(KEY)).state
const storedIds = () => stored().entries.map((entry) => entry.provider)

type Kept = typeof import('./kept.ts')

/** A tab of its own: the module's state is fresh, the storage is shared. */
async function openTab(): Promise<Kept> {
  vi.resetModules()
  const tab = await import('./kept.ts')
  tab.loadKept()
  return tab
}

const ids = (tab: Kept) => tab.shortlist.value.entries.map((entry) => entry.provider)

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  delete document.documentElement.dataset.today
})

test('what is saved is there after a reload', async () => {
  const tab = await openTab()
  expect(tab.noneInWords.value).toBe('Your shortlist is empty')
  expect(tab.toggleEntry(provider('a'))).toBe('Provider a is on your shortlist.')
  tab.toggleEntry(provider('b'))
  expect(ids(await openTab())).toEqual(['a', 'b'])
})

test.each([
  ['1970-12-07', '2026-11-23', 'a clock that is years behind'],
  ['2026-11-22', '2026-11-22', 'another time zone'],
  ['2026-11-26', '2026-11-26', 'a page that stayed open for days'],
])('on the device it is %s, and the day of saving is %s: %s', async (device, day) => {
  vi.useFakeTimers({ now: new Date(`${device}T12:00:00`), toFake: ['Date'] })
  document.documentElement.dataset.today = '2026-11-23'
  const tab = await openTab()
  tab.toggleEntry(provider('a'))
  expect(stored().entries[0]?.added_on).toBe(day)
})

test('a second press takes a provider off, and undo and redo go back and forth', async () => {
  const tab = await openTab()
  tab.toggleEntry(provider('a'))
  tab.toggleEntry(provider('a'))
  expect(storedIds()).toEqual([])
  tab.undoChange()
  expect(storedIds()).toEqual(['a'])
  tab.redoChange()
  expect(storedIds()).toEqual([])
  expect(tab.canRedo.value).toBe(false)
})

/** A storage that answers each of these calls with an error of that name. */
function refusing(name: string, calls: readonly (keyof Storage)[]): void {
  const real = localStorage
  const refuse = () => {
    throw new DOMException('refused', name)
  }
  const get = (_: object, call: string) =>
    calls.includes(call) ? refuse : Reflect.get(real, call).bind(real)
  vi.stubGlobal('localStorage', new Proxy({}, { get }))
}

test('what is not saved is asked about before the page is left, unless it is taken along', async () => {
  const tab = await openTab()
  const { isTakenAlong } = await import('./saved.ts')
  const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
  tab.toggleEntry(provider('a'))
  expect(isAsked()).toBe(false)
  refusing('QuotaExceededError', ['setItem'])
  expect(tab.toggleEntry(provider('b'))).toMatch(/^The storage of this browser is full.*Provider b/)
  expect(isAsked()).toBe(true)
  isTakenAlong.value = true
  expect(isAsked()).toBe(false)
  tab.toggleEntry(provider('c'))
  expect(isAsked()).toBe(true)
})

test('where storage is denied the shortlist works and says that it is not kept', async () => {
  refusing('SecurityError', ['getItem', 'setItem', 'removeItem'])
  const tab = await openTab()
  expect(tab.toggleEntry(provider('a'))).toContain('does not let the page keep anything')
  expect(ids(tab)).toEqual(['a'])
  expect(tab.keptShortlist.unsaved.value).toContain('does not let')
})

test('where storage is full the shortlist works and says what to do', async () => {
  const tab = await openTab()
  refusing('QuotaExceededError', ['setItem'])
  expect(tab.toggleEntry(provider('a'))).toContain('storage of this browser is full')
  expect(tab.keptShortlist.wouldBeLost()).toBe(true)
  tab.keptShortlist.save()
  expect(tab.keptShortlist.unsaved.value).toContain('is full')
  vi.unstubAllGlobals()
  tab.keptShortlist.save()
  expect(tab.keptShortlist.wouldBeLost()).toBe(false)
  expect(storedIds()).toEqual(['a'])
  tab.toggleEntry(provider('b'))
  expect(tab.keptShortlist.unsaved.value).toBeNull()
  expect(storedIds()).toEqual(['a', 'b'])
})

test('of a broken value the readable part is kept, the rest is named and put aside', async () => {
  const first = await openTab()
  first.toggleEntry(provider('a'))
  const good = stored()
  const broken = JSON.stringify({ ...good, entries: [...good.entries, 7] })
  localStorage.setItem(KEY, broken)
  const tab = await openTab()
  expect(ids(tab)).toEqual(['a'])
  expect(tab.keptShortlist.problems.value[0]).toBe(
    '1 of 2 saved providers could not be read and was left out.',
  )
  tab.toggleEntry(provider('b'))
  expect(tab.keptShortlist.keptAside()).toBe(broken)
  expect(storedIds()).toEqual(['a', 'b'])
})

test('a text that is no shortlist at all is put aside before it is written over', async () => {
  localStorage.setItem(KEY, '{"entries": [')
  const tab = await openTab()
  expect(tab.keptShortlist.problems.value[0]).toContain('damaged')
  tab.toggleEntry(provider('a'))
  expect(tab.keptShortlist.keptAside()).toBe('{"entries": [')
  expect(storedIds()).toEqual(['a'])
})

test('a newer version is left alone', async () => {
  const newer = JSON.stringify({ format: 'touchstone-shortlist', version: 99, entries: [] })
  localStorage.setItem(KEY, newer)
  const tab = await openTab()
  expect(tab.noneInWords.value).toBe('No provider could be read from your shortlist')
  expect(tab.keptShortlist.keptAside()).toBe(newer)
  const [problem = ''] = tab.keptShortlist.problems.value
  expect(problem).toContain('newer version of Touchstone')
  const said = tab.toggleEntry(provider('a'))
  expect(said).toMatch(/not saved.*On this page only: Provider a is on your shortlist\.$/)
  expect(said).not.toContain(problem)
  expect(localStorage.getItem(KEY)).toBe(newer)
  expect(ids(tab)).toEqual(['a'])
})

test('two tabs that change the list lose nothing, whoever saves last', async () => {
  const one = await openTab()
  one.toggleEntry(provider('a'))
  const other = await openTab()
  other.toggleEntry(provider('b'))
  one.toggleEntry(provider('c'))
  expect(storedIds().sort()).toEqual(['a', 'b', 'c'])
  other.keptShortlist.load()
  expect(ids(other).sort()).toEqual(['a', 'b', 'c'])
})

test('undo in one tab leaves what the other tab did', async () => {
  const one = await openTab()
  one.toggleEntry(provider('a'))
  const other = await openTab()
  other.toggleEntry(provider('b'))
  one.keptShortlist.load()
  one.undoChange()
  expect(storedIds()).toEqual(['b'])
})

test('a text that breaks while the page is open takes nothing away', async () => {
  const tab = await openTab()
  tab.toggleEntry(provider('a'))
  localStorage.setItem(KEY, 'not json')
  tab.toggleEntry(provider('b'))
  expect(storedIds()).toEqual(['a', 'b'])
  expect(tab.keptShortlist.keptAside()).toBe('not json')
})

test('deleting everything leaves no trace and can be undone', async () => {
  const tab = await openTab()
  tab.toggleEntry(provider('a'))
  tab.deleteAll()
  expect(localStorage.length).toBe(0)
  expect(tab.shortlist.value).toEqual(emptyShortlist())
  tab.undoChange()
  expect(storedIds()).toEqual(['a'])
})

test('the order is saved as well', async () => {
  const tab = await openTab()
  for (const id of ['a', 'b', 'c']) tab.toggleEntry(provider(id))
  tab.change((list) => moveEntry(list, 'c', 1), 'Moved.')
  expect(storedIds()).toEqual(['c', 'a', 'b'])
  expect(localStorage.getItem(KEY)).toBe(writeShortlist(tab.shortlist.value))
})

test('what is typed into one field is undone in one step, and each letter is saved', async () => {
  const tab = await openTab()
  tab.toggleEntry(provider('a'))
  const write = (note: string) => (list: typeof tab.shortlist.value) =>
    changeEntry(list, 'a', { note })
  for (const note of ['w', 'wa', 'warm']) tab.amend('note a', write(note))
  expect(stored().entries[0]?.note).toBe('warm')
  tab.undoChange()
  expect(stored().entries[0]?.note).toBe('')
  tab.undoChange()
  expect(storedIds()).toEqual([])
})
