/** What a person reads for the ways to sort and to price a list. */

import type { PriceBasis, Sort } from './search-query.ts'

export const SORT_WORDS: Record<Sort, string> = {
  confirmed: 'Points confirmed',
  stated: 'Points if its word is taken',
  possible: 'Points possible',
  coverage: 'How much is known',
  distance: 'Distance, nearest first',
  cost: 'Cost',
  name: 'Name',
}

export const PRICE_BASIS_WORDS: Record<PriceBasis, string> = {
  session: 'One session',
  first_3_months: 'First 3 months',
}
