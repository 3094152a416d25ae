/**
 * The nearest that two search libraries come to the same query. Both search offerings, not providers:
 * what they count are offerings, and neither picks one offering per provider.
 *
 * Orama cannot count a group without its own filter, has no "missing last" in sorts, no sort by
 * distance, and knows one point per document. It gets one call with all counts.
 * itemsjs counts groups without their own filter; prices, points and distance go through its filter
 * function, and its text search knows neither prefixes nor typos.
 */

import type { AnyOrama } from '@orama/orama'
import { create, insertMultiple, search } from '@orama/orama'
import itemsjs from 'itemsjs'
import type { CatalogEntry } from '../../core/catalog-input.ts'
import { verdictPosition } from '../../core/catalog-input.ts'
import type { Place } from '../../core/geo.ts'
import { distanceMiles } from '../../core/geo.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { UNKNOWN, VERDICT_FILTERS } from '../../core/search-query.ts'

type Document = Record<string, unknown> & { points: Place[] }

const LISTS = ['state', 'payment', 'condition'] as const
const WORDS = ['modality', 'setting', 'kind', 'status'] as const
const NUMBERS = [
  'low',
  'stated',
  'high',
  'coverage',
  'session_low',
  'session_high',
  'first_3_months_low',
  'first_3_months_high',
]
const SORT_FIELDS: Record<SearchQuery['sort'], string> = {
  confirmed: 'low',
  stated: 'stated',
  possible: 'high',
  coverage: 'coverage',
  name: 'name',
  cost: 'session_low',
  distance: 'coverage',
}

function documentsOf(entries: readonly CatalogEntry[], criteria: readonly string[]): Document[] {
  return entries.flatMap((entry) => {
    const cases = entry.cases.length > 0 ? entry.cases : [null]
    return cases.map((one) => {
      const document: Document = {
        id: `${entry.id} ${one?.id}`,
        name: entry.name,
        text: [entry.name, ...entry.aliases, ...entry.cities].join(' '),
        state: [
          ...entry.site_states,
          ...entry.served_states,
          ...(entry.reach_known ? [] : [UNKNOWN]),
        ],
        payment: entry.payment_known ? entry.payment : [UNKNOWN],
        condition: entry.conditions.length > 0 ? entry.conditions : [UNKNOWN],
        kind: entry.kind,
        status: entry.status,
        modality: one?.modality ?? UNKNOWN,
        setting: one?.setting ?? UNKNOWN,
        points: entry.points,
      }
      const [point] = entry.points
      if (point) document.place = { lat: point.latitude, lon: point.longitude }
      const numbers = {
        low: one?.low,
        stated: one?.stated,
        high: one?.high,
        coverage: one?.coverage,
      }
      const prices = {
        session_low: one?.session?.low,
        session_high: one?.session?.high,
        first_3_months_low: one?.first_3_months?.low,
        first_3_months_high: one?.first_3_months?.high,
      }
      for (const [field, value] of Object.entries({ ...numbers, ...prices })) {
        if (value !== undefined && value !== null) document[field] = value
      }
      criteria.forEach((criterion, at) => {
        document[criterion] = one ? VERDICT_FILTERS[verdictPosition(one.verdicts, at)] : UNKNOWN
      })
      return document
    })
  })
}

const statusesOf = (query: SearchQuery) =>
  query.status.length > 0 || query.q ? query.status : ['open', 'acquired', 'renamed', UNKNOWN]

/** The picked options by field, those of verdicts under their criterion. */
function pickedBy(query: SearchQuery): Record<string, string[]> {
  const { state, payment, condition, modality, setting, kind } = query
  const picked: Record<string, string[]> = { state, payment, condition, modality, setting, kind }
  picked.status = statusesOf(query)
  for (const verdict of VERDICT_FILTERS) {
    for (const criterion of query.verdicts[verdict]) {
      picked[criterion] = [...(picked[criterion] ?? []), verdict]
    }
  }
  return Object.fromEntries(Object.entries(picked).filter(([, values]) => values.length > 0))
}

function oramaWhere(query: SearchQuery): Record<string, unknown> {
  const where: Record<string, unknown> = {}
  for (const [field, values] of Object.entries(pickedBy(query))) {
    const isList = (LISTS as readonly string[]).includes(field)
    where[field] = isList ? { containsAny: values } : { in: values }
  }
  if (query.price_max !== null) where[`${query.price_basis}_low`] = { lte: query.price_max }
  if (query.price_min !== null) where[`${query.price_basis}_high`] = { gte: query.price_min }
  if (query.min_confirmed !== null) where.low = { gte: query.min_confirmed }
  if (query.from && query.within_miles !== null) {
    const coordinates = { lat: query.from.latitude, lon: query.from.longitude }
    where.place = { radius: { coordinates, value: query.within_miles, unit: 'mi' } }
  }
  return where
}

/** An Orama index of the entries; returns the search. */
export async function oramaSearch(
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
): Promise<(query: SearchQuery) => unknown> {
  const fields = (names: readonly string[], type: string) =>
    Object.fromEntries(names.map((name) => [name, type]))
  const schema = {
    name: 'string',
    text: 'string',
    place: 'geopoint',
    ...fields(LISTS, 'enum[]'),
    ...fields([...WORDS, ...criteria], 'enum'),
    ...fields(NUMBERS, 'number'),
  }
  const db: AnyOrama = create({ schema: schema as Record<string, 'string'> })
  const documents = documentsOf(entries, criteria).map(({ points: _, ...document }) => document)
  await insertMultiple(db, documents, 5000)
  const facets = Object.fromEntries(
    [...LISTS, ...WORDS, ...criteria].map((field) => [field, { limit: 60 }]),
  )
  return (query: SearchQuery) =>
    search(db, {
      ...(query.q ? { term: query.q, properties: ['text'], tolerance: 1, threshold: 0 } : {}),
      where: oramaWhere(query),
      facets,
      sortBy: { property: SORT_FIELDS[query.sort], order: query.order === 'asc' ? 'ASC' : 'DESC' },
      limit: query.per_page,
      offset: (query.page - 1) * query.per_page,
    })
}

function passes(document: Document, query: SearchQuery): boolean {
  const low = document[`${query.price_basis}_low`] as number | undefined
  const high = document[`${query.price_basis}_high`] as number | undefined
  const ranged = query.price_min !== null || query.price_max !== null
  const inRange =
    low !== undefined &&
    high !== undefined &&
    low <= (query.price_max ?? Number.POSITIVE_INFINITY) &&
    high >= (query.price_min ?? 0)
  const unpriced = query.price.length > 0 && low === undefined
  if ((ranged || query.price.length > 0) && !((ranged && inRange) || unpriced)) return false
  if (query.min_confirmed !== null && !((document.low as number) >= query.min_confirmed))
    return false
  const { from, within_miles } = query
  if (from === null || within_miles === null) return true
  return document.points.some((point) => distanceMiles(from, point) <= within_miles)
}

/** An itemsjs index of the entries; returns the search. */
export function itemsSearch(entries: readonly CatalogEntry[], criteria: readonly string[]) {
  const groups = [...LISTS, ...WORDS, ...criteria]
  const sorts = Object.values(SORT_FIELDS).flatMap((field) =>
    ['asc', 'desc'].map((order) => [`${field} ${order}`, { field, order }] as const),
  )
  const engine = itemsjs(documentsOf(entries, criteria), {
    aggregations: Object.fromEntries(
      groups.map((group) => [group, { title: group, size: 60, conjunction: false }]),
    ),
    sortings: Object.fromEntries(sorts),
    searchableFields: ['text'],
  })
  return (query: SearchQuery) =>
    engine.search({
      ...(query.q ? { query: query.q } : {}),
      filters: pickedBy(query),
      filter: (document: Document) => passes(document, query),
      sort: `${SORT_FIELDS[query.sort]} ${query.order}`,
      per_page: query.per_page,
      page: query.page,
    })
}
