// @vitest-environment happy-dom
import { render } from 'preact'
import { beforeEach, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { answersAbout } from '#core/shortlist.ts'
import { deleteAll, loadKept, said, shortlist, undoChange } from '../state/kept.ts'
import { AnswerForm, likelyDay } from './answer-form.tsx'
import { today } from './facts.ts'

const day = (text: string) => text as IsoDate
const about = { provider: 'a', criterion: 'C1', case: 'iv-clinic', state: null, label: 'Live talk' }

/** The form as the page draws it, again after each change. */
function Live() {
  return (
    <AnswerForm about={about} name="Ember" answer={answersAbout(shortlist.value, 'a')[0] ?? null} />
  )
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(async () => {
  localStorage.clear()
  loadKept()
  deleteAll()
  today.value = day('2026-11-23')
  render(null, document.body)
  render(<Live />, document.body)
  await settle()
})

const level = (at: number) =>
  document.querySelectorAll<HTMLInputElement>('input[type=radio]')[at] as HTMLInputElement

test('a day in another time zone stands, a clock that is wrong does not', () => {
  expect(likelyDay(day('2026-11-22'), day('2026-11-23'))).toBe('2026-11-22')
  expect(likelyDay(day('2026-11-24'), day('2026-11-23'))).toBe('2026-11-23')
  expect(likelyDay(day('2020-01-01'), day('2026-11-23'))).toBe('2026-11-23')
})

test('one press records an answer, the next changes it, and no second one is made', async () => {
  level(0).click()
  await settle()
  level(2).click()
  await settle()
  expect(shortlist.value.answers.map((answer) => [answer.level, answer.case])).toEqual([
    ['not_met', 'iv-clinic'],
  ])
})

test('a change of the way moves the answer there', async () => {
  level(0).click()
  await settle()
  const way = document.querySelector('select') as HTMLSelectElement
  way.value = 'document'
  way.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
  expect(shortlist.value.answers.map(({ how }) => how)).toEqual(['document'])
})

test('what is typed is kept with each letter', async () => {
  level(1).click()
  await settle()
  const note = document.querySelector('textarea') as HTMLTextAreaElement
  for (const text of ['N', 'No', 'Not yet']) {
    note.value = text
    note.dispatchEvent(new Event('input', { bubbles: true }))
    await settle()
  }
  expect(shortlist.value.answers.map((answer) => answer.note)).toEqual(['Not yet'])
})

test('the first answer about a provider puts it on the shortlist, and a press takes both back', async () => {
  const saved = () => shortlist.value.entries.map(({ provider, name }) => [provider, name])
  expect(saved()).toEqual([])
  level(0).click()
  await settle()
  expect(saved()).toEqual([['a', 'Ember']])
  expect(said.value).toContain('Ember is on your shortlist.')
  undoChange()
  expect(saved()).toEqual([])
  expect(shortlist.value.answers).toEqual([])
})

test('a day that is typed anew stands until the new one is whole', async () => {
  level(0).click()
  await settle()
  const field = document.querySelector('input[type=date]') as HTMLInputElement
  field.value = ''
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.dispatchEvent(new Event('blur'))
  await settle()
  expect(shortlist.value.answers.map(({ told_on }) => told_on)).toEqual([field.value])
})
