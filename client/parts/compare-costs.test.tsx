import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { ComparedProvider, Comparison } from '#core/compare.ts'
import type { Cost } from '#core/cost.ts'
import { toCents } from '#core/money.ts'
import { CompareCosts } from './compare-costs.tsx'
import type { PlanExtras } from './compare-plan.tsx'

const sum = { known: true as const, low: toCents(440_000), high: toCents(440_000) }
const range = { ...sum, low_parts: [], high_parts: [] }

function drawn(not_priced: string[]): string {
  const cost = {
    ...{ per_session: null, per_session_gap: 'No price found', first_3_months: range },
    ...{
      first_year: range,
      not_priced,
      included: [],
      assumed: [],
      unknown: [],
      contradictions: [],
    },
  } as unknown as Cost
  const provider = { id: 'a', name: 'A', cost } as ComparedProvider
  const comparison = { providers: [provider], plan: DEFAULT_CARE_PLAN } as Comparison
  const extras = { horizon: 3, told: null } as PlanExtras
  return renderToString(<CompareCosts comparison={comparison} extras={extras} />)
}

const openBars = (html: string) => html.split('bar__open').length - 1

test('a sum without what is not priced has a bar with an open end, and says what it lacks', () => {
  const open = drawn(['first evaluation'])
  expect(open).toContain('At least $4,400 (first evaluation not priced)')
  expect(open).toContain('The scale runs from $0 to $4,400 and more.')
  const whole = drawn([])
  expect(whole).toContain('The scale runs from $0 to $4,400.')
  expect(whole).not.toContain('At least')
  expect(openBars(open)).toBe(openBars(whole) + 1)
})

test.each([[[]], [['first evaluation']]])(
  'no part of a bar runs off its scale, lacking %j',
  (lacks) => {
    const html = drawn(lacks)
    const number = (text = '0') => Number.parseFloat(text)
    const parts = [...html.matchAll(/<rect[^>]*>/g)].map(([rect]) => {
      const [, from] = / x="([^"]*)%"/.exec(rect) ?? []
      const [, wide] = / width="([^"]*)%"/.exec(rect) ?? []
      return number(from) + number(wide)
    })
    expect(parts.length).toBeGreaterThan(3)
    for (const end of parts) expect(end).toBeLessThanOrEqual(100.1)
  },
)
