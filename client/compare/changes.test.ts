import { expect, test } from 'vitest'
import { askedIn, pathOf, withPlan } from './address.ts'
import { changeInWords } from './changes.ts'

const nameOf = (id: string) => id.toUpperCase()
const said = (before: string, after: string) =>
  changeInWords(`/compare?${before}`, `/compare?${after}`, nameOf)

test.each([
  ['ids=a&ids=b', 'ids=a&ids=b&ids=c', 'C was added. 3 of 4 are compared.'],
  ['ids=a,b,c', 'ids=a,b,c,d', 'D was added. 4 of 4 are compared. That is the most.'],
  ['ids=a,b,c', 'ids=a,c', 'B was removed. 2 of 4 are compared.'],
  ['ids=a,b', 'ids=c,b', 'C took the place of A.'],
  ['ids=a,b', 'ids=b,a', 'The order is now B, A.'],
  [
    'ids=a,b',
    'ids=a,b&sessions=4&maintenance=2',
    'All costs are added up for 4 sessions, then 2 a month.',
  ],
  ['ids=a,b', 'ids=a,b&case=im-clinic', 'Another kind of care is compared.'],
  ['ids=a,b', 'ids=a,b&view=detailed', 'The reasons stand under each verdict.'],
])('from %s to %s it is said: %s', (before, after, words) => {
  expect(said(before, after)).toBe(words)
})

test('a change that the page shows and says elsewhere is not said twice', () => {
  expect(said('ids=a,b', 'ids=a,b&only=differences')).toBeNull()
})

test('an address is read as the server reads it, and faults fall to the usual', () => {
  expect(askedIn('/compare?ids=a,b&ids=c&ids=a&state=NY&sessions=99&case=iv-clinic')).toEqual({
    ids: ['a', 'b', 'c'],
    case: 'iv-clinic',
    state: 'NY',
    plan: { first_course_sessions: 6, maintenance_per_month: 1 },
  })
})

test('a care plan is written to the address beside all that stands there', () => {
  const plan = { first_course_sessions: 4, maintenance_per_month: 0 }
  expect(withPlan('/compare?ids=a&ids=b&only=differences', plan)).toBe(
    '/compare?ids=a&ids=b&only=differences&sessions=4&maintenance=0',
  )
  expect(pathOf('http://localhost:1/compare?ids=a#plan')).toBe('/compare?ids=a')
})
