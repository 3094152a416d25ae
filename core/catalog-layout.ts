/**
 * Where everything stands in the catalog. Providers are numbered by falling number of cases, so that
 * the best case of each (plane 0), the second best (plane 1) and so on each fill a run from the
 * start. Every case is a row; the planes lie one after the other in one row space, each from a whole
 * word on, so that one bit set over all rows holds an option, and plane k of it lines up word for
 * word with sets of providers.
 *
 * For each state that some finding names there is a second, small segment: the providers concerned
 * as they stand for a patient of that state. A search for such a patient uses it in place of their
 * rows in the main segment.
 */

import type { CatalogCase, CatalogEntry } from './catalog-input.ts'
import { casesAsShown } from './catalog-input.ts'
import { caseId } from './provider.ts'
import { MODALITIES, SETTINGS, US_STATES } from './vocabulary.ts'

/** `start` and `words` are counted in 32-bit words of the row space. */
export type Plane = { start: number; words: number }

export type Segment = {
  planes: Plane[]
  /** The provider at each place of plane 0; null when the places are the providers themselves. */
  providers: Int32Array | null
}

export type Layout = {
  /** In catalog order. */
  entries: CatalogEntry[]
  main: Segment
  byState: Map<string, Segment & { providers: Int32Array }>
  /** Words of the row space. */
  words: number
  /** By row; null is the row of a provider without an established offering, undefined is padding. */
  cases: (CatalogCase | null | undefined)[]
  /** By row; -1 is padding. */
  providerOfRow: Int32Array
}

export const CASE_IDS = MODALITIES.flatMap((modality) =>
  SETTINGS.map((setting) => caseId({ modality, setting })),
)

type Placed = { entry: CatalogEntry; provider: number; cases: CatalogCase[]; key: number }

/**
 * Providers with many cases first; among equals those that filters tend to pick together stand side
 * by side, which leaves whole words of a result empty and quick to skip.
 */
function placingKey(entry: CatalogEntry, cases: readonly CatalogCase[]): number {
  const state = entry.site_states[0] ?? entry.served_states[0]
  const at = state === undefined ? 63 : (US_STATES as readonly string[]).indexOf(state)
  const best = cases[0] ? CASE_IDS.indexOf(cases[0].id) : 15
  return (16 - cases.length) * 1024 + best * 64 + at
}

function placed(entries: Iterable<CatalogEntry>): Placed[] {
  const all = Array.from(entries, (entry) => {
    const cases = casesAsShown(entry, null)
    return { entry, provider: 0, cases, key: placingKey(entry, cases) }
  })
  all.sort((one, other) => one.key - other.key)
  all.forEach((one, at) => {
    one.provider = at
  })
  return all
}

/** Every state that some finding of some provider names, with the providers concerned. */
function placedByState(all: readonly Placed[]): Map<string, Placed[]> {
  const byState = new Map<string, Placed[]>()
  for (const { entry, provider } of all) {
    const states = new Set(entry.cases.flatMap((one) => Object.keys(one.by_state)))
    for (const state of states) {
      const there = byState.get(state) ?? []
      there.push({ entry, provider, cases: casesAsShown(entry, state), key: 0 })
      byState.set(state, there)
    }
  }
  return byState
}

/** Lays one segment at the end of the row space; `all` comes by falling number of cases. */
function lay(
  all: readonly Placed[],
  layout: Pick<Layout, 'cases'>,
  rowProvider: number[],
): Plane[] {
  const planes: Plane[] = []
  let left = all
  for (let depth = 0; left.length > 0; depth++) {
    const start = layout.cases.length / 32
    for (const { cases, provider } of left) {
      layout.cases.push(cases[depth] ?? null)
      rowProvider.push(provider)
    }
    while (layout.cases.length % 32 !== 0) {
      layout.cases.push(undefined)
      rowProvider.push(-1)
    }
    planes.push({ start, words: layout.cases.length / 32 - start })
    left = left.filter(({ cases }) => cases.length > depth + 1)
  }
  return planes
}

/** Numbers providers and rows. Throws `RangeError` when two entries share an id. */
export function layOut(entries: Iterable<CatalogEntry>): Layout {
  const all = placed(entries)
  if (new Set(all.map(({ entry }) => entry.id)).size !== all.length) {
    throw new RangeError('two catalog entries share an id')
  }
  const cases: Layout['cases'] = []
  const rowProvider: number[] = []
  const main: Segment = { planes: lay(all, { cases }, rowProvider), providers: null }
  const byState: Layout['byState'] = new Map()
  for (const [state, there] of placedByState(all)) {
    const planes = lay(there, { cases }, rowProvider)
    byState.set(state, { planes, providers: Int32Array.from(there, ({ provider }) => provider) })
  }
  return {
    entries: all.map(({ entry }) => entry),
    main,
    byState,
    words: cases.length / 32,
    cases,
    providerOfRow: Int32Array.from(rowProvider),
  }
}
