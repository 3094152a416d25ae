import { expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { previewShared } from '#core/shared-preview.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, changeEntry, emptyShortlist, recordAnswer } from '#core/shortlist.ts'
import { addShared } from '#core/shortlist-merge.ts'

const day = '2026-11-23' as IsoDate
const add = (list: Shortlist, id: string) =>
  addEntry(list, { provider: id, name: id.toUpperCase(), case: 'iv-clinic', added_on: day })
const listOf = (...ids: string[]) => ids.reduce(add, emptyShortlist())
const answer = (provider: string, level: Answer['level']): Answer => ({
  ...{ provider, criterion: 'C1', case: null, state: null, level },
  ...{ note: '', told_on: day, how: 'call' },
})
const appointment = { day: '2026-11-25' as IsoDate, time: '10:00', note: 'bring the list' }
const caseWords = (id: string) => `case ${id}`

test('what a shared list carries about new providers is named', () => {
  const shared = changeEntry(listOf('a', 'b'), 'b', { status: 'booked', note: 'hi', appointment })
  const { new_providers, different, same, others } = previewShared(
    emptyShortlist(),
    shared,
    caseWords,
  )
  expect(new_providers).toEqual([
    { provider: 'a', name: 'A', brings: ['Kind of care: case iv-clinic'] },
    {
      provider: 'b',
      name: 'B',
      brings: [
        'Kind of care: case iv-clinic',
        'Status: Booked',
        'Appointment: November 25, 2026 at 10:00 AM',
        'A note on the appointment',
        'A note',
      ],
    },
  ])
  expect([different, same]).toEqual([[], []])
  expect(others).toEqual(['Order: as in the list.'])
})

test('what would change of one’s own is named, and what would not', () => {
  const mine = changeEntry(listOf('a', 'b', 'c'), 'a', { note: 'mine', status: 'to_call' })
  const told = changeEntry(mine, 'b', { status: 'decided', appointment })
  const theirs = changeEntry(listOf('a', 'b', 'c', 'd'), 'a', { note: 'theirs', status: 'spoken' })
  const shared = changeEntry(theirs, 'b', { status: 'booked' })
  const { new_providers, different, same, others } = previewShared(told, shared, caseWords)
  expect(new_providers.map(({ name }) => name)).toEqual(['D'])
  expect(different).toEqual([
    {
      provider: 'a',
      name: 'A',
      brings: ['Status: Spoken to instead of To call', 'A note, put beside yours'],
    },
    { provider: 'b', name: 'B', brings: ['Status: Booked. Yours stays: Decided on'] },
  ])
  expect(same).toEqual([{ provider: 'c', name: 'C', brings: [] }])
  expect(others).toEqual(['Order: as in the list, new ones after yours.'])
})

test('answers are counted as new, as changing one’s own, and as known', () => {
  const mine = [answer('a', 'met'), answer('b', 'met')].reduce(recordAnswer, listOf('a', 'b'))
  const shared = [answer('a', 'met'), answer('b', 'partly'), answer('c', 'met')].reduce(
    recordAnswer,
    emptyShortlist(),
  )
  expect(previewShared(mine, shared, caseWords).others).toEqual([
    '3 answers: 1 new, 1 that would change yours, 1 that you have.',
  ])
})

test('care plan, weights and must-haves are named with what becomes of them', () => {
  const care_plan = {
    ...{ first_course_sessions: 6, maintenance_per_month: 1 },
    ...{ horizon_months: 3 as const, told_by_insurer_cents: 4500 },
  }
  const shared = {
    ...emptyShortlist(),
    ...{ care_plan, weights: { A: 2 }, must_haves: ['insurance' as const] },
  }
  const mine = { ...emptyShortlist(), weights: { A: 1 }, must_haves: ['insurance' as const] }
  expect(previewShared(mine, shared, caseWords).others).toEqual([
    'Care plan (6 sessions to start, 1 a month after, over 3 months, $45 a session as an insurer said): taken as yours, since you have set none.',
    'Weights, what matters most: yours stays.',
    'Must-haves (Takes insurance): the same as yours.',
  ])
})

test('a list that was added before changes nothing', () => {
  const shared = recordAnswer(changeEntry(listOf('a'), 'a', { note: 'hi' }), answer('a', 'met'))
  const after = addShared(listOf('b'), shared)
  expect(previewShared(after, shared, caseWords)).toMatchObject({
    changes_nothing: true,
    new_providers: [],
    different: [],
  })
  expect(previewShared(listOf('b'), shared, caseWords).changes_nothing).toBe(false)
})
