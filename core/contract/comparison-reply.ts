/** A comparison, as it is sent and as it is saved. */

import { z } from 'zod'
import type { Comparison } from '../compare.ts'
import { carePlanReply, costReply } from './cost-reply.ts'
import { lawReply } from './law-reply.ts'
import { caseSummaryReply, insuranceReply, placeReply } from './list-reply.ts'
import { evidenceReply } from './profile-reply.ts'
import { sourceReply } from './record-reply.ts'
import * as fields from './reply-fields.ts'

const { nullableText } = fields
const namedCase = z.strictObject({ id: z.string(), label: z.string() })

const cell = z.strictObject({
  text: z.string().min(1),
  verdict: fields.verdict.nullable(),
  unit: nullableText,
  evidence: z.array(evidenceReply),
  sources: z.array(sourceReply),
  observed_on: nullableText,
})

const row = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['criterion', 'score', 'money', 'text']),
  hint: nullableText,
  is_gate: z.boolean(),
  differs: z.boolean(),
  cells: z.array(cell),
})

const compared = z.strictObject({
  id: z.string(),
  name: z.string(),
  origin: fields.origin,
  kind: fields.providerKind,
  status: fields.providerStatus,
  places: z.array(placeReply),
  summary: caseSummaryReply.nullable(),
  cost: costReply.nullable(),
  takes_insurance: insuranceReply,
})

export const comparisonReply = z.strictObject({
  as_of: fields.isoDay,
  rubric_version: z.string(),
  state: nullableText,
  plan: carePlanReply,
  case: namedCase.nullable().describe('Null: each provider shows its own kind of care'),
  shared_cases: z.array(namedCase),
  notices: fields.texts,
  law: z.array(lawReply).describe('Legal dates that matter for the care shown'),
  sample: z.boolean(),
  providers: z.array(compared),
  groups: z.array(z.strictObject({ id: z.string(), name: z.string(), rows: z.array(row) })),
}) satisfies z.ZodType<Comparison>

export const comparisonFile = z.strictObject({
  format: z.literal('touchstone-comparison'),
  format_version: z.int(),
  about: z.string(),
  crisis_line: z.string(),
  comparison: comparisonReply,
})
