import { expect, test } from 'vitest'
import type { Cost, DatedLine } from '#core/cost.ts'
import type { Cents } from '#core/money.ts'
import { costFacts } from './entry-words.ts'

const line = { age: 'stale', observed_on: '2021-12', source: 'S1' } as DatedLine
const cents = (amount: number) => amount as Cents
const range = (low: number, of: DatedLine): Cost['first_year'] => ({
  known: true,
  low: cents(low),
  high: cents(low),
  low_parts: [{ line: of, count: 1, low: cents(low), high: cents(low), what: 'a session' }],
  high_parts: [],
})
const cost = {
  per_session: { low: cents(50_000), high: cents(50_000), lines: [line] },
  first_3_months: range(400_000, line),
  first_year: range(850_000, { ...line, age: 'fresh' }),
  not_priced: [],
} as unknown as Cost

test('every amount of a saved provider says how old its prices are, unless they are fresh', () => {
  expect(costFacts(cost)).toEqual([
    ['One session', '$500 (old price from December 2021)'],
    ['First 3 months', '$4,000 (old price from December 2021)'],
    ['First year', '$8,500'],
  ])
})

test('a sum without the first evaluation is a least amount', () => {
  expect(costFacts({ ...cost, not_priced: ['first evaluation'] }).slice(1)).toEqual([
    [
      'First 3 months',
      'At least $4,000 (old price from December 2021, first evaluation not priced)',
    ],
    ['First year', 'At least $8,500 (first evaluation not priced)'],
  ])
})
