/** What the fields of an address are called on the page. */

const FIELD_WORDS: Readonly<Record<string, string>> = {
  q: 'Name or city',
  zip: 'ZIP code',
  within_miles: 'Distance',
  state: 'State',
  modality: 'Treatment',
  setting: 'Where it is given',
  price_min: 'Lowest price',
  price_max: 'Highest price',
  price_basis: 'Price',
  payment: 'Ways to pay',
  condition: 'Conditions',
  kind: 'Kind of provider',
  status: 'Status',
  min_confirmed: 'Points confirmed',
  min_coverage: 'Percent known',
  sort: 'Sort by',
  page: 'Page',
  ids: 'The address',
  case: 'Kind of care',
  sessions: 'Sessions in the first course',
  maintenance: 'Sessions a month',
  search: 'This search',
}

/** The field's name as the form has it; the parameter itself where the form has none. */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field
}
