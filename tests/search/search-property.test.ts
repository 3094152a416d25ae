import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCatalog, refreshCatalog } from '#core/catalog.ts'
import { search } from '#core/search.ts'
import type { SearchResult } from '#core/search-query.ts'
import { CRITERIA, catalogEntries, searchQuery } from './arbitraries.ts'
import { referenceSearch } from './reference.ts'

/** Distances to a millionth of a mile: two formulas for one sphere differ in the last digits. */
function rounded(result: SearchResult): SearchResult {
  const hits = result.hits.map((hit) => ({
    ...hit,
    distance_miles: hit.distance_miles === null ? null : Math.round(hit.distance_miles * 1e6) / 1e6,
  }))
  return { ...result, hits }
}

test('search answers every query as loops over all entries do', () => {
  const queries = fc.array(searchQuery, { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(catalogEntries, queries, (entries, asked) => {
      const catalog = buildCatalog(entries, CRITERIA)
      for (const query of asked) {
        const found = rounded(search(catalog, query))
        const wanted = rounded(referenceSearch(entries, query, CRITERIA))
        if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted)
      }
    }),
    { numRuns: 500 },
  )
}, 120_000)

test('pages laid end to end are the whole list, each provider once', () => {
  fc.assert(
    fc.property(
      catalogEntries,
      searchQuery,
      fc.integer({ min: 1, max: 7 }),
      (entries, query, per_page) => {
        const catalog = buildCatalog(entries, CRITERIA)
        const whole = search(catalog, { ...query, page: 1, per_page: 1000 })
        const pages = Math.ceil(whole.total / per_page)
        const laid = Array.from(
          { length: pages },
          (_, at) => search(catalog, { ...query, page: at + 1, per_page }).hits,
        ).flat()
        expect(laid).toEqual(whole.hits)
        expect(new Set(laid.map(({ id }) => id)).size).toBe(whole.total)
      },
    ),
    { numRuns: 100 },
  )
}, 60_000)

test('the order in which entries come changes nothing', () => {
  fc.assert(
    fc.property(catalogEntries, searchQuery, (entries, query) => {
      const forward = search(buildCatalog(entries, CRITERIA), query)
      const backward = search(buildCatalog([...entries].reverse(), CRITERIA), query)
      expect(backward).toEqual(forward)
    }),
    { numRuns: 100 },
  )
})

test('a refreshed catalog answers as one built anew', () => {
  fc.assert(
    fc.property(catalogEntries, catalogEntries, searchQuery, (before, changed, query) => {
      const removed = before.slice(0, 3).map(({ id }) => id)
      const previous = new Map(before.map((entry) => [entry.id, entry]))
      const { entries, catalog } = refreshCatalog(previous, changed, removed, CRITERIA)
      const anew = buildCatalog(entries.values(), CRITERIA)
      expect(search(catalog, query)).toEqual(search(anew, query))
      for (const entry of changed) expect(entries.get(entry.id)).toBe(entry)
    }),
    { numRuns: 50 },
  )
})
