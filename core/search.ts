/**
 * Search: what the directory answers to a query. Filters on cases (modality, setting, price, points,
 * verdicts) must hold together in one case of a provider; the others belong to the provider. Shown is
 * the best case that matches: current before ended, then best covered, then most confirmed, then in
 * rubric order. When exactly one US state is asked for, it is taken to be the patient's, and
 * assessments are those for a patient of that state.
 */

import { countBits, intersect, intersection, subtract } from './bits.ts'
import type { Catalog } from './catalog.ts'
import { CASE_IDS } from './catalog-layout.ts'
import type { UnitVector } from './geo.ts'
import { milesOfChord } from './geo.ts'
import type { Matches } from './search-facets.ts'
import { facetsOf, providersWithout } from './search-facets.ts'
import {
  caseFilters,
  nearestChord,
  nearestChords,
  originOf,
  patientState,
  providerFilters,
  splitByPrice,
} from './search-filters.ts'
import { pageRows } from './search-page.ts'
import type { Hit, SearchQuery, SearchResult } from './search-query.ts'
import { UNKNOWN } from './search-query.ts'
import { providersOf, rowsOf, scopeFor, shownRows } from './search-scope.ts'

/** What passes which filters; everything else of a search is read from this. */
function match(catalog: Catalog, query: SearchQuery, chords: Float64Array | null) {
  const scope = scopeFor(catalog, patientState(query))
  const split = splitByPrice(catalog, query)
  const ofProviders = providerFilters(catalog, query, chords)
  const ofCases = caseFilters(catalog, query, split)
  const fitting = intersection([...ofCases.values()], scope.rows)
  const withCase = providersOf(scope, fitting)
  const passing = intersection([...ofProviders.values()], providersOf(scope, scope.rows))
  const matches: Matches = {
    scope,
    providerFilters: ofProviders,
    caseFilters: ofCases,
    passing,
    withCase,
    rows: rowsOf(scope, fitting, passing),
    providers: intersect(withCase.slice(), passing),
  }
  return { matches, split }
}

/** Providers that match all but the state, which no source places or rules out there. */
function countUnknownReach(matches: Matches): number {
  const asked = matches.providerFilters.get('state')
  const unknown = matches.scope.catalog.providers.state.get(UNKNOWN)
  if (!asked || !unknown) return 0
  const others = providersWithout(matches, 'state').slice()
  return countBits(intersect(subtract(others, asked), unknown))
}

function hitOf(catalog: Catalog, row: number, from: UnitVector | null): Hit {
  const provider = catalog.providerOfRow[row] as number
  const chord = from ? nearestChord(catalog, provider, from) : Number.POSITIVE_INFINITY
  return {
    id: catalog.ids[provider] as string,
    case: CASE_IDS[catalog.caseOfRow[row] as number] ?? null,
    distance_miles: Number.isFinite(chord) ? milesOfChord(chord) : null,
  }
}

/**
 * Answers a query: one page of hits, the total, counts for every option, and how many more providers
 * might reach the asked states. Throws `RangeError` for words that are no options; the doors check
 * queries before they come here. A page past the end is empty.
 */
export function search(catalog: Catalog, query: SearchQuery): SearchResult {
  const from = originOf(query)
  const measured = from !== null && (query.within_miles !== null || query.sort === 'distance')
  const chords = measured ? nearestChords(catalog, from) : null
  const { matches, split } = match(catalog, query, chords)
  const total = countBits(matches.providers)
  const shown = shownRows(matches.scope, matches.rows)
  const rows = pageRows(catalog, query, shown, total, chords)
  return {
    hits: rows.map((row) => hitOf(catalog, row, from)),
    total,
    page: query.page,
    per_page: query.per_page,
    facets: facetsOf(matches, split),
    unknown_reach: countUnknownReach(matches),
  }
}
