import { expect, test } from 'vitest'
import type { DatedLine } from './cost.ts'
import { sessionGap } from './cost-gaps.ts'
import type { Age } from './freshness.ts'

import { asideInWords, priceAgeInWords, sessionTitle, sumInWords } from './price-words.ts'

const line = (age: Age, observed_on: string | null, currency = 'USD') =>
  ({ age, observed_on, currency }) as DatedLine
const none: Parameters<typeof sessionGap>[0] = {
  months: [],
  unsized: [],
  after_insurance: [],
  other_currency: [],
}

test('the oldest day of prices that are not fresh is told, stale ones as old, or that none is known', () => {
  expect(priceAgeInWords([line('fresh', '2026-11-20')])).toBeNull()
  expect(priceAgeInWords([])).toBeNull()
  expect(priceAgeInWords([line('stale', '2022-11'), line('stale', '2018-09-24')])).toBe(
    'old price from September 24, 2018',
  )
  expect(priceAgeInWords([line('past_recheck', '2026-03-02'), line('fresh', '2026-11-20')])).toBe(
    'price from March 2, 2026',
  )
  expect(priceAgeInWords([line('undated', null), line('fresh', '2026-11-20')])).toBe(
    'date of price unknown',
  )
})

const gapWords = (lines: Partial<typeof none>) => sessionGap({ ...none, ...lines }).words

test('a missing session price says what was found instead, never that nobody publishes it', () => {
  const some = line('fresh', '2026-11-20')
  expect(gapWords({})).toBe('No price found')
  expect(gapWords({ months: [some] })).toBe('Priced by the month')
  expect(gapWords({ after_insurance: [some] })).toBe('Only a price after insurance was found')
  expect(gapWords({ other_currency: [line('undated', null, 'GBP')] })).toBe(
    'Published in pounds (GBP), not compared',
  )
})

test('a gap names the lines that it speaks of, and no others', () => {
  const pounds = line('fresh', '2026-11-20', 'GBP')
  const course = { ...line('undated', null), min: 125_400, max: 125_400 } as DatedLine
  const of = (lines: Partial<typeof none>) => sessionGap({ ...none, ...lines }).lines
  expect(of({ other_currency: [pounds] })).toEqual([pounds])
  expect(of({ unsized: [course], other_currency: [pounds] })).toEqual([course])
  expect(of({})).toEqual([])
})

test('a course that does not say its sessions is told and not called none', () => {
  const course = { ...line('undated', null), min: 125_400, max: 125_400 } as DatedLine
  expect(gapWords({ unsized: [course, course] })).toBe(
    'A course price only: $1,254 (date of price unknown)',
  )
  const other = { ...course, age: 'fresh', max: 130_000 } as DatedLine
  expect(gapWords({ unsized: [course, other] })).toBe(
    'Course prices only: $1,254, $1,254 to $1,300 (date of price unknown)',
  )
})

test('a session that is only sold as part of a course says so', () => {
  const course = { ...line('fresh', '2026-11-20'), service: 'course' } as DatedLine
  const single = { ...course, service: 'session' } as DatedLine
  expect(sessionTitle([course])).toBe('Per session, sold as a course')
  expect(sessionTitle([course, single])).toBe('Per session')
  expect(sessionTitle([])).toBe('Per session')
})

test('a sum that lacks what the plan needs is a least amount, and says what it lacks', () => {
  const sum = { low: 440_000, high: 440_000 }
  expect(sumInWords(sum, [])).toBe('$4,400')
  expect(sumInWords(sum, ['first evaluation'])).toBe('At least $4,400')
  const old = [line('stale', '2021-12')]
  expect(asideInWords(old, ['first evaluation'])).toBe(
    'old price from December 2021, first evaluation not priced',
  )
  expect(asideInWords([line('fresh', '2026-11-20')])).toBeNull()
})
