/**
 * From rows to providers and back: which rows are in play for a patient, which providers some set of
 * rows stands for, which of their rows is shown.
 */

import type { Bits } from './bits.ts'
import { bitsFor, hasBit, setBit } from './bits.ts'
import type { Catalog } from './catalog.ts'
import type { Segment } from './catalog-layout.ts'

/** The segments in play; a provider's rows in a later one stand in for those in the first. */
export type Scope = {
  catalog: Catalog
  /** The main segment, then that of the patient's state if any finding names it. */
  segments: Segment[]
  /** Every provider, less those that the second segment stands in for. */
  mainProviders: Bits
  rows: Bits
}

export function scopeFor(catalog: Catalog, state: string | null): Scope {
  const size = catalog.ids.length
  const mainProviders = bitsFor(size).fill(-1)
  if (size % 32 !== 0) mainProviders[mainProviders.length - 1] = (1 << (size % 32)) - 1
  const there = state === null ? undefined : catalog.byState.get(state)
  for (const provider of there?.providers ?? []) {
    const word = provider >>> 5
    mainProviders[word] = (mainProviders[word] as number) & ~(1 << (provider & 31))
  }
  const segments = there ? [catalog.main, there] : [catalog.main]
  const scope: Scope = { catalog, segments, mainProviders, rows: catalog.rows.all }
  return { ...scope, rows: rowsOf(scope, catalog.rows.all, null) }
}

/** The rows of a set whose provider is in play there and among `providers` (null: any). */
export function rowsOf(scope: Scope, rows: Bits, providers: Bits | null): Bits {
  const result: Bits = new Int32Array(rows.length)
  for (const segment of scope.segments) {
    const keep = keptPlaces(scope, segment, providers)
    for (const { start, words } of segment.planes) {
      for (let word = 0; word < words; word++) {
        result[start + word] = (rows[start + word] as number) & (keep[word] as number)
      }
    }
  }
  return result
}

/** Places of a segment whose provider is kept. */
function keptPlaces(scope: Scope, segment: Segment, providers: Bits | null): Bits {
  if (segment.providers === null) {
    if (providers === null) return scope.mainProviders
    const kept = providers.slice()
    for (let word = 0; word < kept.length; word++) {
      kept[word] = (kept[word] as number) & (scope.mainProviders[word] as number)
    }
    return kept
  }
  const kept = bitsFor(segment.providers.length)
  segment.providers.forEach((provider, place) => {
    if (providers === null || hasBit(providers, provider)) setBit(kept, place)
  })
  return kept
}

/** The providers that have at least one of the rows, all of which must be in play. */
export function providersOf(scope: Scope, rows: Bits): Bits {
  const result = bitsFor(scope.catalog.ids.length)
  for (const segment of scope.segments) {
    const target = segment.providers ? bitsFor(segment.providers.length) : result
    for (const { start, words } of segment.planes) {
      for (let word = 0; word < words; word++) {
        target[word] = (target[word] as number) | (rows[start + word] as number)
      }
    }
    segment.providers?.forEach((provider, place) => {
      if (hasBit(target, place)) setBit(result, provider)
    })
  }
  return result
}

/** Of each provider's rows the one that is shown: the best of those in the set. */
export function shownRows(scope: Scope, rows: Bits): Bits {
  const result: Bits = new Int32Array(rows.length)
  for (const { planes } of scope.segments) {
    const seen: Bits = new Int32Array(planes[0]?.words ?? 0)
    for (const { start, words } of planes) {
      for (let word = 0; word < words; word++) {
        const here = rows[start + word] as number
        const before = seen[word] as number
        result[start + word] = here & ~before
        seen[word] = before | here
      }
    }
  }
  return result
}
