/** Prices of a clinic that does not exist, and what they come to. */

import { readFileSync } from 'node:fs'
import type { IsoDate } from '#core/calendar.ts'
import type { CarePlan } from '#core/care-plan.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { CostRange } from '#core/cost.ts'
import { costOf } from '#core/cost.ts'
import type { Cents } from '#core/money.ts'
import type { Case, PriceLine, ProviderRecord } from '#core/provider.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Service } from '#core/vocabulary.ts'

const prepared = prepareRubric(JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')))
const today = '2026-10-01' as IsoDate
const iv: Case = { modality: 'iv', setting: 'clinic' }

/** A line of an IV clinic that was seen today; `dollars` is one amount or both ends. */
export function price(
  service: Service,
  dollars: number | [number, number],
  rest: Partial<PriceLine> = {},
): PriceLine {
  const [min, max] = typeof dollars === 'number' ? [dollars, dollars] : dollars
  return {
    service,
    modality: 'iv',
    setting: 'clinic',
    min: (min * 100) as Cents,
    max: (max * 100) as Cents,
    currency: 'USD',
    sessions: null,
    minutes: null,
    includes: [],
    payer: 'cash',
    required: null,
    introductory: false,
    estimate: false,
    as_of: today,
    note: null,
    source: 'S1',
    ...rest,
  }
}

const offering = { with_psychotherapy: null, current: true, note: null, source: 'S1' }

/** A clinic for IV and IM care that has these prices. */
// biome-ignore format: only the prices of this record matter
const aRecord = (prices: PriceLine[]): ProviderRecord => ({
  id: 'a-clinic', origin: 'sample', name: 'A Clinic', aliases: [], kind: 'clinic', website: null, country: 'US',
  status: { value: 'open', since: null, successor: null, note: null, source: null },
  locations: [], serves: [], clinicians: [], payment: [], conditions: [], findings: [], events: [],
  offerings: [{ ...iv, ...offering }, { ...iv, modality: 'im', ...offering }],
  prices,
  sources: [{
    id: 'S1', url: 'https://example.org/prices', kind: 'provider', publisher: null, title: null,
    observed_on: null, retrieved_on: today, excerpt_only: false, repost_of: null,
  }],
})

/** What the prices come to on a plan, for intravenous care in a clinic. */
export const cost = (prices: PriceLine[], plan: CarePlan = DEFAULT_CARE_PLAN, of: Case = iv) =>
  costOf(aRecord(prices), of, plan, prepared, today)

/** Both ends in dollars, or what is missing. */
export const ends = (range: CostRange) =>
  range.known ? [range.low / 100, range.high / 100] : range.missing
