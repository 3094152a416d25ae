/** What care costs under one plan, as it is sent. */

import { z } from 'zod'
import type { CarePlan } from '../care-plan.ts'
import type { Cost, CostRange, DatedLine } from '../cost.ts'
import { priceLineFields } from './record-reply.ts'
import { cents, count, nullableText, texts } from './reply-fields.ts'

export const carePlanReply = z.strictObject({
  first_course_sessions: count,
  maintenance_per_month: count,
}) satisfies z.ZodType<CarePlan>

const datedLine = z.strictObject({
  ...priceLineFields,
  observed_on: nullableText,
  age: z.enum(['fresh', 'past_recheck', 'stale', 'undated', 'future']),
}) satisfies z.ZodType<DatedLine>

const part = z.strictObject({
  line: datedLine,
  count,
  low: cents,
  high: cents,
  what: z.string(),
})

const costRange = z.discriminatedUnion('known', [
  z.strictObject({
    known: z.literal(true),
    low: cents,
    high: cents,
    low_parts: z.array(part),
    high_parts: z.array(part),
  }),
  z.strictObject({ known: z.literal(false), missing: texts }),
]) satisfies z.ZodType<CostRange>

const lines = z.array(datedLine)

export const costReply = z.strictObject({
  plan: carePlanReply,
  per_session: z.strictObject({ low: cents, high: cents, lines }).nullable(),
  per_session_gap: nullableText,
  gap_lines: lines.describe('The price lines that the gap speaks of'),
  to_start: costRange,
  first_3_months: costRange,
  first_year: costRange,
  not_priced: texts.describe(
    'What the plan needs and no price was found for; with any of it, the sums are least amounts',
  ),
  included: texts,
  assumed: texts,
  unknown: texts,
  optional: lines,
  after_insurance: lines,
  other_currency: lines,
  contradictions: texts,
  aged: lines,
}) satisfies z.ZodType<Cost>
