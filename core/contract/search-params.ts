/**
 * The parameters of the provider list as they stand in an address. The same words name the API's
 * parameters, the form's fields and the URL of the list page; an empty value counts as absent.
 */

import { z } from 'zod'
import {
  DEFAULT_PER_PAGE,
  MAX_PER_PAGE,
  ORDERS,
  PRICE_BASES,
  SORTS,
  UNKNOWN,
} from '../search-query.ts'
import * as words from '../vocabulary.ts'
import { listOf, once, oneOf, wholeDollars, wholeNumber } from './param-fields.ts'

const zipPattern = /^\d{5}(-\d{4})?$/

/** Control and format characters and nothing else: no form sends them, and no name holds them. */
const invisible = /^[\s\p{Cc}\p{Cf}]+$/u

const MOST_DOLLARS = 1_000_000

const criterionIds = (verdict: string) =>
  listOf(once(20)).describe(`Criteria (by id, such as C1) whose verdict is ${verdict}`)

const fields = z.strictObject({
  q: once(100)
    .refine((text) => !invisible.test(text), 'holds only characters that cannot be seen.')
    .optional()
    .describe('Name, other name or city; the start of a word is enough'),
  modality: listOf(oneOf([...words.MODALITIES, UNKNOWN])).describe('How ketamine is given'),
  setting: listOf(oneOf([...words.SETTINGS, UNKNOWN])).describe('Where it is given'),
  price_min: wholeDollars(MOST_DOLLARS).optional().describe('Lowest price, in whole US dollars'),
  price_max: wholeDollars(MOST_DOLLARS).optional().describe('Highest price, in whole US dollars'),
  price_basis: oneOf(PRICE_BASES)
    .default('session')
    .describe('What the price is for: one session, or the first 3 months'),
  price: listOf(oneOf([UNKNOWN])).describe(
    'With a limit, `unknown` also lets in providers with no known price; alone it does nothing',
  ),
  state: listOf(oneOf([...words.US_STATES, UNKNOWN])).describe(
    'A site in the state, or served from afar',
  ),
  zip: once(10)
    .regex(zipPattern, 'must be a ZIP code of five digits, such as 10001.')
    .transform((zip) => zip.slice(0, 5))
    .optional()
    .describe('Where distance is measured from; of ZIP+4 the first five digits count'),
  within_miles: wholeNumber(1, 5000).optional().describe('Greatest distance from `zip`, in miles'),
  payment: listOf(oneOf([...words.PAYMENT_WAYS, UNKNOWN])).describe('A way to pay that is taken'),
  condition: listOf(oneOf([...words.CONDITIONS, UNKNOWN])).describe('A condition that is treated'),
  kind: listOf(oneOf(words.PROVIDER_KINDS)).describe('What sort of provider it is'),
  status: listOf(oneOf(words.PROVIDER_STATUSES)).describe('When absent: all but closed'),
  met: criterionIds('met'),
  partly: criterionIds('partly met, or at least partly'),
  not_met: criterionIds('not met'),
  conflict: criterionIds('in conflict'),
  unknown: criterionIds('not known'),
  not_applicable: criterionIds('not applicable'),
  min_confirmed: wholeNumber(0, 100).optional().describe('Least confirmed points, 0 to 100'),
  min_coverage: wholeNumber(0, 100).optional().describe('Least coverage, percent'),
  sort: oneOf(SORTS)
    .optional()
    .describe('What decides the order. When absent: distance with a zip, else confirmed'),
  order: oneOf(ORDERS)
    .optional()
    .describe('When absent: scores from the top; distance, cost and name from the bottom'),
  page: wholeNumber(1, 1_000_000).default(1).describe('From 1'),
  per_page: wholeNumber(1, MAX_PER_PAGE).default(DEFAULT_PER_PAGE).describe('Rows on a page'),
})

/** The list's parameters, with the rules that hold between two of them. */
export const searchParams = fields.superRefine((params, context) => {
  const refuse = (field: keyof typeof params, message: string, drop: string[] = []) =>
    context.addIssue({ code: 'custom', path: [field], message, params: { drop } })
  const { price_min: low, price_max: high } = params
  if (low !== undefined && high !== undefined && low > high) {
    // Half of a reversed range is a search that nobody asked for, so both ends go together.
    refuse('price_min', `is more than price_max (${low} is more than ${high}).`, ['price_max'])
  }
  if (params.within_miles !== undefined && params.zip === undefined) {
    refuse('within_miles', 'needs a zip to measure from.')
  }
  if (params.sort === 'distance' && params.zip === undefined) {
    refuse('sort', 'by distance needs a zip to measure from.')
  }
})

export type SearchParams = z.output<typeof searchParams>
