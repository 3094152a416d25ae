import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CarePlan } from '#core/care-plan.ts'
import { carePlanProblem, DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { Cost, CostRange } from '#core/cost.ts'
import type { Cents } from '#core/money.ts'
import type { PriceLine } from '#core/provider.ts'
import { INCLUSIONS, SERVICES } from '#core/vocabulary.ts'
import { cost } from './example-prices.ts'

const amount = fc.integer({ min: 0, max: 500_000 }).map((cents) => cents as Cents)

const someLine: fc.Arbitrary<PriceLine> = fc.record({
  service: fc.constantFrom(...SERVICES, 'session', 'course'),
  modality: fc.constantFrom('iv' as const, null),
  setting: fc.constantFrom('clinic' as const, null),
  min: amount,
  max: amount,
  currency: fc.constantFrom('USD', 'USD', 'USD', 'GBP'),
  sessions: fc.option(fc.integer({ min: 1, max: 14 })),
  minutes: fc.option(fc.constantFrom(40, 60)),
  includes: fc.subarray([...INCLUSIONS], { maxLength: 2 }),
  payer: fc.constantFrom('cash' as const, 'cash' as const, null, 'after_insurance' as const),
  required: fc.constantFrom(true, null, false),
  introductory: fc.constantFrom(false, false, true),
  estimate: fc.boolean(),
  as_of: fc.constantFrom(null, '2024', '2026-09', '2026-09-20', '2027-01-01'),
  note: fc.constantFrom(null, 'Intake.'),
  source: fc.constant('S1'),
})

const someLines = fc.array(someLine, { maxLength: 8 })
const bareLines = someLines.map((lines) => lines.map((line) => ({ ...line, includes: [] })))
const somePlan: fc.Arbitrary<CarePlan> = fc.record({
  first_course_sessions: fc.integer({ min: 1, max: 12 }),
  maintenance_per_month: fc.integer({ min: 0, max: 4 }),
})

const rangesOf = ({ to_start, first_3_months, first_year }: Cost) => [
  to_start,
  first_3_months,
  first_year,
]
type Known = Extract<CostRange, { known: true }>
const known = (range: CostRange): range is Known => range.known
const runs = { numRuns: 2000 }

describe('for any price lines and any plan', () => {
  test('low is at most high, both are whole cents and the sums of their parts', () => {
    const check = fc.property(someLines, somePlan, (prices, plan) => {
      const asked = cost(prices, plan)
      for (const range of rangesOf(asked).filter(known)) {
        const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0)
        expect(range.low).toBeLessThanOrEqual(range.high)
        expect(range.low).toBe(sum(range.low_parts.map(({ low }) => low)))
        expect(range.high).toBe(sum(range.high_parts.map(({ high }) => high)))
        expect(Number.isSafeInteger(range.low) && Number.isSafeInteger(range.high)).toBe(true)
      }
      const session = asked.per_session ?? { low: 0, high: 0 }
      expect(Number.isSafeInteger(session.low) && Number.isSafeInteger(session.high)).toBe(true)
      expect(session.low).toBeLessThanOrEqual(session.high)
    })
    fc.assert(check, runs)
  })

  test('a longer horizon never costs less at either end, and is known only if the shorter is', () => {
    const check = fc.property(someLines, somePlan, (prices, plan) => {
      const ranges = rangesOf(cost(prices, plan))
      ranges.slice(1).forEach((longer, at) => {
        const shorter = ranges[at]
        if (!longer.known) return
        expect(shorter?.known).toBe(true)
        if (!shorter?.known) return
        expect(shorter.low).toBeLessThanOrEqual(longer.low)
        expect(shorter.high).toBeLessThanOrEqual(longer.high)
      })
    })
    fc.assert(check, runs)
  })

  test('what is not known says why', () => {
    const check = fc.property(someLines, somePlan, (prices, plan) => {
      for (const range of rangesOf(cost(prices, plan))) {
        if (!range.known) expect(range.missing.every((text) => text.endsWith('.'))).toBe(true)
        if (!range.known) expect(range.missing.length).toBeGreaterThan(0)
      }
    })
    fc.assert(check, runs)
  })

  test('an optional, insured or foreign line changes no sum', () => {
    const apart = fc.constantFrom<Partial<PriceLine>>(
      { required: false },
      { payer: 'after_insurance' },
      { currency: 'GBP' },
      { service: 'addon', required: null },
    )
    const check = fc.property(someLines, someLine, apart, somePlan, (prices, line, rest, plan) => {
      const [before, after] = [cost(prices, plan), cost([...prices, { ...line, ...rest }], plan)]
      const sums = (of: Cost) => rangesOf(of).map((range) => range.known && [range.low, range.high])
      expect(sums(after)).toEqual(sums(before))
      expect(after.per_session).toEqual(before.per_session)
    })
    fc.assert(check, runs)
  })

  test('a line for another form or place changes nothing at all', () => {
    const other = fc.constantFrom<Partial<PriceLine>>({ modality: 'im' }, { setting: 'home' })
    const check = fc.property(someLines, someLine, other, somePlan, (prices, line, rest, plan) => {
      expect(cost([...prices, { ...line, ...rest }], plan)).toEqual(cost(prices, plan))
    })
    fc.assert(check, runs)
  })

  test('the order of the lines changes nothing at all', () => {
    const shuffled = someLines.chain((prices) =>
      fc.tuple(
        fc.constant(prices),
        fc.shuffledSubarray(prices, { minLength: prices.length, maxLength: prices.length }),
      ),
    )
    const check = fc.property(shuffled, somePlan, ([prices, mixed], plan) => {
      expect(cost(mixed, plan)).toEqual(cost(prices, plan))
    })
    fc.assert(check, runs)
  })

  // Not the high end: a plan of 2 may need a course of 2 that costs more than a course of 3. Not the
  // later horizons: a first course that leaves sessions over may save a month. Lines include
  // nothing here: a single session that includes the evaluation may save more than it costs.
  test('more sessions in the first course never lower the low end to start', () => {
    const check = fc.property(bareLines, somePlan, (prices, plan) => {
      const more = { ...plan, first_course_sessions: plan.first_course_sessions + 1 }
      if (carePlanProblem(more) !== null) return
      const [less, after] = [cost(prices, plan).to_start, cost(prices, more).to_start]
      if (less.known && after.known) expect(less.low).toBeLessThanOrEqual(after.low)
    })
    fc.assert(check, runs)
  })

  test('more sessions a month never lower the low end of any horizon', () => {
    const check = fc.property(someLines, somePlan, (prices, plan) => {
      const more = { ...plan, maintenance_per_month: plan.maintenance_per_month + 1 }
      if (carePlanProblem(more) !== null) return
      const after = rangesOf(cost(prices, more))
      rangesOf(cost(prices, plan)).forEach((less, at) => {
        const next = after[at]
        if (less.known && next?.known) expect(less.low).toBeLessThanOrEqual(next.low)
      })
    })
    fc.assert(check, runs)
  })
})

test('a care plan outside 1 to 12 and 0 to 4 whole sessions is refused by field', () => {
  const plan = (first: number, monthly = 1): CarePlan => ({
    first_course_sessions: first,
    maintenance_per_month: monthly,
  })
  expect(carePlanProblem(DEFAULT_CARE_PLAN)).toBeNull()
  const refused = [plan(0), plan(13), plan(1.5), plan(1, -1), plan(12, 5)]
  expect(refused.map((asked) => carePlanProblem(asked)?.field)).toEqual([
    'first_course_sessions',
    'first_course_sessions',
    'first_course_sessions',
    'maintenance_per_month',
    'maintenance_per_month',
  ])
  expect(() => cost([], plan(0))).toThrow('first_course_sessions must be a whole number')
})
