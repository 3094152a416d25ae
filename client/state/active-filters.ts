/** The filters in an address, each in words and with the address that takes it away. */

import type { CriterionLabel } from '#core/page-data.ts'
import { VERDICT_FILTERS } from '#core/search-query.ts'
import { stateName } from '#core/state-names.ts'
import type { Verdict } from '#core/vocabulary.ts'
import {
  CONDITION_WORDS,
  KIND_WORDS,
  MODALITY_WORDS,
  optionWords,
  PAYMENT_WORDS,
  SETTING_WORDS,
  STATUS_WORDS,
  VERDICT_WORDS,
} from '#core/words.ts'
import { hrefOf, withoutLostDistance, withoutValue } from './query-string.ts'

export type ActiveFilter = { label: string; href: string }

const VERDICT_FIELDS: ReadonlySet<string> = new Set(VERDICT_FILTERS)

const orUnknown = (field: string, words: Record<string, string>) => (value: string) =>
  value === 'unknown' ? `${field} not known` : optionWords(words, value)

/** An amount as typed, with one dollar sign. */
const dollars = (value: string) => `$${value.trim().replace(/^\$\s*/, '')}`

const LABELS: Record<string, (value: string) => string> = {
  q: (value) => `“${value}”`,
  modality: orUnknown('Treatment', MODALITY_WORDS),
  setting: orUnknown('Place of care', SETTING_WORDS),
  state: (value) => (value === 'unknown' ? 'States not known' : stateName(value)),
  zip: (value) => `ZIP ${value.trim().slice(0, 5)}`,
  within_miles: (value) => `Within ${value} miles`,
  price_min: (value) => `From ${dollars(value)}`,
  price_max: (value) => `Up to ${dollars(value)}`,
  price: () => 'Price not known in dollars, too',
  payment: orUnknown('Payment', PAYMENT_WORDS),
  condition: orUnknown('Conditions', CONDITION_WORDS),
  kind: (value) => optionWords(KIND_WORDS, value),
  status: (value) => optionWords(STATUS_WORDS, value),
  min_confirmed: (value) => `At least ${value} points confirmed`,
  min_coverage: (value) => `At least ${value}% known`,
}

/** Without a limit nobody is let in by it, so it is no filter then. */
const saysNothing = (field: string, query: URLSearchParams) =>
  field === 'price' && !query.has('price_min') && !query.has('price_max')

function labelOf(field: string, value: string, criteria: readonly CriterionLabel[]) {
  if (VERDICT_FIELDS.has(field)) {
    const name = criteria.find(({ id }) => id === value)?.short_label ?? value
    return `${name}: ${VERDICT_WORDS[field as Verdict].word}`
  }
  return Object.hasOwn(LABELS, field) ? (LABELS[field]?.(value) ?? null) : null
}

/** Every filter that narrows the list, in the order of the address; sort and page are none. */
export function activeFilters(
  query: URLSearchParams,
  criteria: readonly CriterionLabel[],
): ActiveFilter[] {
  return [...query].flatMap(([field, value]) => {
    const label = labelOf(field, value, criteria)
    if (label === null || saysNothing(field, query)) return []
    const without = withoutLostDistance(withoutValue(query, field, value))
    return [{ label, href: hrefOf('/providers', without) }]
  })
}
