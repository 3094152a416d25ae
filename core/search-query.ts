/**
 * What can be asked of the directory. The same words are the API's parameters, the form's fields
 * and the URL of a list page. OR within a group, AND across groups; an empty list filters nothing.
 */

import type { Cents } from './money.ts'
import type {
  Condition,
  Modality,
  PaymentWay,
  ProviderKind,
  ProviderStatus,
  Setting,
  UsState,
  Verdict,
} from './vocabulary.ts'

/** The option of a group that stands for "no source says". */
export const UNKNOWN = 'unknown'
export type OrUnknown<Word> = Word | typeof UNKNOWN

export const PRICE_BASES = ['session', 'first_3_months'] as const
export type PriceBasis = (typeof PRICE_BASES)[number]

export const SORTS = [
  'confirmed',
  'stated',
  'possible',
  'coverage',
  'distance',
  'cost',
  'name',
] as const
export type Sort = (typeof SORTS)[number]

export const ORDERS = ['asc', 'desc'] as const
export type Order = (typeof ORDERS)[number]

/** The sort where none is chosen: who gives a place asks who is near it. */
export function defaultSort(isPlaced: boolean): Sort {
  return isPlaced ? 'distance' : 'confirmed'
}

/** The order in which a sort is read first: scores from the top, the rest from the bottom. */
export function naturalOrder(sort: Sort): Order {
  return sort === 'distance' || sort === 'cost' || sort === 'name' ? 'asc' : 'desc'
}

/**
 * The verdicts that can be filtered by, each a parameter that lists criterion ids. `partly` also
 * takes in "at least partly". Verdicts of one criterion are OR; different criteria are AND.
 */
export const VERDICT_FILTERS = [
  'met',
  'partly',
  'not_met',
  'conflict',
  'unknown',
  'not_applicable',
] as const
export type VerdictFilter = (typeof VERDICT_FILTERS)[number]

/** The filter that a verdict answers to. */
export function verdictFilterOf(verdict: Verdict): VerdictFilter {
  return verdict === 'at_least_partly' ? 'partly' : verdict
}

export type Origin = { latitude: number; longitude: number }

export type SearchQuery = {
  /** Name, alias or city; null when nothing is typed. */
  q: string | null
  modality: OrUnknown<Modality>[]
  setting: OrUnknown<Setting>[]
  price_basis: PriceBasis
  price_min: Cents | null
  price_max: Cents | null
  /** `['unknown']`: a limit also lets in providers with no comparable price. Alone it limits nothing. */
  price: (typeof UNKNOWN)[]
  state: OrUnknown<UsState>[]
  /** Where distance is measured from; the door turns a ZIP code into it. */
  from: Origin | null
  within_miles: number | null
  payment: OrUnknown<PaymentWay>[]
  condition: OrUnknown<Condition>[]
  kind: ProviderKind[]
  /** Empty means all but closed. */
  status: ProviderStatus[]
  verdicts: Record<VerdictFilter, string[]>
  /** Least confirmed points, 0 to 100. */
  min_confirmed: number | null
  /** Least coverage, percent. */
  min_coverage: number | null
  sort: Sort
  order: Order
  /** From 1. */
  page: number
  per_page: number
}

export const DEFAULT_PER_PAGE = 20
export const MAX_PER_PAGE = 100

/** A query that asks for everything that is not closed, best confirmed first. */
export function emptyQuery(): SearchQuery {
  return {
    q: null,
    modality: [],
    setting: [],
    price_basis: 'session',
    price_min: null,
    price_max: null,
    price: [],
    state: [],
    from: null,
    within_miles: null,
    payment: [],
    condition: [],
    kind: [],
    status: [],
    verdicts: { met: [], partly: [], not_met: [], conflict: [], unknown: [], not_applicable: [] },
    min_confirmed: null,
    min_coverage: null,
    sort: 'confirmed',
    order: 'desc',
    page: 1,
    per_page: DEFAULT_PER_PAGE,
  }
}

/** One choice of a group and how many providers it would show, its own group's filter aside. */
export type FacetOption = { value: string; count: number }

export type VerdictFacet = { criterion: string } & Record<VerdictFilter, number>

/**
 * Counts of providers for every option. Each group is counted without its own filter; `unknown`
 * stands in every group where a provider can leave it open. `price` counts providers by whether a
 * price is comparable on the asked basis.
 */
export type Facets = {
  modality: FacetOption[]
  setting: FacetOption[]
  state: FacetOption[]
  payment: FacetOption[]
  condition: FacetOption[]
  kind: FacetOption[]
  status: FacetOption[]
  price: { in_range: number; out_of_range: number; unknown: number }
  verdict: VerdictFacet[]
}

/** One hit: the provider's position in the catalog and the case that is shown for it. */
export type Hit = {
  id: string
  /** `iv-clinic`, or null when no offering is established. */
  case: string | null
  distance_miles: number | null
}

export type SearchResult = {
  hits: Hit[]
  total: number
  page: number
  per_page: number
  facets: Facets
  /** With a state asked: providers that match all else and whose reach is not known. */
  unknown_reach: number
}
