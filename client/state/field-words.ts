/** What the fields of an address, and the faults found in them, are called on the page. */

import type { FieldError } from '#core/page-data.ts'
import { NOT_A_PARAMETER } from '#core/words.ts'

const FIELD_WORDS: Readonly<Record<string, string>> = {
  q: 'Name or city',
  zip: 'ZIP code',
  within_miles: 'Distance',
  state: 'State',
  modality: 'Treatment',
  setting: 'Where it is given',
  price_min: 'Price from',
  price_max: 'Price up to',
  price_basis: 'Price',
  price: 'Price not known',
  payment: 'Ways to pay',
  condition: 'Conditions',
  kind: 'Kind of provider',
  status: 'Status',
  min_confirmed: 'Points confirmed',
  min_coverage: 'Percent known',
  sort: 'Sort by',
  order: 'Order',
  page: 'Page',
  per_page: 'Rows on a page',
  met: 'Must have',
  partly: 'Must have',
  not_met: 'Does not meet',
  conflict: 'Sources disagree',
  unknown: 'Not known',
  not_applicable: 'Does not apply',
  ids: 'Your choice',
  case: 'Kind of care',
  sessions: 'Sessions in the first course',
  maintenance: 'Sessions a month',
  search: 'This search',
}

const named = (field: string) =>
  Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined

/** Names of fields inside a sentence; only such as are no words of plain English. */
const INSIDE = /\b(?:price_m(?:in|ax)|within_miles|min_(?:confirmed|coverage)|per_page|zip|ids)\b/g

/** A fault as the page says it: the field by its name in the form, what is wrong without codes. */
export function faultInWords({ field, detail }: FieldError): { name: string; said: string } {
  if (detail === NOT_A_PARAMETER) {
    return {
      name: `“${field}”`,
      said: 'in the address means nothing on this page and is left out.',
    }
  }
  const name = named(field) ?? `“${field}”`
  if (detail.startsWith('must be one of: ')) {
    return { name, said: 'has a choice that is not in its list.' }
  }
  const said = detail
    .replace(/; it must be one of: .*$/, ', which is not in its list.')
    .replace(/\ba zip\b/, 'a ZIP code')
    .replace(/, such as ids=a,b\.$/, '.')
    .replace(INSIDE, (one) => `“${named(one) ?? one}”`)
  return field === 'sort' && said.startsWith('by ')
    ? { name, said: said.slice('by '.length) }
    : { name, said }
}
