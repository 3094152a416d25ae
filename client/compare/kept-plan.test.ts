// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { centsTyped, keepPlan, keptPlan, withKeptPlan } from './kept-plan.ts'

beforeEach(() => localStorage.clear())

test.each([
  ['45', 4500],
  ['$45.5', 4550],
  [' 1,200.05 ', 120005],
  ['0', 0],
  ['', null],
  ['forty', null],
  ['-3', null],
  ['1.234', null],
])('%j typed in dollars is %s cents', (text, cents) => {
  expect(centsTyped(text)).toBe(cents)
})

test('a kept plan stands in for an address that names none, and never over one that does', () => {
  expect(withKeptPlan('/compare?ids=a,b')).toBe('/compare?ids=a,b')
  keepPlan({ first_course_sessions: 4, maintenance_per_month: 2 }, 'The plan is kept.')
  expect(keptPlan()).toMatchObject({ first_course_sessions: 4, horizon_months: 3 })
  expect(withKeptPlan('/compare?ids=a')).toBe('/compare?ids=a&sessions=4&maintenance=2')
  expect(withKeptPlan('/compare?ids=a&sessions=8')).toBe('/compare?ids=a&sessions=8')
})

test('what the insurer said is kept here and never written to an address', () => {
  keepPlan({ told_by_insurer_cents: 4500 }, 'Kept.')
  expect(keptPlan().told_by_insurer_cents).toBe(4500)
  expect(withKeptPlan('/compare?ids=a')).not.toContain('4500')
})
