// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  announcement,
  chosen,
  clearChosen,
  compareHref,
  isFull,
  loadChosen,
  notKept,
  replaceChosen,
  toggleChosen,
} from './chosen.ts'

const provider = (id: string) => ({ id, name: `Provider ${id}` })

beforeEach(() => {
  localStorage.clear()
  loadChosen()
})

afterEach(() => vi.unstubAllGlobals())

test.each(['SecurityError', 'QuotaExceededError'])(
  'where storage answers with %s, the choice is announced as one that is not kept',
  (name) => {
    const refuse = () => {
      throw new DOMException('refused', name)
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    toggleChosen(provider('a'))
    expect(announcement.value).toContain('Provider a added. 1 of 4 to compare.')
    expect(announcement.value).toContain('cannot keep your choice')
    expect(notKept.value).toContain('cannot keep your choice')
    vi.unstubAllGlobals()
    toggleChosen(provider('b'))
    expect([announcement.value, notKept.value]).toEqual([
      'Provider b added. 2 of 4 to compare.',
      null,
    ])
  },
)

test('a choice survives leaving the page', () => {
  toggleChosen(provider('a'))
  toggleChosen(provider('b'))
  chosen.value = []
  loadChosen()
  expect(chosen.value.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('the fifth is refused and the reason is said', () => {
  for (const id of ['a', 'b', 'c', 'd']) toggleChosen(provider(id))
  expect(isFull.value).toBe(true)
  expect(announcement.value).toBe(
    'Provider d added. 4 of 4 to compare. That is the most you can compare.',
  )
  toggleChosen(provider('e'))
  expect(chosen.value).toHaveLength(4)
  expect(announcement.value).toBe('You can compare 4 at most. Remove one first.')
})

test('a second press takes it away again', () => {
  toggleChosen(provider('a'))
  toggleChosen(provider('a'))
  expect(chosen.value).toEqual([])
  expect(announcement.value).toBe('Provider a removed. 0 of 4 to compare.')
})

test('a broken stored value is an empty choice', () => {
  localStorage.setItem('touchstone', '{"compare":[')
  loadChosen()
  expect(chosen.value).toEqual([])
})

test('what is readable of a stored choice is kept, each provider once and four at most', () => {
  const compare = ['a', 'a', 'b', 'c', 'd', 'e'].map(provider)
  localStorage.setItem('touchstone', JSON.stringify({ compare: [null, 7, ...compare] }))
  loadChosen()
  expect(chosen.value.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})

test('what other parts of the page keep under the same key is left alone', () => {
  localStorage.setItem('touchstone', JSON.stringify({ version: 1, notes: ['call first'] }))
  toggleChosen(provider('a'))
  expect(JSON.parse(localStorage.getItem('touchstone') ?? '')).toEqual({
    version: 1,
    notes: ['call first'],
    compare: [provider('a')],
  })
})

test('a comparison opened from a link becomes the choice, and can be cleared', () => {
  replaceChosen(['a', 'b', 'c', 'd', 'e'].map(provider))
  expect(compareHref(chosen.value.map(({ id }) => id))).toBe('/compare?ids=a&ids=b&ids=c&ids=d')
  clearChosen()
  expect(chosen.value).toEqual([])
})
