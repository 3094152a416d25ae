/**
 * The catalog: every provider in a form that answers a search with all its counts in microseconds to
 * a few milliseconds. Built once from entries and then only read; see `catalog-layout.ts` for where
 * things stand and `search.ts` for how they are used.
 */

import type { CatalogCase, CatalogEntry, PriceRange } from './catalog-input.ts'
import type { Layout, Segment } from './catalog-layout.ts'
import { CASE_IDS, layOut } from './catalog-layout.ts'
import type { ProviderOptions, RowOptions } from './catalog-options.ts'
import { providerOptions, rowOptions } from './catalog-options.ts'
import type { Column, Columns, RowOrder } from './catalog-order.ts'
import { rowOrders } from './catalog-order.ts'
import { unitVector } from './geo.ts'
import type { PriceBasis } from './search-query.ts'
import type { TextIndex } from './text-index.ts'
import { buildTextIndex } from './text-index.ts'

/** Cents by row; `NaN` where there is no comparable price. */
export type PriceColumns = Record<PriceBasis, { low: Column; high: Column }>

/** Points on the unit sphere; those of a provider are `starts[provider] … starts[provider + 1])`. */
export type Sites = { starts: Int32Array; x: Column; y: Column; z: Column }

export type Catalog = {
  criteria: readonly string[]
  /** By provider. */
  ids: string[]
  main: Segment
  byState: Layout['byState']
  providerOfRow: Int32Array
  /** Position in `CASE_IDS`, or -1 for a provider without an established offering. */
  caseOfRow: Int8Array
  rows: RowOptions
  providers: ProviderOptions
  low: Column
  coverage: Column
  prices: PriceColumns
  orders: ReadonlyMap<string, RowOrder>
  sites: Sites
  text: TextIndex
}

function column(
  cases: Layout['cases'],
  read: (one: CatalogCase) => number | null | undefined,
): Column {
  const values = new Float64Array(cases.length).fill(Number.NaN)
  cases.forEach((one, row) => {
    if (one) values[row] = read(one) ?? Number.NaN
  })
  return values
}

function priceColumns(cases: Layout['cases'], rangeOf: (one: CatalogCase) => PriceRange | null) {
  return {
    low: column(cases, (one) => rangeOf(one)?.low),
    high: column(cases, (one) => rangeOf(one)?.high),
  }
}

function sitesOf(entries: readonly CatalogEntry[]): Sites {
  const starts = new Int32Array(entries.length + 1)
  entries.forEach((entry, at) => {
    starts[at + 1] = (starts[at] as number) + entry.points.length
  })
  const count = starts[entries.length] as number
  const empty = () => new Float64Array(count)
  const sites: Sites = { starts, x: empty(), y: empty(), z: empty() }
  let at = 0
  for (const { points } of entries) {
    for (const point of points) {
      const { x, y, z } = unitVector(point)
      sites.x[at] = x
      sites.y[at] = y
      sites.z[at] = z
      at++
    }
  }
  return sites
}

/**
 * Builds the catalog. `criteria` are the rubric's criterion ids, in the order of each entry's
 * verdicts. The order of the entries does not matter. Throws `RangeError` when two entries share an
 * id or an entry uses a word outside the vocabulary.
 */
export function buildCatalog(
  entries: Iterable<CatalogEntry>,
  criteria: readonly string[],
): Catalog {
  const layout = layOut(entries)
  const { cases, providerOfRow } = layout
  const prices = {
    session: priceColumns(cases, (one) => one.session),
    first_3_months: priceColumns(cases, (one) => one.first_3_months),
  }
  const columns: Columns = {
    low: column(cases, (one) => one.low),
    stated: column(cases, (one) => one.stated),
    high: column(cases, (one) => one.high),
    coverage: column(cases, (one) => one.coverage),
    session_low: prices.session.low,
    first_3_months_low: prices.first_3_months.low,
  }
  const textsOf = (at: number) => {
    const { name, aliases, cities } = layout.entries[at] as CatalogEntry
    return [name, ...aliases, ...cities]
  }
  return {
    criteria,
    ids: layout.entries.map(({ id }) => id),
    main: layout.main,
    byState: layout.byState,
    providerOfRow,
    caseOfRow: Int8Array.from(cases, (one) => (one ? CASE_IDS.indexOf(one.id) : -1)),
    rows: rowOptions(layout, criteria),
    providers: providerOptions(layout.entries),
    low: columns.low,
    coverage: columns.coverage,
    prices,
    orders: rowOrders(layout.entries, providerOfRow, columns),
    sites: sitesOf(layout.entries),
    text: buildTextIndex(layout.entries.length, textsOf),
  }
}

/** The entries of a catalog by provider id; what `refreshCatalog` starts from. */
export type EntriesById = ReadonlyMap<string, CatalogEntry>

/**
 * The catalog after some providers changed or went away. Only the index is rebuilt: entries that did
 * not change are taken over, so nothing about them is assessed again.
 */
export function refreshCatalog(
  previous: EntriesById,
  changed: Iterable<CatalogEntry>,
  removed: Iterable<string>,
  criteria: readonly string[],
): { entries: EntriesById; catalog: Catalog } {
  const entries = new Map(previous)
  for (const id of removed) entries.delete(id)
  for (const entry of changed) entries.set(entry.id, entry)
  return { entries, catalog: buildCatalog(entries.values(), criteria) }
}
