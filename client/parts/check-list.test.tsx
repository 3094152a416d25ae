import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import type { CheckView } from '#core/check-view.ts'
import { CHECK_STATE_WORDS, checkedPlace, PUBLIC_CHECK_STATES } from '#core/check-view.ts'
import { CheckList } from './check-list.tsx'

const view = (more: Partial<CheckView>): CheckView => ({
  subject: 'Ada Example',
  subject_kind: 'clinician',
  place: 'SAM.gov',
  state: 'checked_nothing_found',
  statement: null,
  url: 'https://list.example',
  checked_on: '2026-11-20' as IsoDate,
  covers_to: '2026-10-31' as IsoDate,
  by: 'program',
  ...more,
})

test('every state of a check has words of its own', () => {
  const html = renderToString(
    <CheckList checks={PUBLIC_CHECK_STATES.map((state) => view({ state, place: state }))} />,
  )
  for (const state of PUBLIC_CHECK_STATES) {
    expect(html).toContain(`<strong>${CHECK_STATE_WORDS[state]}</strong>: ${state}`)
  }
  expect(new Set(Object.values(CHECK_STATE_WORDS)).size).toBe(PUBLIC_CHECK_STATES.length)
})

test('a check says where, when, by whom and up to which day', () => {
  const html = renderToString(<CheckList checks={[view({})]} />)
  expect(html).toContain('SAM.gov')
  expect(html).toContain('by our program on November 20, 2026, in data up to October 31, 2026')
  expect(html).toContain('href="https://list.example"')
})

test('what was not checked is named together, and no check at all is said in words', () => {
  const states = ['NY', 'CT'].map((state) =>
    view({ state: 'not_checked', place: checkedPlace(`license:${state}`) }),
  )
  expect(renderToString(<CheckList checks={states} />)).toContain(
    '<strong>Not checked, or not finished</strong>: the license board of New York; the license board of Connecticut',
  )
  expect(renderToString(<CheckList checks={[]} />)).toContain('Nobody has checked this provider')
})

test('many boards that were not asked are counted, and any board has words', () => {
  const boards = ['NY', 'CT', 'NJ', 'MA', 'VT', 'ME', 'RI'].map((state) =>
    view({ state: 'not_checked', place: checkedPlace(`license:${state}`) }),
  )
  const sam = view({ state: 'not_checked' })
  expect(renderToString(<CheckList checks={[...boards, sam]} />)).toContain(
    'not finished</strong>: the license boards of 7 states; SAM.gov',
  )
  expect(checkedPlace('license')).toBe('a state license board')
})
