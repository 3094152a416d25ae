/** Queries as visitors mix them: mostly two or three filters, some text, some places, all sorts. */

import type { CatalogEntry } from '../../core/catalog-input.ts'
import { toCents } from '../../core/money.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { emptyQuery, naturalOrder, SORTS } from '../../core/search-query.ts'
import type { UsState } from '../../core/vocabulary.ts'
import { CONDITIONS, MODALITIES, PROVIDER_KINDS, SETTINGS } from '../../core/vocabulary.ts'
import type { Draw } from './generate.ts'
import { drawOf } from './generate.ts'

function someOf<Value>(values: readonly Value[], most: number, draw: Draw): Value[] {
  return [...new Set(Array.from({ length: 1 + draw.whole(most) }, () => draw.pick(values)))]
}

/** A word of a name, at times cut short, at times with one letter lost. */
function typedText(entries: readonly CatalogEntry[], draw: Draw): string {
  const words = draw.pick(entries).name.split(' ')
  const word = draw.pick(words)
  if (draw.chance(0.3)) return word.slice(0, 3)
  const lost = 1 + draw.whole(Math.max(1, word.length - 1))
  return draw.chance(0.3) ? word.slice(0, lost) + word.slice(lost + 1) : word
}

const pointsOf = (entries: readonly CatalogEntry[]) =>
  entries.slice(0, 500).flatMap(({ points }) => points)

/** As often as providers stand in them: people search where they live. */
const statesOf = (entries: readonly CatalogEntry[]) =>
  entries.slice(0, 500).flatMap(({ site_states }) => site_states) as UsState[]

function priceRange(draw: Draw): Pick<SearchQuery, 'price_min' | 'price_max' | 'price_basis'> {
  const price_basis = draw.chance(0.8) ? 'session' : 'first_3_months'
  const unit = price_basis === 'session' ? 10_000 : 60_000
  const price_min = draw.chance(0.5) ? null : toCents(unit * (1 + draw.whole(4)))
  return { price_basis, price_min, price_max: toCents(unit * (5 + draw.whole(6))) }
}

function drawnQuery(
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
  draw: Draw,
): SearchQuery {
  const query = emptyQuery()
  if (draw.chance(0.12)) query.q = typedText(entries, draw)
  if (draw.chance(0.4)) query.modality = someOf(MODALITIES, 2, draw)
  if (draw.chance(0.15)) query.setting = [draw.pick(SETTINGS)]
  if (draw.chance(0.2)) Object.assign(query, priceRange(draw))
  if (draw.chance(0.05)) query.price = ['unknown']
  if (draw.chance(0.12)) query.payment = [draw.pick(['insurance', 'superbill', 'unknown'] as const)]
  if (draw.chance(0.2)) query.condition = someOf(CONDITIONS, 2, draw)
  if (draw.chance(0.08)) query.kind = someOf(PROVIDER_KINDS, 2, draw)
  if (draw.chance(0.1)) query.verdicts.met = [draw.pick(criteria)]
  if (draw.chance(0.05)) query.verdicts.unknown = [draw.pick(criteria)]
  if (draw.chance(0.05)) query.min_confirmed = draw.whole(15)
  if (draw.chance(0.35)) query.state = someOf(statesOf(entries), 2, draw)
  else if (draw.chance(0.25)) {
    query.from = draw.pick(pointsOf(entries)) ?? null
    query.within_miles = draw.pick([25, 50, 100, 250])
  }
  query.sort = draw.chance(0.5) ? 'confirmed' : draw.pick(SORTS)
  if (query.sort === 'distance' && !query.from) query.sort = 'coverage'
  query.order = naturalOrder(query.sort)
  query.page = draw.chance(0.8) ? 1 : 1 + draw.whole(5)
  return query
}

/** So many different queries; the same seed gives the same ones. */
export function generateQueries(
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
  count: number,
  seed: number,
): SearchQuery[] {
  const draw = drawOf(seed, 'queries')
  const some = entries.slice(0, 2000)
  const queries = new Map<string, SearchQuery>()
  while (queries.size < count) {
    const query = drawnQuery(some, criteria, draw)
    queries.set(JSON.stringify(query), query)
  }
  return [...queries.values()]
}
