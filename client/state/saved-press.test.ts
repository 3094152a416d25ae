// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readShortlist } from '#core/shortlist-read.ts'
import { PRESSES_KEY } from './pending-presses.ts'

const SHORTLIST_KEY = 'touchstone-shortlist'
const clinic = (id: string) => ({ id, name: `Clinic ${id}`, case: 'iv-clinic' })
const storedIds = () =>
  readShortlist(localStorage.getItem(SHORTLIST_KEY)).state.entries.map(({ provider }) => provider)

/** A page of its own: no module is loaded yet, the storage is that of the browser. */
async function openPage() {
  vi.resetModules()
  const [press, saved] = await Promise.all([import('./saved-press.ts'), import('./saved.ts')])
  saved.loadSaved()
  return { ...press, savedIds: saved.savedIds, savedSaid: saved.savedSaid }
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

/** What this browser would hold if the page were left right after the press. */
async function leftAtOnce(press: (page: Awaited<ReturnType<typeof openPage>>) => void) {
  const page = await openPage()
  press(page)
  const left = { ...localStorage }
  await vi.waitFor(() => expect(page.savedSaid.value).not.toBe(''))
  localStorage.clear()
  for (const [key, text] of Object.entries(left)) localStorage.setItem(key, text)
}

test('a press counts though the page is left before the writer is loaded', async () => {
  await leftAtOnce((page) => void page.toggleSaved(clinic('a')))
  expect(storedIds()).toEqual([])
  const next = await openPage()
  expect([...next.savedIds.value]).toEqual(['a'])
  await next.finishPresses()
  expect(storedIds()).toEqual(['a'])
  expect(localStorage.getItem(PRESSES_KEY)).toBeNull()
})

test('two presses in a row on one provider leave it as it was', async () => {
  await leftAtOnce((page) => {
    void page.toggleSaved(clinic('a'))
    void page.toggleSaved(clinic('b'))
    void page.toggleSaved(clinic('a'))
  })
  await (await openPage()).finishPresses()
  expect(storedIds()).toEqual(['b'])
})

test('a press is written before it returns once the writer is loaded', async () => {
  const page = await openPage()
  await page.readyToSave()
  void page.toggleSaved(clinic('a'))
  expect(storedIds()).toEqual(['a'])
  expect(localStorage.getItem(PRESSES_KEY)).toBeNull()
})

test('a press that two pages take over is one entry, with the day of the press', async () => {
  const at = new Date(2026, 10, 20, 12).getTime()
  const waiting = JSON.stringify([{ ...clinic('a'), saved: true, at }])
  for (let page = 0; page < 2; page += 1) {
    localStorage.setItem(PRESSES_KEY, waiting)
    await (await openPage()).finishPresses()
  }
  const { entries } = readShortlist(localStorage.getItem(SHORTLIST_KEY)).state
  expect(entries).toMatchObject([{ provider: 'a', added_on: '2026-11-20', case: 'iv-clinic' }])
})

test.each(['{', '7', '[null,{"id":3}]'])('damaged presses, %s, do no harm', async (text) => {
  localStorage.setItem(PRESSES_KEY, text)
  const page = await openPage()
  await page.finishPresses()
  await page.toggleSaved(clinic('a'))
  expect(storedIds()).toEqual(['a'])
})
