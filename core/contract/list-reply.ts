/** A page of the provider list, as it is sent. */

import { z } from 'zod'
import type { CaseSummary, ListItem, Place } from '../listing.ts'
import type { ListData } from '../page-data.ts'
import { MUST_HAVE_ANSWERS } from '../rank-must-haves.ts'
import type { Facets } from '../search-query.ts'
import { costReply } from './cost-reply.ts'
import { lawReply } from './law-reply.ts'
import * as fields from './reply-fields.ts'

const { count, nullableText, points, texts } = fields

export const placeReply = z.strictObject({
  city: nullableText,
  state: z.string(),
  country: z.string(),
}) satisfies z.ZodType<Place>

const criterionVerdict = z.strictObject({
  criterion: z.string(),
  short_label: z.string(),
  verdict: fields.verdict,
  is_gate: z.boolean(),
})

const box = z.strictObject({
  id: z.string(),
  name: z.string(),
  of: points,
  low: points,
  stated: points,
  high: points,
  answered: count,
  criteria: count,
  verdicts: z.array(criterionVerdict),
})

export const caseSummaryReply = z.strictObject({
  modality: fields.modality,
  setting: fields.setting,
  id: z.string(),
  label: z.string(),
  ended: z.boolean(),
  status: z.enum(['scored', 'not_scored']),
  low: points.nullable(),
  stated: points.nullable(),
  high: points.nullable(),
  coverage: points.nullable(),
  confirmed_grade: fields.grade.nullable(),
  possible_grade: fields.grade.nullable(),
  letter_shown: z.boolean(),
  no_letter: texts,
  caps: z.array(
    z.strictObject({ id: z.string(), status: z.string(), cap: fields.grade, label: z.string() }),
  ),
  red_flags: z.array(
    z.strictObject({ id: z.string(), severity: z.string(), text: z.string(), criteria: texts }),
  ),
  boxes: z.array(box),
  next_question: z.strictObject({ criterion: z.string(), ask: z.string() }).nullable(),
  oldest_on: nullableText,
  undated: count,
}) satisfies z.ZodType<CaseSummary>

export const insuranceReply = z
  .enum(MUST_HAVE_ANSWERS)
  .describe('Private insurance, by what sources say of the ways to pay')

const item = z.strictObject({
  id: z.string(),
  origin: fields.origin,
  name: z.string(),
  kind: fields.providerKind,
  status: fields.providerStatus,
  status_since: nullableText,
  status_note: nullableText,
  status_source: nullableText,
  places: z.array(placeReply),
  serves: z
    .strictObject({ states: texts, count: count.nullable(), complete: z.boolean() })
    .nullable(),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      modality: fields.modality,
      setting: fields.setting,
      label: z.string(),
      ended: z.boolean(),
    }),
  ),
  shown: caseSummaryReply.nullable().describe('Null: no source establishes what is offered'),
  cost: costReply
    .pick({ per_session: true, per_session_gap: true, first_3_months: true, not_priced: true })
    .extend({ gap_source: nullableText.describe('Where the price that the gap speaks of stands') })
    .nullable(),
  takes_insurance: insuranceReply,
  distance_miles: z.number().min(0).nullable(),
}) satisfies z.ZodType<ListItem>

const options = z.array(z.strictObject({ value: z.string(), count }))

const facets = z.strictObject({
  modality: options,
  setting: options,
  state: options,
  payment: options,
  condition: options,
  kind: options,
  status: options,
  price: z.strictObject({ in_range: count, out_of_range: count, unknown: count }),
  verdict: z.array(
    z.strictObject({
      criterion: z.string(),
      met: count,
      partly: count,
      not_met: count,
      conflict: count,
      unknown: count,
      not_applicable: count,
    }),
  ),
}) satisfies z.ZodType<Facets>

export const listReply = z.strictObject({
  items: z.array(item),
  total: count,
  page: count,
  per_page: count,
  facets,
  unknown_reach: count.describe('Providers that match all else and may reach the asked states'),
  near: z
    .strictObject({ zip: z.string(), city: z.string(), state: z.string() })
    .nullable()
    .describe('The place of the ZIP code that distances are from'),
  law: z.array(lawReply).describe('Legal dates that matter for the care in these rows'),
}) satisfies z.ZodType<ListData>
