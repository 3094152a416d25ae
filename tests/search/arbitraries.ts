/** Small catalogs and queries for properties: few words, so that they meet often. */

import fc from 'fast-check'
import type { AssessedCase, CatalogCase, CatalogEntry } from '#core/catalog-input.ts'
import { toCents } from '#core/money.ts'
import type { SearchQuery } from '#core/search-query.ts'
import { emptyQuery, ORDERS, PRICE_BASES, SORTS, VERDICT_FILTERS } from '#core/search-query.ts'
import type { UsState } from '#core/vocabulary.ts'
import {
  CONDITIONS,
  MODALITIES,
  ORIGINS,
  PAYMENT_WAYS,
  PROVIDER_KINDS,
  PROVIDER_STATUSES,
  SETTINGS,
} from '#core/vocabulary.ts'

export const CRITERIA = ['A1', 'A2', 'B1']
const STATES: UsState[] = ['NY', 'CA', 'TX']
const PLACES = [
  { latitude: 40.71, longitude: -74.01 },
  { latitude: 40.72, longitude: -73.95 },
  { latitude: 34.05, longitude: -118.24 },
  { latitude: 30.27, longitude: -97.74 },
]
const NAMES = ['Mindbloom', 'mindbloom', 'Ember Health', 'Klarisana', 'Café Zen', 'St. Mary’s']
const CITIES = ['New York', 'Los Angeles', 'Austin', 'San José']
const TYPED = ['mindblom', 'mind', 'mnidbloom', 'ember', 'emebr helth', 'zen', 'san jose', 'cafe']
const RUN_APART = ['mind bloom', 'mnid bloom', 'health em ber', 'mind bloom zen', 'c a f e']

const some = <Value>(values: readonly Value[], most: number) =>
  fc.subarray([...values], { minLength: 0, maxLength: most })
const points = fc.constantFrom(0, 10, 25.5, 40, 40.000_1, 72, 100)
const cents = fc.constantFrom(10_000, 20_000, 35_000, 49_900, 120_000).map(toCents)
const range = fc.tuple(cents, cents).map(([one, other]) => ({
  low: toCents(Math.min(one, other)),
  high: toCents(Math.max(one, other)),
}))
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null, freq: 2 })

const scored: fc.Arbitrary<AssessedCase> = fc.record({
  low: points,
  stated: points,
  high: points,
  coverage: points,
  verdicts: fc.string({
    unit: fc.constantFrom('m', 'p', 'n', 'c', 'u', '-'),
    minLength: CRITERIA.length,
    maxLength: CRITERIA.length,
  }),
})
const notScored: AssessedCase = {
  low: null,
  stated: null,
  high: null,
  coverage: null,
  verdicts: 'uuu',
}
const assessed = fc.oneof({ weight: 8, arbitrary: scored }, fc.constant(notScored))

const CASES = MODALITIES.flatMap((modality) => SETTINGS.map((setting) => ({ modality, setting })))
const cases: fc.Arbitrary<CatalogCase[]> = fc
  .oneof(some(CASES.slice(0, 4), 4), some(CASES, 6))
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ modality, setting }) =>
        fc
          .tuple(
            assessed,
            fc.record({
              ended: fc.boolean(),
              session: orNull(range),
              first_3_months: orNull(range),
              by_state: fc.dictionary(fc.constantFrom('NY', 'CA'), assessed, { maxKeys: 1 }),
            }),
          )
          .map(([points, rest]) => ({
            ...points,
            ...rest,
            id: `${modality}-${setting}`,
            modality,
            setting,
          })),
      ),
    ),
  )

const entry: fc.Arbitrary<Omit<CatalogEntry, 'id'>> = fc.record({
  origin: fc.constantFrom(...ORIGINS),
  name: fc.constantFrom(...NAMES),
  aliases: some(['Embers', 'Peak', "O'Hara Clinic"], 1),
  cities: some(CITIES, 2),
  kind: fc.constantFrom(...PROVIDER_KINDS),
  status: fc.constantFrom(...PROVIDER_STATUSES),
  site_states: some(STATES, 2),
  served_states: some(STATES, 2),
  reach_known: fc.boolean(),
  points: some(PLACES, 2),
  payment: some(PAYMENT_WAYS, 2),
  payment_known: fc.boolean(),
  conditions: some(CONDITIONS.slice(0, 4), 3),
  cases,
})

/** Entries whose ids are shuffled against their order, as many as several words of a bit set. */
export const catalogEntries: fc.Arbitrary<CatalogEntry[]> = fc
  .oneof(
    fc.array(entry, { maxLength: 12 }),
    fc.array(entry, { minLength: 30, maxLength: 75, size: 'max' }),
  )
  .map((entries) =>
    entries.map((one, at) => ({
      ...one,
      id: `p${(at * 37) % 101}`,
      payment: one.payment_known ? one.payment : [],
    })),
  )

const rarely = <Value>(values: fc.Arbitrary<Value>, otherwise: Value) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: values })

const sortAndPage = {
  sort: fc.constantFrom(...SORTS),
  order: fc.constantFrom(...ORDERS),
  page: fc.constantFrom(1, 1, 2, 3),
  per_page: fc.constantFrom(1, 5, 20, 100),
}

/** Queries with few filters each, so that results are seldom empty, and every filter at times. */
export const searchQuery: fc.Arbitrary<SearchQuery> = fc
  .record({
    q: rarely(fc.constantFrom<string | null>(...TYPED, ...RUN_APART, '  ', '!?', '🙂'), null),
    modality: rarely(some([...MODALITIES, 'unknown' as const], 3), []),
    setting: rarely(some([...SETTINGS, 'unknown' as const], 2), []),
    price_basis: fc.constantFrom(...PRICE_BASES),
    price_min: rarely<SearchQuery['price_min']>(cents, null),
    price_max: rarely<SearchQuery['price_max']>(cents, null),
    price: rarely<SearchQuery['price']>(fc.constant(['unknown']), []),
    state: rarely(some([...STATES, 'unknown' as const], 2), []),
    from: fc.option(fc.constantFrom(...PLACES), { nil: null }),
    within_miles: rarely<number | null>(fc.constantFrom(1, 5, 100, 3000), null),
    payment: rarely(some([...PAYMENT_WAYS, 'unknown' as const], 2), []),
    condition: rarely(some([...CONDITIONS.slice(0, 4), 'unknown' as const], 2), []),
    kind: rarely(some(PROVIDER_KINDS, 3), []),
    status: rarely(some(PROVIDER_STATUSES, 2), []),
    verdicts: rarely(
      fc.record(
        Object.fromEntries(VERDICT_FILTERS.map((verdict) => [verdict, some(CRITERIA, 1)])),
      ) as unknown as fc.Arbitrary<SearchQuery['verdicts']>,
      emptyQuery().verdicts,
    ),
    min_confirmed: rarely<number | null>(points, null),
    min_coverage: rarely<number | null>(points, null),
    ...sortAndPage,
  })
  .map((query) => ({ ...emptyQuery(), ...query }))
