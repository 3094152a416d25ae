/**
 * Rows in the order of every sort, made once, so that a page is read off from the top of an order.
 * Missing values come last both ways; equal ones by coverage, then name, then id.
 */

import type { CatalogEntry } from './catalog-input.ts'
import { sortableName } from './catalog-input.ts'
import type { Order, PriceBasis, Sort } from './search-query.ts'
import { ORDERS } from './search-query.ts'

/** The rows in order, and the place of every row in it. */
export type RowOrder = { rows: Int32Array; placeOf: Int32Array }

/** `NaN` is a missing value. */
export type Column = Float64Array<ArrayBuffer>

export type Columns = Record<
  'low' | 'stated' | 'high' | 'coverage' | 'session_low' | 'first_3_months_low',
  Column
>

/** Every row as the last of its equals settles it: coverage from the top, then name, then id. */
export const TIES = 'ties'

/** The name of the order that a query asks for; distance is measured when asked. */
export function orderName(sort: Exclude<Sort, 'distance'>, order: Order, basis: PriceBasis) {
  return sort === 'cost' ? `${basis}_low ${order}` : `${sort} ${order}`
}

/** Values as their places among the distinct ones, from 0; missing ones after all others. */
function ranked(values: Column, rows: Int32Array): { ranks: Int32Array; distinct: number } {
  const sorted = Float64Array.from(rows, (row) => values[row] as number).sort()
  let distinct = 0
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] as number
    if (!Number.isNaN(value) && (at === 0 || value !== sorted[distinct - 1])) {
      sorted[distinct++] = value
    }
  }
  const ranks = new Int32Array(values.length).fill(distinct)
  for (const row of rows) {
    const value = values[row] as number
    if (!Number.isNaN(value)) ranks[row] = placeIn(sorted, distinct, value)
  }
  return { ranks, distinct }
}

function placeIn(sorted: Float64Array, length: number, value: number): number {
  let from = 0
  let to = length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] as number) < value) from = middle + 1
    else to = middle
  }
  return from
}

/** The rows by rising rank, 0 to `most`, equals left in the order they came in (counting sort). */
function sortedBy(rows: Int32Array, most: number, rankOf: (row: number) => number): Int32Array {
  const next = new Int32Array(most + 2)
  for (const row of rows) {
    const after = rankOf(row) + 1
    next[after] = (next[after] as number) + 1
  }
  for (let rank = 1; rank < next.length; rank++) {
    next[rank] = (next[rank] as number) + (next[rank - 1] as number)
  }
  const result = new Int32Array(rows.length)
  for (const row of rows) {
    const rank = rankOf(row)
    const at = next[rank] as number
    next[rank] = at + 1
    result[at] = row
  }
  return result
}

function bothWays(values: Column, ties: Int32Array): Record<Order, Int32Array> {
  const { ranks, distinct } = ranked(values, ties)
  const rising = (row: number) => ranks[row] as number
  const falling = (row: number) =>
    ranks[row] === distinct ? distinct : distinct - 1 - (ranks[row] as number)
  return { asc: sortedBy(ties, distinct, rising), desc: sortedBy(ties, distinct, falling) }
}

/** For each provider its place by name and id, and a number that equal names share. */
function nameRanks(entries: readonly CatalogEntry[]) {
  const names = entries.map(({ name }) => sortableName(name))
  const ids = entries.map(({ id }) => id)
  const before = (one: string, other: string) => (one < other ? -1 : Number(one > other))
  const sorted = Int32Array.from(names.keys()).sort(
    (one, other) =>
      before(names[one] as string, names[other] as string) ||
      before(ids[one] as string, ids[other] as string),
  )
  const place = new Int32Array(names.length)
  const shared = new Int32Array(names.length)
  sorted.forEach((provider, at) => {
    place[provider] = at
    const previous = sorted[at - 1]
    const same = previous !== undefined && names[previous] === names[provider]
    shared[provider] = same ? (shared[previous] as number) : at
  })
  return { place, shared }
}

/** All orders over the rows that are not padding. */
export function rowOrders(
  entries: readonly CatalogEntry[],
  providerOfRow: Int32Array,
  columns: Columns,
): Map<string, RowOrder> {
  const { place, shared } = nameRanks(entries)
  const nameOf = (row: number) => place[providerOfRow[row] as number] as number
  const real = Int32Array.from(providerOfRow.keys()).filter((row) => providerOfRow[row] !== -1)
  const byName = sortedBy(real, entries.length, nameOf)
  const ties = bothWays(columns.coverage, byName).desc
  const names = new Float64Array(providerOfRow.length).fill(Number.NaN)
  for (const row of real) names[row] = shared[providerOfRow[row] as number] as number
  const orders = new Map<string, RowOrder>()
  const add = (name: string, rows: Int32Array) => {
    const placeOf = new Int32Array(providerOfRow.length)
    for (let at = 0; at < rows.length; at++) placeOf[rows[at] as number] = at
    orders.set(name, { rows, placeOf })
  }
  add(TIES, ties)
  const { low, stated, high, coverage, session_low, first_3_months_low } = columns
  const sorts = { confirmed: low, stated, possible: high, coverage, name: names }
  for (const [sort, values] of Object.entries({ ...sorts, session_low, first_3_months_low })) {
    const both = bothWays(values, ties)
    for (const order of ORDERS) add(`${sort} ${order}`, both[order])
  }
  return orders
}
