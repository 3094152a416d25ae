/**
 * Search written as plainly as can be: loops over entries, one provider at a time, one option at a
 * time. It shares only types and word lists with the catalog, so that both being wrong in the same
 * way would take the same mistake twice.
 */

import type { AssessedCase, CatalogCase, CatalogEntry } from '#core/catalog-input.ts'
import type { Facets, SearchQuery, SearchResult, VerdictFilter } from '#core/search-query.ts'
import { VERDICT_FILTERS } from '#core/search-query.ts'
import {
  CONDITIONS,
  MODALITIES,
  PAYMENT_WAYS,
  PROVIDER_KINDS,
  PROVIDER_STATUSES,
  SETTINGS,
  US_STATES,
} from '#core/vocabulary.ts'
import { typedMatches, typedWords } from './reference-text.ts'

type Row = CatalogCase | null
type Groups = Record<string, boolean>

const LETTERS: Record<string, VerdictFilter> = {
  m: 'met',
  p: 'partly',
  n: 'not_met',
  c: 'conflict',
  u: 'unknown',
  '-': 'not_applicable',
}

function verdictOf(row: Row, criterion: number): VerdictFilter {
  return row === null ? 'unknown' : (LETTERS[row.verdicts[criterion] ?? ''] ?? 'unknown')
}

/** Haversine; null when no site is placed. */
function milesTo(entry: CatalogEntry, query: SearchQuery): number | null {
  if (query.from === null || entry.points.length === 0) return null
  const { latitude, longitude } = query.from
  const radians = Math.PI / 180
  const distances = entry.points.map((point) => {
    const north = Math.sin(((point.latitude - latitude) * radians) / 2) ** 2
    const east = Math.sin(((point.longitude - longitude) * radians) / 2) ** 2
    const ring = Math.cos(latitude * radians) * Math.cos(point.latitude * radians)
    return 2 * 3958.7613 * Math.asin(Math.sqrt(north + ring * east))
  })
  return Math.min(...distances)
}

function rowsOf(entry: CatalogEntry, query: SearchQuery): Row[] {
  const states = query.state.filter((state) => state !== 'unknown')
  const there = (one: CatalogCase): AssessedCase | undefined =>
    states.length === 1 ? one.by_state[states[0] as string] : undefined
  const cases = entry.cases.map((one) => ({ ...one, ...there(one) }))
  return cases.length === 0 ? [null] : cases
}

function statesOf(entry: CatalogEntry): string[] {
  const named = [...entry.site_states, ...entry.served_states]
  return entry.reach_known ? named : [...named, 'unknown']
}

const paymentOf = (entry: CatalogEntry): string[] =>
  entry.payment_known ? entry.payment : ['unknown']
const conditionsOf = (entry: CatalogEntry): string[] =>
  entry.conditions.length > 0 ? entry.conditions : ['unknown']

const meets = (asked: readonly string[], has: readonly string[]) =>
  asked.length === 0 || asked.some((value) => has.includes(value))

function providerGroups(entry: CatalogEntry, query: SearchQuery): Groups {
  const asked = query.q !== null && query.q.trim() !== ''
  const typed = typedWords(query.q ?? '')
  const miles = milesTo(entry, query)
  const byDefault = asked || entry.status !== 'closed'
  return {
    q:
      !asked ||
      (typed.length > 0 && typedMatches(typed, [entry.name, ...entry.aliases, ...entry.cities])),
    distance:
      query.from === null ||
      query.within_miles === null ||
      (miles !== null && miles <= query.within_miles),
    state: meets(query.state, statesOf(entry)),
    payment: meets(query.payment, paymentOf(entry)),
    condition: meets(query.condition, conditionsOf(entry)),
    kind: meets(query.kind, [entry.kind]),
    status: query.status.length > 0 ? query.status.includes(entry.status) : byDefault,
  }
}

type PriceOption = keyof Facets['price']

function priceOption(row: Row, query: SearchQuery): PriceOption {
  const range = row === null ? null : row[query.price_basis]
  if (range === null) return 'unknown'
  const tooDear = query.price_max !== null && range.low > query.price_max
  const tooCheap = query.price_min !== null && range.high < query.price_min
  return tooDear || tooCheap ? 'out_of_range' : 'in_range'
}

function passesPrice(row: Row, query: SearchQuery): boolean {
  const ranged = query.price_min !== null || query.price_max !== null
  const option = priceOption(row, query)
  if (!ranged) return true
  return option === 'in_range' || (query.price.length > 0 && option === 'unknown')
}

const atLeast = (value: number | null, least: number | null) =>
  least === null || (value !== null && value >= least - 1e-9)

function caseGroups(row: Row, query: SearchQuery, criteria: readonly string[]): Groups {
  const groups: Groups = {
    modality: meets(query.modality, [row?.modality ?? 'unknown']),
    setting: meets(query.setting, [row?.setting ?? 'unknown']),
    price: passesPrice(row, query),
    minimum:
      (query.min_confirmed === null && query.min_coverage === null) ||
      (row?.low !== null &&
        atLeast(row?.low ?? null, query.min_confirmed) &&
        atLeast(row?.coverage ?? null, query.min_coverage)),
  }
  criteria.forEach((criterion, at) => {
    const asked = VERDICT_FILTERS.filter((verdict) => query.verdicts[verdict].includes(criterion))
    groups[criterion] = asked.length === 0 || asked.includes(verdictOf(row, at))
  })
  return groups
}

function passes(groups: Groups, except: string): boolean {
  for (const group in groups) if (!groups[group] && group !== except) return false
  return true
}

type Judged = { entry: CatalogEntry; own: Groups; rows: { row: Row; groups: Groups }[] }

const before = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** Larger first; missing last. */
function falling(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return other - one
}

function bestRow(rows: readonly Row[]): Row {
  const [best] = [...rows].sort(
    (one, other) =>
      Number(one?.ended) - Number(other?.ended) ||
      falling(one?.coverage ?? null, other?.coverage ?? null) ||
      falling(one?.low ?? null, other?.low ?? null),
  )
  return best ?? null
}

type Shown = { entry: CatalogEntry; row: Row; miles: number | null }

function sortValue({ entry, row, miles }: Shown, query: SearchQuery): number | string | null {
  switch (query.sort) {
    case 'confirmed':
      return row?.low ?? null
    case 'stated':
      return row?.stated ?? null
    case 'possible':
      return row?.high ?? null
    case 'coverage':
      return row?.coverage ?? null
    case 'distance':
      return miles
    case 'cost':
      return row?.[query.price_basis]?.low ?? null
    case 'name':
      return entry.name.toLowerCase()
  }
}

function compare(one: Shown, other: Shown, query: SearchQuery): number {
  const a = sortValue(one, query)
  const b = sortValue(other, query)
  if (a === null || b === null) {
    if (a !== b) return a === null ? 1 : -1
  } else if (a !== b) {
    const rising = a < b ? -1 : 1
    return query.order === 'asc' ? rising : -rising
  }
  return (
    falling(one.row?.coverage ?? null, other.row?.coverage ?? null) ||
    before(one.entry.name.toLowerCase(), other.entry.name.toLowerCase()) ||
    before(one.entry.id, other.entry.id)
  )
}

function facetsOf(judged: readonly Judged[], query: SearchQuery, criteria: readonly string[]) {
  const count = (group: string, holds: (entry: CatalogEntry, row: Row) => boolean) =>
    judged.filter(
      ({ entry, own, rows }) =>
        passes(own, group) &&
        rows.some(({ row, groups }) => passes(groups, group) && holds(entry, row)),
    ).length
  const list = (
    group: string,
    values: readonly string[],
    has: (entry: CatalogEntry, row: Row) => readonly string[],
  ) =>
    values.map((value) => ({
      value,
      count: count(group, (entry, row) => has(entry, row).includes(value)),
    }))
  const priced = (option: PriceOption) =>
    count('price', (_, row) => priceOption(row, query) === option)
  const facets: Facets = {
    modality: list('modality', [...MODALITIES, 'unknown'], (_, row) => [
      row?.modality ?? 'unknown',
    ]),
    setting: list('setting', [...SETTINGS, 'unknown'], (_, row) => [row?.setting ?? 'unknown']),
    state: list('state', [...US_STATES, 'unknown'], statesOf).filter(
      ({ value, count }) => count > 0 || value === 'unknown',
    ),
    payment: list('payment', [...PAYMENT_WAYS, 'unknown'], paymentOf),
    condition: list('condition', [...CONDITIONS, 'unknown'], conditionsOf),
    kind: list('kind', PROVIDER_KINDS, ({ kind }) => [kind]),
    status: list('status', PROVIDER_STATUSES, ({ status }) => [status]),
    price: {
      in_range: priced('in_range'),
      out_of_range: priced('out_of_range'),
      unknown: priced('unknown'),
    },
    verdict: criteria.map((criterion, at) => {
      const holds = (verdict: VerdictFilter) =>
        count(criterion, (_, row) => verdictOf(row, at) === verdict)
      return {
        criterion,
        met: holds('met'),
        partly: holds('partly'),
        not_met: holds('not_met'),
        conflict: holds('conflict'),
        unknown: holds('unknown'),
        not_applicable: holds('not_applicable'),
      }
    }),
  }
  return facets
}

/** The answer to a query by brute force. */
export function referenceSearch(
  entries: readonly CatalogEntry[],
  query: SearchQuery,
  criteria: readonly string[],
): SearchResult {
  const judged: Judged[] = entries.map((entry) => ({
    entry,
    own: providerGroups(entry, query),
    rows: rowsOf(entry, query).map((row) => ({ row, groups: caseGroups(row, query, criteria) })),
  }))
  const matching = ({ rows }: Judged) => rows.filter(({ groups }) => passes(groups, ''))
  const shown = judged
    .filter((one) => passes(one.own, '') && matching(one).length > 0)
    .map((one) => ({
      entry: one.entry,
      row: bestRow(matching(one).map(({ row }) => row)),
      miles: milesTo(one.entry, query),
    }))
    .sort((one, other) => compare(one, other, query))
  const from = (query.page - 1) * query.per_page
  const elsewhere = judged.filter(
    (one) =>
      query.state.length > 0 &&
      passes(one.own, 'state') &&
      !one.own.state &&
      matching(one).length > 0 &&
      !one.entry.reach_known,
  )
  return {
    hits: shown.slice(from, from + query.per_page).map(({ entry, row, miles }) => ({
      id: entry.id,
      case: row?.id ?? null,
      distance_miles: miles,
    })),
    total: shown.length,
    page: query.page,
    per_page: query.per_page,
    facets: facetsOf(judged, query, criteria),
    unknown_reach: elsewhere.length,
  }
}
