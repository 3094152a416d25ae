/**
 * Counts of providers for every option, each group without its own filter.
 */

import type { Bits } from './bits.ts'
import { intersect, intersection } from './bits.ts'
import type { Options } from './catalog-options.ts'
import type { Countable } from './search-count.ts'
import { countable, countPartition, countProviders, countShared, press } from './search-count.ts'
import type { Filters, PriceSplit } from './search-filters.ts'
import type { FacetOption, Facets, VerdictFacet } from './search-query.ts'
import { UNKNOWN, VERDICT_FILTERS } from './search-query.ts'
import type { Scope } from './search-scope.ts'
import { rowsOf } from './search-scope.ts'

/** A query half answered: what passes all groups of each kind, and what passes everything. */
export type Matches = {
  scope: Scope
  providerFilters: Filters
  caseFilters: Filters
  /** Providers that pass all provider filters, whatever their cases. */
  passing: Bits
  /** Providers with a case that passes all case filters, whatever else they are. */
  withCase: Bits
  /** Rows and providers that pass everything. */
  rows: Bits
  providers: Bits
}

function without(filters: Filters, group: string): Bits[] {
  return [...filters].filter(([name]) => name !== group).map(([, bits]) => bits)
}

/** The providers that pass everything but one provider group. */
export function providersWithout(matches: Matches, group: string): Bits {
  if (!matches.providerFilters.has(group)) return matches.providers
  return intersection(without(matches.providerFilters, group), matches.withCase)
}

/** The rows that pass everything but one case group, ready for counting. */
function rowsWithout(matches: Matches, group: string, all: Countable): Countable {
  if (!matches.caseFilters.has(group)) return all
  const rows = rowsOf(matches.scope, matches.scope.rows, matches.passing)
  for (const bits of without(matches.caseFilters, group)) intersect(rows, bits)
  return countable(matches.scope, rows)
}

function providerFacet(matches: Matches, group: string, options: Options): FacetOption[] {
  const pressed = press(providersWithout(matches, group))
  return Array.from(options, ([value, bits]) => ({ value, count: countShared(pressed, bits) }))
}

function caseFacet(rows: Countable, options: Options): FacetOption[] {
  return Array.from(options, ([value, bits]) => ({ value, count: countProviders(rows, bits) }))
}

function verdictFacets(matches: Matches, all: Countable): VerdictFacet[] {
  const rest = VERDICT_FILTERS.indexOf(UNKNOWN)
  const { criteria, rows } = matches.scope.catalog
  return criteria.map((criterion, at) => {
    const counted = rowsWithout(matches, criterion, all)
    const counts = countPartition(counted, rows.verdict[at] ?? [], rest)
    const [met = 0, partly = 0, not_met = 0, conflict = 0, unknown = 0, not_applicable = 0] = counts
    return { criterion, met, partly, not_met, conflict, unknown, not_applicable }
  })
}

/** All counts of a search. */
export function facetsOf(matches: Matches, split: PriceSplit): Facets {
  const { catalog } = matches.scope
  const all = countable(matches.scope, matches.rows)
  const byProvider = (group: keyof typeof catalog.providers) =>
    providerFacet(matches, group, catalog.providers[group])
  const byCase = (group: 'modality' | 'setting') =>
    caseFacet(rowsWithout(matches, group, all), catalog.rows[group])
  const priced = rowsWithout(matches, 'price', all)
  return {
    modality: byCase('modality'),
    setting: byCase('setting'),
    state: byProvider('state').filter(({ value, count }) => count > 0 || value === UNKNOWN),
    payment: byProvider('payment'),
    condition: byProvider('condition'),
    kind: byProvider('kind'),
    status: byProvider('status'),
    price: {
      in_range: countProviders(priced, split.in_range),
      out_of_range: countProviders(priced, split.out_of_range),
      unknown: countProviders(priced, split.unknown),
    },
    verdict: verdictFacets(matches, all),
  }
}
