/** The profile of one provider, as it is sent. */

import { z } from 'zod'
import type { CaseProfile, CriterionView, EvidenceView, ProviderProfile } from '../profile.ts'
import { costReply } from './cost-reply.ts'
import { caseSummaryReply } from './list-reply.ts'
import { recordReply, sourceReply } from './record-reply.ts'
import * as fields from './reply-fields.ts'

const { nullableText, points } = fields

export const evidenceReply = z.strictObject({
  level: fields.level,
  at_least: z.boolean(),
  strength: fields.strength.nullable(),
  effective: fields.strength.nullable(),
  verified: z.boolean(),
  decides: z.boolean(),
  set_aside: z.enum(['other_case', 'future', 'stale', 'too_weak', 'older_reading']).nullable(),
  basis: z.string(),
  modality: fields.modality.nullable(),
  setting: fields.setting.nullable(),
  state: nullableText,
  source: sourceReply,
}) satisfies z.ZodType<EvidenceView>

const gateStatus = z.enum(['unknown', 'at_least_partly', 'not_met', 'conflict', 'partly', 'met'])

const criterion = z.strictObject({
  id: z.string(),
  pillar: z.string(),
  box: z.string(),
  short_label: z.string(),
  question: z.string(),
  why: z.string(),
  meaning: nullableText,
  on_file: nullableText,
  ask: z.string(),
  is_gate: z.boolean(),
  verdict: fields.verdict,
  points,
  low: points,
  high: points,
  strength: fields.strength.nullable(),
  gate: z.strictObject({ status: gateStatus, cap: fields.grade.nullable() }).nullable(),
  in_conflict: z.boolean(),
  date_problem: z.boolean(),
  law_review: z.boolean(),
  evidence: z.array(evidenceReply),
}) satisfies z.ZodType<CriterionView>

const law = z.strictObject({
  id: z.string(),
  topic: z.string(),
  status: z.string(),
  review_by: fields.isoDay,
  hard_date: z
    .strictObject({
      date: fields.isoDay,
      settings: z.array(fields.setting),
      criteria: fields.texts,
      effect: z.literal('past_recheck'),
      cleared_on: fields.isoDay.nullable(),
    })
    .exactOptional(),
  sources: fields.texts,
  needs_review: z.boolean().exactOptional(),
  review_note: z.string().exactOptional(),
})

const caseProfile = z.strictObject({
  summary: caseSummaryReply,
  criteria: z.array(criterion),
  cost: costReply,
  questions: z.array(
    z.strictObject({
      criterion: z.string(),
      ask: z.string(),
      covering: z.array(
        z.strictObject({
          id: z.string(),
          question: z.string(),
          reassuring: z.string(),
          worrying: z.string(),
        }),
      ),
    }),
  ),
  note: z.strictObject({ fda_status: z.string(), note: z.string() }).nullable(),
  law: z.array(law),
}) satisfies z.ZodType<CaseProfile>

export const profileReply = z.strictObject({
  record: recordReply,
  cases: z.array(caseProfile),
}) satisfies z.ZodType<ProviderProfile>
