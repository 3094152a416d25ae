// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { FIGURES_KEY } from '../state/kept.ts'
import type { FirstFigures } from './first-figures.ts'
import { changesInWords, readFirstFigures, writeFirstFigures } from './first-figures.ts'

const BEFORE: FirstFigures = {
  on: '2026-10-01' as IsoDate,
  status: 'Open',
  case: 'iv-clinic',
  low: 31.4,
  high: 88.9,
  session_low: 40000,
  session_high: 60000,
}

beforeEach(() => localStorage.clear())

test('what changed is said with both values, and nothing else is', () => {
  const now = { ...BEFORE, on: '2026-11-23' as IsoDate, low: 40.2, session_high: null }
  expect(changesInWords(BEFORE, now)).toBe(
    'Since you first looked here, October 1, 2026: Points confirmed: 31 then, 40 now. Highest price of a session: $600 then, not known now.',
  )
})

test('a change that the rounding hides is none', () => {
  expect(changesInWords(BEFORE, { ...BEFORE, low: 31.9 })).toBe(
    'Since you first looked here, October 1, 2026, nothing changed.',
  )
})

test('figures of another kind of care are not compared, the status is', () => {
  const now = { ...BEFORE, case: 'lozenge-home', low: 3, status: 'Closed' }
  expect(changesInWords(BEFORE, now)).toContain('Status: Open then, Closed now.')
  expect(changesInWords(BEFORE, now)).not.toContain('Points')
})

test('what is kept is read back, and what is broken is left out', () => {
  writeFirstFigures(new Map([['a', BEFORE]]))
  expect(readFirstFigures()).toEqual(new Map([['a', BEFORE]]))
  localStorage.setItem(FIGURES_KEY, JSON.stringify({ a: BEFORE, b: 7, c: { on: 'soon' }, d: null }))
  expect([...readFirstFigures().keys()]).toEqual(['a'])
  localStorage.setItem(FIGURES_KEY, '{')
  expect(readFirstFigures().size).toBe(0)
})
