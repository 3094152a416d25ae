/**
 * A query as bit sets, one per group of options: OR within a group has happened, AND across groups
 * is left to the caller, so that a group can be counted without its own filter.
 */

import type { Bits } from './bits.ts'
import { bitsFor, setBit, subtract, union, wordsFor } from './bits.ts'
import type { Catalog, PriceColumns } from './catalog.ts'
import type { Options } from './catalog-options.ts'
import type { UnitVector } from './geo.ts'
import { chordOfMiles, unitVector } from './geo.ts'
import { SLACK } from './points.ts'
import type { SearchQuery } from './search-query.ts'
import { UNKNOWN, VERDICT_FILTERS } from './search-query.ts'
import { matchText } from './text-index.ts'
import { PROVIDER_STATUSES } from './vocabulary.ts'

/** One group that filters, by name; a criterion is a group under its id. */
export type Filters = Map<string, Bits>

/** Rows whose range on the asked basis overlaps the asked one, and those that have another range. */
export type PriceSplit = { in_range: Bits; out_of_range: Bits; unknown: Bits }

/** The options that were picked, as one set; throws `RangeError` for a word outside the list. */
function picked(options: Options, values: readonly string[], words: number): Bits {
  return union(
    values.map((value) => {
      const bits = options.get(value)
      if (!bits) throw new RangeError(`"${value}" is not an option`)
      return bits
    }),
    words,
  )
}

/** The squared chord from a place to a provider's nearest site; infinite if it has none placed. */
export function nearestChord({ sites }: Catalog, provider: number, from: UnitVector): number {
  const { starts, x, y, z } = sites
  let least = Number.POSITIVE_INFINITY
  const end = starts[provider + 1] as number
  for (let site = starts[provider] as number; site < end; site++) {
    const dx = (x[site] as number) - from.x
    const dy = (y[site] as number) - from.y
    const dz = (z[site] as number) - from.z
    const squared = dx * dx + dy * dy + dz * dz
    if (squared < least) least = squared
  }
  return least
}

/** The nearest chords of all providers. */
export function nearestChords(catalog: Catalog, from: UnitVector): Float64Array {
  const chords = new Float64Array(catalog.ids.length)
  for (let at = 0; at < chords.length; at++) chords[at] = nearestChord(catalog, at, from)
  return chords
}

function within(chords: Float64Array, miles: number): Bits {
  const most = chordOfMiles(miles)
  const bits = bitsFor(chords.length)
  for (let provider = 0; provider < chords.length; provider++) {
    if ((chords[provider] as number) <= most) setBit(bits, provider)
  }
  return bits
}

/** What a provider must be: place, payment, condition, kind, status, name. */
export function providerFilters(
  catalog: Catalog,
  query: SearchQuery,
  chords: Float64Array | null,
): Filters {
  const filters: Filters = new Map()
  const words = wordsFor(catalog.ids.length)
  const typed = query.q === null ? null : matchText(catalog.text, query.q)
  if (typed) filters.set('q', typed)
  if (chords && query.within_miles !== null) {
    filters.set('distance', within(chords, query.within_miles))
  }
  const byDefault = typed ? [] : PROVIDER_STATUSES.filter((status) => status !== 'closed')
  const asked = {
    state: query.state,
    payment: query.payment,
    condition: query.condition,
    kind: query.kind,
    status: query.status.length > 0 ? query.status : byDefault,
  }
  for (const [group, values] of Object.entries(asked)) {
    if (values.length === 0) continue
    filters.set(group, picked(catalog.providers[group as keyof typeof asked], values, words))
  }
  return filters
}

/** Cuts the rows by price on the asked basis; an open end does not limit. */
export function splitByPrice(catalog: Catalog, query: SearchQuery): PriceSplit {
  const priced = catalog.rows.priced[query.price_basis]
  const unknown = subtract(catalog.rows.all.slice(), priced)
  if (query.price_min === null && query.price_max === null) {
    return { in_range: priced, out_of_range: new Int32Array(priced.length), unknown }
  }
  const in_range = overlapping(catalog.prices, query)
  return { in_range, out_of_range: subtract(priced.slice(), in_range), unknown }
}

function overlapping(prices: PriceColumns, query: SearchQuery): Bits {
  const { low, high } = prices[query.price_basis]
  const least = query.price_min ?? 0
  const most = query.price_max ?? Number.POSITIVE_INFINITY
  const bits = bitsFor(low.length)
  for (let row = 0; row < low.length; row++) {
    if ((low[row] as number) <= most && (high[row] as number) >= least) setBit(bits, row)
  }
  return bits
}

/** Rows at or above the least confirmed points and coverage; a row without points never is. */
function atLeast(catalog: Catalog, confirmed: number, coverage: number): Bits {
  const bits = bitsFor(catalog.low.length)
  for (let row = 0; row < catalog.low.length; row++) {
    const enough =
      (catalog.low[row] as number) >= confirmed - SLACK &&
      (catalog.coverage[row] as number) >= coverage - SLACK
    if (enough) setBit(bits, row)
  }
  return bits
}

/** The options picked for each criterion, by criterion id. */
function verdictFilters(catalog: Catalog, query: SearchQuery, filters: Filters): void {
  const words = catalog.rows.all.length
  for (const [position, verdict] of VERDICT_FILTERS.entries()) {
    for (const criterion of query.verdicts[verdict]) {
      const at = catalog.criteria.indexOf(criterion)
      if (at < 0) throw new RangeError(`no criterion ${criterion}`)
      const bits = catalog.rows.verdict[at]?.[position]
      const sofar = filters.get(criterion)
      const sets = [sofar, bits].filter((set) => set !== null && set !== undefined)
      filters.set(criterion, union(sets, words))
    }
  }
}

/** What must hold in one case: modality, setting, price, points, verdicts. */
export function caseFilters(catalog: Catalog, query: SearchQuery, split: PriceSplit): Filters {
  const filters: Filters = new Map()
  const words = catalog.rows.all.length
  for (const group of ['modality', 'setting'] as const) {
    if (query[group].length === 0) continue
    filters.set(group, picked(catalog.rows[group], query[group], words))
  }
  const ranged = query.price_min !== null || query.price_max !== null
  if (ranged) {
    const orUnknown = query.price.includes(UNKNOWN) ? [split.unknown] : []
    filters.set('price', union([split.in_range, ...orUnknown], words))
  }
  const { min_confirmed, min_coverage } = query
  if (min_confirmed !== null || min_coverage !== null) {
    filters.set('minimum', atLeast(catalog, min_confirmed ?? 0, min_coverage ?? 0))
  }
  verdictFilters(catalog, query, filters)
  return filters
}

/** The one US state that is asked for, which is then taken to be the patient's; else null. */
export function patientState(query: SearchQuery): string | null {
  const states = query.state.filter((state) => state !== UNKNOWN)
  return states.length === 1 ? (states[0] ?? null) : null
}

/** Where distance is measured from, on the unit sphere. */
export function originOf(query: SearchQuery): UnitVector | null {
  return query.from ? unitVector(query.from) : null
}
