/**
 * One page of a result: the rows that are shown, in the asked order, from one place to another.
 */

import type { Bits } from './bits.ts'
import { hasBit, membersOf } from './bits.ts'
import type { Catalog } from './catalog.ts'
import type { RowOrder } from './catalog-order.ts'
import { orderName, TIES } from './catalog-order.ts'
import type { Order, SearchQuery } from './search-query.ts'

function orderOf(catalog: Catalog, name: string): RowOrder {
  const order = catalog.orders.get(name)
  if (!order) throw new RangeError(`the catalog has no order ${name}`)
  return order
}

/** Reads a page off the whole order: quick when much of it matches. */
function readOff(order: RowOrder, shown: Bits, from: number, to: number): number[] {
  const page: number[] = []
  let seen = 0
  for (let at = 0; at < order.rows.length && seen < to; at++) {
    const row = order.rows[at] as number
    if (!hasBit(shown, row)) continue
    if (seen >= from) page.push(row)
    seen++
  }
  return page
}

/** Sorts what matches by its places in the order: quick when little does. */
function sortMatches(order: RowOrder, shown: Bits, from: number, to: number): number[] {
  const places = membersOf(shown).map((row) => order.placeOf[row] as number)
  places.sort()
  return Array.from(places.subarray(from, to), (place) => order.rows[place] as number)
}

/** The first so many rows by a measure, then by ties: a heap whose top is the worst one kept. */
function firstBy(
  rows: Int32Array,
  most: number,
  isBefore: (one: number, other: number) => boolean,
): number[] {
  const heap: number[] = []
  const sink = (row: number, length: number) => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      const right = heap[child + 1] as number
      if (child + 1 < length && isBefore(heap[child] as number, right)) child++
      if (!isBefore(row, heap[child] as number)) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = row
  }
  for (const row of rows) {
    if (heap.length < most) {
      let at = heap.push(row) - 1
      while (at > 0 && isBefore(heap[(at - 1) >> 1] as number, row)) {
        heap[at] = heap[(at - 1) >> 1] as number
        at = (at - 1) >> 1
      }
      heap[at] = row
    } else if (isBefore(row, heap[0] as number)) sink(row, most)
  }
  return heap.sort((one, other) => (isBefore(one, other) ? -1 : 1))
}

function byDistance(
  catalog: Catalog,
  shown: Bits,
  chords: Float64Array,
  order: Order,
  to: number,
): number[] {
  const { placeOf } = orderOf(catalog, TIES)
  const { providerOfRow } = catalog
  const sign = order === 'asc' ? 1 : -1
  const measure = (row: number) => {
    const chord = chords[providerOfRow[row] as number] as number
    return chord === Number.POSITIVE_INFINITY ? chord : sign * chord
  }
  const isBefore = (one: number, other: number) => {
    const a = measure(one)
    const b = measure(other)
    return a < b || (a === b && (placeOf[one] as number) < (placeOf[other] as number))
  }
  return firstBy(membersOf(shown), to, isBefore)
}

/**
 * The rows of a page. `total` is how many rows are shown in all; `chords` are needed to sort by
 * distance, without them that sort falls back to its ties.
 */
export function pageRows(
  catalog: Catalog,
  query: SearchQuery,
  shown: Bits,
  total: number,
  chords: Float64Array | null,
): number[] {
  const from = (query.page - 1) * query.per_page
  const to = Math.min(from + query.per_page, total)
  if (from >= to) return []
  if (query.sort === 'distance' && chords) {
    return byDistance(catalog, shown, chords, query.order, to).slice(from)
  }
  const name =
    query.sort === 'distance' ? TIES : orderName(query.sort, query.order, query.price_basis)
  const order = orderOf(catalog, name)
  const stepsToRead = (order.rows.length * to) / total
  const stepsToSort = total * Math.log2(total + 1) + shown.length
  return stepsToRead < stepsToSort
    ? readOff(order, shown, from, to)
    : sortMatches(order, shown, from, to)
}
