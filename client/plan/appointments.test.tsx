// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { addEntry } from '#core/shortlist.ts'
import { change, deleteAll, shortlist } from '../state/kept.ts'
import { Appointments } from './appointments.tsx'
import { ready } from './ready.ts'

const DAY = '2026-12-03' as IsoDate

const entry = () => shortlist.value.entries[0]
const field = <Kind extends HTMLElement = HTMLInputElement>(selector: string) =>
  document.querySelector<Kind>(selector) as Kind
const button = (words: RegExp) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => words.test(textContent ?? ''))

/** What a browser does when a value is typed or a part of it is taken out. */
async function put(selector: string, value: string): Promise<void> {
  const input = field(selector)
  input.value = value
  const kind = input.type === 'textarea' ? 'input' : 'change'
  await act(() => {
    input.dispatchEvent(new Event(kind, { bubbles: true }))
  })
}

beforeEach(async () => {
  ready.value = true
  localStorage.clear()
  render(null, document.body)
  deleteAll()
  const ember = { provider: 'ember', name: 'Ember', case: null, added_on: DAY }
  change((list) => addEntry(list, ember), '')
  await act(() => render(<Appointments />, document.body))
  await put('input[type=date]', DAY)
  await put('input[type=time]', '14:30')
  await put('textarea', 'Ask for Dr. B.')
})

const WHOLE = { day: DAY, time: '14:30', note: 'Ask for Dr. B.' }

test('a day that is typed anew part by part keeps the time and the note', async () => {
  await put('input[type=date]', '')
  expect(entry()?.appointment).toEqual(WHOLE)
  await put('input[type=date]', '2026-12-06')
  expect(entry()?.appointment).toEqual({ ...WHOLE, day: '2026-12-06' })
})

test('a day field that is left empty shows the day that is kept', async () => {
  await put('input[type=date]', '')
  await act(() => {
    field('input[type=date]').dispatchEvent(new Event('blur'))
  })
  expect(field('input[type=date]').value).toBe(DAY)
})

test('an appointment goes by its button only, and an undo brings all of it back', async () => {
  expect(entry()?.status).toBe('booked')
  await act(() => button(/^Remove this appointment with Ember$/)?.click())
  expect(entry()).toMatchObject({ appointment: null, status: 'to_call' })
  await act(() => button(/^Undo$/)?.click())
  expect(entry()).toMatchObject({ appointment: WHOLE, status: 'booked' })
})

test('one undo takes back a whole note, not a letter', async () => {
  await put('textarea', 'Ask for Dr. C.')
  await act(() => button(/^Undo$/)?.click())
  expect(entry()?.appointment).toEqual({ ...WHOLE, note: '' })
})
