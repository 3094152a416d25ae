// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { emptyShortlist, recordAnswer } from '#core/shortlist.ts'
import { writeShortlist } from '#core/shortlist-read.ts'
import {
  hasAnswersAbout,
  hasPlan,
  idsIn,
  loadSaved,
  SHORTLIST_KEY,
  savedIds,
  savedSaid,
} from './saved.ts'
import { toggleSaved } from './saved-press.ts'

beforeEach(() => {
  localStorage.clear()
  loadSaved()
})

test('a press saves, says so, and is seen after a reload', async () => {
  await toggleSaved({ id: 'a', name: 'Clinic A', case: 'iv-clinic' })
  expect(savedSaid.value).toBe('Clinic A is on your shortlist.')
  savedIds.value = new Set()
  loadSaved()
  expect([...savedIds.value]).toEqual(['a'])
  const text = localStorage.getItem(SHORTLIST_KEY) ?? ''
  expect(JSON.parse(text).entries[0]).toMatchObject({ case: 'iv-clinic', status: 'to_call' })
})

test('an answer about a provider is noticed, and one about another is not', async () => {
  const answer: Answer = {
    ...{ provider: 'a', criterion: 'A1', case: null, state: null, level: 'met', note: '' },
    ...{ told_on: '2026-11-23' as IsoDate, how: 'call' },
  }
  localStorage.setItem(SHORTLIST_KEY, writeShortlist(recordAnswer(emptyShortlist(), answer)))
  expect(hasAnswersAbout('a')).toBe(true)
  expect(hasAnswersAbout('b')).toBe(false)
})

test('a care plan is noticed, and a shortlist without one is not', () => {
  const plan = { first_course_sessions: 4, maintenance_per_month: 2 }
  const care_plan = { ...plan, horizon_months: 12 as const, told_by_insurer_cents: null }
  localStorage.setItem(SHORTLIST_KEY, writeShortlist(emptyShortlist()))
  expect(hasPlan()).toBe(false)
  localStorage.setItem(SHORTLIST_KEY, writeShortlist({ ...emptyShortlist(), care_plan }))
  expect(hasPlan()).toBe(true)
})

test.each([null, '', '{', '[]', 'null', '{"entries":7}', '{"entries":[null,{"provider":3}]}'])(
  'a stored value of %s is no ids',
  (text) => {
    expect([...idsIn(text)]).toEqual([])
  },
)
