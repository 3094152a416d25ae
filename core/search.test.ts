import { describe, expect, test } from 'vitest'
import { buildCatalog } from './catalog.ts'
import type { CatalogCase, CatalogEntry } from './catalog-input.ts'
import { toCents } from './money.ts'
import { caseId } from './provider.ts'
import { search } from './search.ts'
import type { SearchQuery } from './search-query.ts'
import { emptyQuery } from './search-query.ts'

const CRITERIA = ['A1', 'C1']
const dollars = (low: number, high = low) => ({
  low: toCents(low * 100),
  high: toCents(high * 100),
})

function aCase(change: Partial<CatalogCase> = {}): CatalogCase {
  const { modality = 'iv', setting = 'clinic' } = change
  const points = { low: 10, stated: 20, high: 90, coverage: 30 }
  return {
    ...{ modality, setting, ...points, id: caseId({ modality, setting }) },
    ...{ verdicts: 'mu', ended: false, session: null, first_3_months: null, by_state: {} },
    ...change,
  }
}

function anEntry(id: string, change: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    ...{ id, origin: 'real', name: id, aliases: [], cities: [], kind: 'clinic', status: 'open' },
    ...{ site_states: ['NY'], served_states: [], reach_known: true, points: [] },
    ...{ payment: [], payment_known: false, conditions: [], cases: [aCase()] },
    ...change,
  }
}

function ask(entries: CatalogEntry[], query: Partial<SearchQuery>) {
  return search(buildCatalog(entries, CRITERIA), { ...emptyQuery(), ...query })
}

const ids = (entries: CatalogEntry[], query: Partial<SearchQuery>) =>
  ask(entries, query).hits.map(({ id }) => id)
const shown = (entries: CatalogEntry[], query: Partial<SearchQuery>) =>
  ask(entries, query).hits.map((hit) => hit.case)
const countOf = (options: { value: string; count: number }[], value: string) =>
  options.find((option) => option.value === value)?.count

describe('the cases of one provider', () => {
  const two = anEntry('two', {
    cases: [
      aCase({ session: dollars(400), coverage: 20 }),
      aCase({ modality: 'lozenge', setting: 'home', session: dollars(100), coverage: 50 }),
    ],
  })

  test('the best covered one is shown unless a filter picks another', () => {
    expect(shown([two], {})).toEqual(['lozenge-home'])
    expect(shown([two], { modality: ['iv'] })).toEqual(['iv-clinic'])
  })

  test('filters must hold together in one case', () => {
    expect(shown([two], { modality: ['iv'], price_max: toCents(20_000) })).toEqual([])
    expect(shown([two], { setting: ['home'], price_max: toCents(20_000) })).toEqual([
      'lozenge-home',
    ])
    expect(shown([two], { modality: ['iv'], min_coverage: 40 })).toEqual([])
  })

  test('a provider counts once for an option, and for every option that one of its cases has', () => {
    const { facets, total } = ask([two], {})
    expect(total).toBe(1)
    expect(countOf(facets.modality, 'iv')).toBe(1)
    expect(countOf(facets.modality, 'lozenge')).toBe(1)
    expect(facets.verdict[0]).toEqual({
      ...{ criterion: 'A1', met: 1, partly: 0, not_met: 0, conflict: 0, unknown: 0 },
      not_applicable: 0,
    })
  })

  test('equal coverage goes by confirmed points, then by rubric order; ended cases come last', () => {
    const im = aCase({ modality: 'im' })
    const better = aCase({ modality: 'nasal', low: 11 })
    expect(shown([anEntry('a', { cases: [aCase(), im] })], {})).toEqual(['iv-clinic'])
    expect(shown([anEntry('a', { cases: [aCase(), better] })], {})).toEqual(['nasal-clinic'])
    const ended = aCase({ coverage: 99, ended: true })
    expect(shown([anEntry('a', { cases: [ended, im] })], {})).toEqual(['im-clinic'])
    expect(shown([anEntry('a', { cases: [ended, im] })], { modality: ['iv'] })).toEqual([
      'iv-clinic',
    ])
  })
})

describe('a provider without an established offering', () => {
  const none = anEntry('none', { cases: [] })

  test('is found, shows no case and comes last both ways', () => {
    const both = [none, anEntry('zero', { cases: [aCase({ low: 0 })] })]
    expect(ids(both, { order: 'desc' })).toEqual(['zero', 'none'])
    expect(ids(both, { order: 'asc' })).toEqual(['zero', 'none'])
    expect(shown([none], {})).toEqual([null])
  })

  test('answers to unknown modality, setting, price and verdicts, and to no least points', () => {
    expect(ids([none], { modality: ['unknown'], setting: ['unknown'] })).toEqual(['none'])
    expect(ids([none], { price: ['unknown'] })).toEqual(['none'])
    const verdicts = { ...emptyQuery().verdicts, unknown: ['A1', 'C1'] }
    expect(ids([none], { verdicts })).toEqual(['none'])
    expect(ids([none], { modality: ['iv'] })).toEqual([])
    expect(ids([none], { min_confirmed: 0 })).toEqual([])
  })
})

describe('closed providers', () => {
  const both = [anEntry('Ember', { status: 'closed' }), anEntry('Peak')]

  test('are left out of the list, found by filter and by name', () => {
    expect(ids(both, {})).toEqual(['Peak'])
    expect(ids(both, { status: ['closed'] })).toEqual(['Ember'])
    expect(ids(both, { q: 'ember' })).toEqual(['Ember'])
    expect(ids(both, { q: 'ember', status: ['open'] })).toEqual([])
    expect(ids(both, { q: '  ' })).toEqual(['Peak'])
  })

  test('are counted in the status group, which is counted without its own filter', () => {
    const { facets } = ask(both, {})
    expect(countOf(facets.status, 'closed')).toBe(1)
    expect(countOf(facets.kind, 'clinic')).toBe(1)
  })
})

describe('a typed name', () => {
  const both = [anEntry('Mindbloom'), anEntry('Bloom Health')]

  test('of no letter or digit finds nobody, and of nothing everybody', () => {
    for (const q of ['🙂', '?!']) expect(ask(both, { q })).toMatchObject({ hits: [], total: 0 })
    for (const q of [null, '', ' ']) expect(ask(both, { q }).total).toBe(2)
  })

  test('with a space too many is found, beside other words as well', () => {
    expect(ids(both, { q: 'Mind bloom' })).toEqual(['Mindbloom'])
    expect(ids(both, { q: 'mind blom' })).toEqual(['Mindbloom'])
    expect(ids(both, { q: 'bloom health' })).toEqual(['Bloom Health'])
    expect(ids(both, { q: 'bloom nowhere' })).toEqual([])
  })
})

describe('states', () => {
  const directory = [
    anEntry('site'),
    anEntry('served', { site_states: ['CA'], served_states: ['NY'] }),
    anEntry('afar', { site_states: [], kind: 'telehealth', reach_known: false }),
    anEntry('elsewhere', { site_states: ['TX'] }),
  ]

  test('a site in the state or service from afar matches; unknown reach is counted apart', () => {
    const result = ask(directory, { state: ['NY'] })
    expect(result.hits.map(({ id }) => id)).toEqual(['served', 'site'])
    expect(result.unknown_reach).toBe(1)
    expect(ask(directory, { state: ['NY'], kind: ['clinic'] }).unknown_reach).toBe(0)
    expect(ask(directory, {}).unknown_reach).toBe(0)
  })

  test('unknown lets in those whose reach is not known, and then none is left apart', () => {
    const result = ask(directory, { state: ['TX', 'unknown'] })
    expect(result.hits.map(({ id }) => id)).toEqual(['afar', 'elsewhere'])
    expect(result.unknown_reach).toBe(0)
  })

  test('only states with a provider are listed, and unknown', () => {
    expect(ask(directory, { state: ['NY'] }).facets.state).toEqual([
      { value: 'CA', count: 1 },
      { value: 'NY', count: 2 },
      { value: 'TX', count: 1 },
      { value: 'unknown', count: 1 },
    ])
  })

  test('for a patient of one state its own assessments stand in, also for which case is shown', () => {
    const there = { low: 60, stated: 60, high: 60, coverage: 80, verdicts: 'nm' }
    const cases = [aCase({ by_state: { NY: there } }), aCase({ modality: 'im', coverage: 50 })]
    const entry = anEntry('a', { cases, site_states: ['NY', 'CA'] })
    const failed = { ...emptyQuery().verdicts, not_met: ['A1'] }
    expect(shown([entry], { state: ['NY'] })).toEqual(['iv-clinic'])
    expect(shown([entry], { state: ['NY'], verdicts: failed, min_confirmed: 60 })).toEqual([
      'iv-clinic',
    ])
    expect(shown([entry], { state: ['CA'] })).toEqual(['im-clinic'])
    expect(shown([entry], { state: ['NY', 'CA'] })).toEqual(['im-clinic'])
    expect(shown([entry], { state: ['CA'], verdicts: failed })).toEqual([])
  })
})

describe('prices', () => {
  const directory = [
    anEntry('cheap', { cases: [aCase({ session: dollars(100, 250) })] }),
    anEntry('dear', { cases: [aCase({ session: dollars(600) })] }),
    anEntry('silent', { cases: [aCase({ first_3_months: dollars(900) })] }),
  ]
  const min = toCents(20_000)
  const max = toCents(50_000)

  test('a range that overlaps the asked one matches on the asked basis', () => {
    expect(ids(directory, { price_min: min, price_max: max })).toEqual(['cheap'])
    expect(ids(directory, { price_min: min })).toEqual(['cheap', 'dear'])
    expect(ids(directory, { price_min: min, price_basis: 'first_3_months' })).toEqual(['silent'])
  })

  test('unknown adds those without a price to a range, and alone leaves everybody in', () => {
    expect(ids(directory, { price_max: max, price: ['unknown'] })).toEqual(['cheap', 'silent'])
    expect(ids(directory, { price: ['unknown'] })).toEqual(ids(directory, {}))
  })

  test('are counted in range, out of range and unknown, without their own filter', () => {
    const counts = { in_range: 1, out_of_range: 1, unknown: 1 }
    expect(ask(directory, { price_min: min, price_max: max }).facets.price).toEqual(counts)
    expect(ask(directory, {}).facets.price).toEqual({ in_range: 2, out_of_range: 0, unknown: 1 })
  })

  test('cost sorts by the low end of the asked basis, unknown last both ways', () => {
    expect(ids(directory, { sort: 'cost', order: 'asc' })).toEqual(['cheap', 'dear', 'silent'])
    expect(ids(directory, { sort: 'cost', order: 'desc' })).toEqual(['dear', 'cheap', 'silent'])
  })
})

test('paying and conditions match what is accepted; unknown is silence, not refusal', () => {
  const directory = [
    anEntry('accepts', { payment: ['insurance'], payment_known: true, conditions: ['ptsd'] }),
    anEntry('refuses', { payment_known: true }),
    anEntry('silent'),
  ]
  expect(ids(directory, { payment: ['insurance'] })).toEqual(['accepts'])
  expect(ids(directory, { payment: ['unknown'] })).toEqual(['silent'])
  expect(ids(directory, { condition: ['ptsd'] })).toEqual(['accepts'])
  expect(ids(directory, { condition: ['unknown'] })).toEqual(['refuses', 'silent'])
})

test('verdicts are OR within a criterion and AND across criteria', () => {
  const directory = ['mm', 'mu', 'pm', 'nu'].map((verdicts) =>
    anEntry(verdicts, { cases: [aCase({ verdicts })] }),
  )
  const verdicts = { ...emptyQuery().verdicts, met: ['A1'], partly: ['A1'], unknown: ['C1'] }
  expect(ids(directory, { verdicts })).toEqual(['mu'])
  const facet = ask(directory, { verdicts }).facets.verdict
  expect(facet[0]).toMatchObject({ met: 1, partly: 0, not_met: 1 })
  expect(facet[1]).toMatchObject({ met: 2, unknown: 1 })
})

test('distance is to the nearest placed site; what is not placed comes last both ways', () => {
  const at = (latitude: number) => ({ latitude, longitude: -74 })
  const directory = [
    anEntry('far', { points: [at(45)] }),
    anEntry('near', { points: [at(50), at(40.5)] }),
    anEntry('nowhere'),
  ]
  const from = at(40)
  const near = ask(directory, { from, within_miles: 50 })
  expect(near.hits).toEqual([
    { id: 'near', case: 'iv-clinic', distance_miles: expect.closeTo(34.547, 3) },
  ])
  expect(ids(directory, { from, sort: 'distance', order: 'asc' })).toEqual([
    'near',
    'far',
    'nowhere',
  ])
  expect(ids(directory, { from, sort: 'distance', order: 'desc' })).toEqual([
    'far',
    'near',
    'nowhere',
  ])
  expect(ask(directory, { from }).hits.at(-1)?.distance_miles).toBeNull()
})

test('equal values go by coverage, then by name without case, then by id', () => {
  const directory = [
    anEntry('2', { name: 'beta' }),
    anEntry('1', { name: 'Beta' }),
    anEntry('3', { name: 'alpha' }),
    anEntry('4', { name: 'zeta', cases: [aCase({ coverage: 31 })] }),
  ]
  expect(ids(directory, {})).toEqual(['4', '3', '1', '2'])
  expect(ids(directory, { sort: 'name', order: 'desc' })).toEqual(['4', '1', '2', '3'])
})

test('an empty catalog, a page past the end and words that are no options', () => {
  expect(ask([], {})).toMatchObject({ hits: [], total: 0 })
  expect(ask([anEntry('a')], { page: 9 })).toMatchObject({ hits: [], total: 1, page: 9 })
  const verdicts = { ...emptyQuery().verdicts, met: ['Z9'] }
  expect(() => ask([anEntry('a')], { verdicts })).toThrow(RangeError)
  expect(() => buildCatalog([anEntry('a'), anEntry('a')], CRITERIA)).toThrow(RangeError)
})
