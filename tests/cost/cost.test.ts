import { describe, expect, test } from 'vitest'
import type { CarePlan } from '#core/care-plan.ts'
import { toCents } from '#core/money.ts'
import type { PriceLine } from '#core/provider.ts'
import { cost, ends, price } from './example-prices.ts'

const PLAN_LINE = 'Assumes 6 sessions in the first course and 1 a month after that.'
const plan = (first_course_sessions: number, maintenance_per_month = 1): CarePlan => ({
  first_course_sessions,
  maintenance_per_month,
})

const horizons = (prices: PriceLine[], asked?: CarePlan) => {
  const { to_start, first_3_months, first_year } = cost(prices, asked)
  return [to_start, first_3_months, first_year].map(ends)
}

const NO_LATER = ['The price of one session after the first course is not stated.']
const NO_START = 'No cash price in US dollars was found that covers the first course.'

describe('a plan paid by the session', () => {
  test('adds a required evaluation to 6 sessions, then 1 a month for 2 and 11 months', () => {
    const prices = [price('evaluation', 300, { required: true }), price('session', 850)]
    expect(horizons(prices)).toEqual([
      [5400, 5400],
      [7100, 7100],
      [14_750, 14_750],
    ])
    expect(cost(prices).assumed[0]).toBe(PLAN_LINE)
  })

  test('names each part with its count', () => {
    const { first_3_months } = cost([price('evaluation', 0), price('session', 500)])
    const parts = first_3_months.known ? first_3_months.low_parts : []
    expect(parts.map(({ what, count, low }) => [what, count, low])).toEqual([
      ['First evaluation', 1, 0],
      ['6 sessions in the first course', 6, 300_000],
      ['2 sessions after the first course', 2, 100_000],
    ])
  })

  test('spans the variants and leaves open which one is needed', () => {
    const prices = [
      price('session', 375, { minutes: 60, note: 'Low dose.' }),
      price('session', 1650, { minutes: 240, note: 'High dose.' }),
    ]
    expect(horizons(prices)[0]).toEqual([2250, 9900])
    expect(cost(prices).assumed).toContain(
      'There is more than one price for a session: $375 for 60 minutes and $1,650 for 240 minutes. The range leaves open which one you would need.',
    )
  })

  test('without maintenance costs the same over each horizon', () => {
    const [start, quarter, year] = horizons([price('session', 500)], plan(4, 0))
    expect([start, quarter, year]).toEqual([
      [2000, 2000],
      [2000, 2000],
      [2000, 2000],
    ])
  })
})

describe('an evaluation', () => {
  test('that no source calls required counts in the high end only', () => {
    const prices = [price('evaluation', [280, 300]), price('session', [335, 365])]
    expect(horizons(prices)[0]).toEqual([2010, 2490])
    expect(cost(prices).assumed).toContain(
      'No source says whether the first evaluation at $280 to $300 must be bought. Only the high end counts it.',
    )
  })

  test('and another one that both are required are both paid', () => {
    const prices = [
      price('evaluation', 200, { required: true, note: 'Intake.' }),
      price('evaluation', 250, { required: true, note: 'Medical evaluation.' }),
      price('session', 400),
    ]
    expect(horizons(prices)[0]).toEqual([2850, 2850])
  })

  test('told twice by two sources is paid once', () => {
    const evaluation = price('evaluation', 200, { required: true })
    const prices = [evaluation, { ...evaluation, as_of: null }, price('session', 400)]
    expect(horizons(prices)[0]).toEqual([2600, 2600])
  })

  test('that the course includes is not added again', () => {
    const course = price('course', 2750, { sessions: 6, includes: ['evaluation', 'therapy'] })
    const prices = [price('evaluation', 325, { required: true }), course]
    expect(horizons(prices)).toEqual([[2750, 2750], NO_LATER, NO_LATER])
    expect(cost(prices).included).toEqual([
      'The course of 6 sessions at $2,750 includes the first evaluation and therapy.',
    ])
  })

  test('stated at $0 is a real 0, and one without a price is not known', () => {
    const free = cost([price('evaluation', 0), price('session', 500)])
    expect(free.included).toEqual(['The first evaluation is stated to cost $0.'])
    expect(free.unknown).not.toContain(
      'No cash price for a first evaluation was found. It may cost extra.',
    )
    const silent = cost([price('session', 500)])
    expect(silent.unknown).toContain(
      'No cash price for a first evaluation was found. It may cost extra.',
    )
  })

  test('of which no source says whether it is needed is named beside the sums', () => {
    const session = price('session', 500)
    const visit = { ...price('follow_up', 140), max: toCents(15_000) }
    const open = cost([session, visit, price('therapy_session', 175)])
    expect(open.unknown).toContain(
      'Not in the sums, as no source says whether you need them: follow-up visit at $140 to $150 and therapy session at $175.',
    )
    const settled = cost([session, { ...visit, required: false }])
    expect(settled.unknown.filter((one) => one.startsWith('Not in the sums'))).toEqual([])
    expect(open.to_start).toEqual(settled.to_start)
  })

  test('later is counted one by one beside a course, and that is said', () => {
    const said = 'Sessions after the first course are counted one by one'
    const told = (prices: PriceLine[], asked = plan(6)) =>
      cost(prices, asked).assumed.some((one) => one.startsWith(said))
    const course = price('course', 2400, { sessions: 6 })
    expect(told([price('session', 450), course])).toBe(true)
    expect(told([price('session', 450), course], plan(6, 0))).toBe(false)
    expect(told([price('session', 450)])).toBe(false)
    expect(told([course])).toBe(false)
  })

  test('without a price and not included leaves the end of every sum open', () => {
    const session = price('session', 500)
    expect(cost([session]).not_priced).toEqual(['first evaluation'])
    expect(cost([{ ...session, includes: ['evaluation'] }]).not_priced).toEqual([])
    expect(cost([price('evaluation', 200), session]).not_priced).toEqual([])
    expect(cost([price('evaluation', 0), session]).not_priced).toEqual([])
    expect(cost([price('evaluation', 90, { required: false }), session]).not_priced).toEqual([])
    expect(cost([]).not_priced).toEqual([])
  })
})

describe('a course', () => {
  const course = (dollars: number, sessions: number | null, rest: Partial<PriceLine> = {}) =>
    price('course', dollars, { sessions, ...rest })

  test('covers its sessions and single ones make up the rest', () => {
    const prices = [course(2000, 5), price('session', 425)]
    expect(horizons(prices)[0]).toEqual([2425, 2550])
  })

  test('is bought again, which is said, when nothing else covers the plan', () => {
    const peak = cost([course(500, 5)])
    expect(ends(peak.to_start)).toEqual([1000, 1000])
    expect(ends(peak.first_3_months)).toEqual([1000, 1000])
    expect(ends(peak.first_year)).toEqual(NO_LATER)
    expect(peak.assumed).toContain(
      'Where the course of 5 sessions at $500 is bought 2 times, 4 sessions left over are used in the months after the first course.',
    )
  })

  test('is joined by another course before it is bought twice', () => {
    expect(horizons([course(3000, 6), course(1200, 2)], plan(8))[0]).toEqual([4200, 4200])
  })

  test('of more sessions is taken at its whole price when it is the only one', () => {
    expect(horizons([course(3000, 6)], plan(3))).toEqual([[3000, 3000], [3000, 3000], NO_LATER])
  })

  test('that does not say how many sessions it covers gives no sum', () => {
    const mindbloom = cost([course(1254, null)])
    expect(ends(mindbloom.to_start)).toEqual([
      NO_START,
      'A course at $1,254 does not say how many sessions it covers, so it cannot be fitted to the plan.',
    ])
    expect(mindbloom.per_session).toBeNull()
  })

  test('without a form of ketamine counts, which is said, where several are offered', () => {
    const open = cost([course(2800, 6, { modality: null })])
    expect(ends(open.to_start)).toEqual([2800, 2800])
    expect(open.assumed).toContain(
      'No source says which form of ketamine the course of 6 sessions at $2,800 is for. It is counted here.',
    )
  })
})

describe('a monthly price', () => {
  test('counts 1, 3 and 12 months', () => {
    expect(horizons([price('month', 129)])).toEqual([
      [129, 129],
      [387, 387],
      [1548, 1548],
    ])
  })

  test('never becomes the price of one session', () => {
    expect(cost([price('month', 129, { sessions: 6 })]).per_session).toBeNull()
  })

  test('that covers too few sessions for the first course gives no sum', () => {
    expect(horizons([price('month', 129, { sessions: 4 })])[0]).toEqual([
      NO_START,
      'The monthly price of $129 covers 4 sessions, and the plan has 6 sessions in the first month.',
    ])
  })

  test('may carry the months after a course', () => {
    const prices = [price('course', 1000, { sessions: 6 }), price('month', 150, { sessions: 2 })]
    expect(horizons(prices)).toEqual([
      [1000, 1000],
      [1300, 1300],
      [2650, 2650],
    ])
  })

  test('below one of its own sessions is flagged and not counted', () => {
    const odd = cost([price('month', 100, { sessions: 6 }), price('session', 200)])
    expect(ends(odd.to_start)).toEqual([1200, 1200])
    expect(odd.contradictions).toEqual([
      'A month with 6 sessions is priced at $100, less than a single session ($200). It may be one of several payments, so it is not counted.',
    ])
  })
})

test('an introductory price counts once and lowers only the low end', () => {
  const first = price('session', 375, { introductory: true, includes: ['evaluation'] })
  const welcome = cost([first, price('session', 500)])
  expect(ends(welcome.to_start)).toEqual([2875, 3000])
  expect(ends(welcome.first_3_months)).toEqual([3875, 4000])
  expect(welcome.per_session).toMatchObject({ low: 50_000, high: 50_000 })
})

test('an introductory price alone does not cover a plan', () => {
  const only = cost([price('session', 375, { introductory: true })])
  expect(ends(only.to_start)).toEqual([
    NO_START,
    'Only prices for newcomers were found: session at $375.',
  ])
  expect(only.per_session).toMatchObject({ low: 37_500, high: 37_500 })
})

describe('lines outside the sums', () => {
  test('stand apart by kind', () => {
    const optional = price('addon', 525, { required: false })
    const insured = price('session', 10, { payer: 'after_insurance' })
    const pounds = price('session', 225, { currency: 'GBP' })
    const apart = cost([optional, insured, pounds])
    expect(ends(apart.to_start)).toEqual([
      NO_START,
      'There are prices after insurance, but they are not cash prices.',
      'There are prices in GBP, which are not turned into dollars.',
    ])
    expect([apart.optional, apart.after_insurance, apart.other_currency]).toMatchObject([
      [optional],
      [insured],
      [pounds],
    ])
  })

  test('do not count for another form or place', () => {
    const prices = [
      price('session', 500, { modality: 'im' }),
      price('session', 90, { setting: 'home' }),
    ]
    expect(ends(cost(prices).to_start)).toEqual([NO_START])
  })

  test('dated after today are not counted yet', () => {
    const next = price('session', 500, { as_of: '2027-01-01' })
    expect(ends(cost([next]).to_start)).toEqual([
      NO_START,
      'There are prices dated later than this day, which are not counted yet.',
    ])
  })
})

describe('age', () => {
  test('labels lines in use past 60 days, past 120 days and without a day', () => {
    const on = (as_of: string | null, dollars: number) =>
      price('session', dollars, { as_of, minutes: dollars })
    const lines = [
      on('2026-08-02', 500),
      on('2026-08-01', 510),
      on('2018-09-24', 400),
      on(null, 600),
    ]
    const ages = lines.map((line) =>
      cost([line]).aged.map(({ age, observed_on }) => [age, observed_on]),
    )
    expect(ages).toEqual([
      [],
      [['past_recheck', '2026-08-01']],
      [['stale', '2018-09-24']],
      [['undated', null]],
    ])
  })

  test('lets a newer price of the same thing replace an older one', () => {
    const prices = [price('session', 400, { as_of: '2024' }), price('session', 500)]
    expect(horizons(prices)[0]).toEqual([3000, 3000])
    expect(cost(prices).assumed).toContain(
      'An older price is left out for a newer one: session at $400.',
    )
  })
})
