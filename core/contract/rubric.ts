/** The contract for a rubric as JSON: its shape first, then the checks of `rubricProblems`. */

import { z } from 'zod'
import type { Rubric } from '../rubric.ts'
import { rubricProblems } from '../rubric-check.ts'
import * as words from '../vocabulary.ts'
import { day, text } from './fields.ts'
import type { Refusal } from './refusal.ts'
import { refusalsOf } from './refusal.ts'

const modality = z.enum(words.MODALITIES)
const setting = z.enum(words.SETTINGS)
const grade = z.enum(words.GRADES)
const strength = z.enum(words.STRENGTHS)
const id = text(60)
const ids = z.array(id)
const scope = { modalities: z.array(modality), settings: z.array(setting) }
const oneCase = z.strictObject({ modality, setting })
const interval = z.tuple([z.number(), z.number()]).readonly()
const percent = z.number().min(0).max(100)
const review = {
  needs_review: z.boolean().exactOptional(),
  review_note: text().exactOptional(),
}

const gate = z.strictObject({
  not_met: grade.nullable(),
  partly: grade.nullable(),
  unknown: grade.nullable(),
  settled_by: z.enum(['verified', 'claim_or_better']),
  not_met_overrides: z.array(z.strictObject({ ...scope, cap: grade })).exactOptional(),
})

const criterion = z.strictObject({
  id,
  pillar: id,
  question: text(),
  short_label: text(),
  why: text(),
  levels: z.strictObject({ met: text(), partly: text(), not_met: text(), unknown: text() }),
  weight: z.number(),
  gate: gate.exactOptional(),
  applies: z.strictObject(scope),
  not_applicable_when: text().exactOptional(),
  evidence: z.array(
    z.strictObject({ by: z.enum(['self', 'primary', 'third', 'oral']), what: text(), strength }),
  ),
  recheck_days: z.int().min(1),
  stale_days: z.int().min(1),
  ask: text(),
  sources: ids,
  ...review,
})

const redFlag = z.strictObject({
  id,
  severity: text(20),
  text: text(),
  criteria: ids,
  trigger: z.strictObject({
    mode: z.enum(['auto', 'reported']),
    modalities: z.array(modality).exactOptional(),
    settings: z.array(setting).exactOptional(),
    cases: z.array(oneCase).exactOptional(),
  }),
  sources: ids,
})

const legalStatus = z.strictObject({
  id,
  topic: text(),
  status: text(),
  review_by: day,
  sources: ids,
  hard_date: z
    .strictObject({
      date: day,
      settings: z.array(setting),
      criteria: ids,
      effect: z.literal('past_recheck'),
      cleared_on: day.nullable(),
    })
    .exactOptional(),
  ...review,
})

const byStrength = z.strictObject({
  proof: interval,
  strong: interval,
  claim: interval,
  weak: interval,
})

/** A source that the rubric names. */
export const rubricSource = z.strictObject({
  id,
  title: text(),
  publisher: text(),
  url: text(),
  access: text(),
  note: text().exactOptional(),
})

/** The rubric as JSON, shape only; `parseRubric` also checks that it can be scored with. */
export const rubricShape = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'is not a version such as 1.0.0'),
  title: text(),
  written: day,
  scope: text(),
  disclaimer: text(),
  modalities: z.array(modality),
  settings: z.array(setting),
  cases: z.array(oneCase.extend({ id, label: text() })),
  not_scorable: z.array(oneCase.extend({ red_flag: id, text: text() })),
  headline_boxes: z.array(z.strictObject({ id, name: text(), pillars: ids })),
  pillars: z.array(
    z.strictObject({
      id,
      name: text(),
      weight: z.number(),
      core: z.boolean(),
      rationale: text(),
      sources: ids,
    }),
  ),
  criteria: z.array(criterion),
  bands: z.array(
    z.strictObject({
      grade,
      min: percent.nullable(),
      only_by_gate: z.boolean().exactOptional(),
    }),
  ),
  coverage_rules: z.strictObject({
    overall_min_percent: percent,
    core_pillars: ids,
    core_min_percent: percent,
    gates_that_must_be_settled: ids,
    no_letter_text: text(),
    why: text(),
    sources: ids,
  }),
  strengths: z.array(z.strictObject({ id: strength, meaning: text() })),
  strength_intervals: z.strictObject({
    met: byStrength,
    partly: byStrength,
    not_met: byStrength,
    unknown: interval,
  }),
  ceilings: z.array(z.strictObject({ ...scope, id, max_grade: grade, reason: text() })),
  comparison: z.strictObject({
    draws: z.int().min(1),
    seed: z.int(),
    dirichlet_concentration: z.number().positive(),
    leader_odds: z.number().min(0).max(1),
    leader_grades: z.array(grade),
  }),
  red_flags: z.array(redFlag),
  consult_questions: z.array(
    z.strictObject({ id, question: text(), criteria: ids, reassuring: text(), worrying: text() }),
  ),
  claim_corrections: z.array(
    z.strictObject({ id, claim: text(), correction: text(), sources: ids, ...review }),
  ),
  legal_status: z.array(legalStatus),
  modality_notes: z.array(
    z.strictObject({ cases: z.array(oneCase), fda_status: text(), note: text(), sources: ids }),
  ),
  owner_choices: z.array(text()),
  access_key: z.record(z.string(), text()),
  sources: z.array(rubricSource),
}) satisfies z.ZodType<Rubric>

export type ParsedRubric = { ok: true; rubric: Rubric } | { ok: false; problems: Refusal[] }

/** A rubric from JSON of unknown shape, or every reason why it cannot be scored with. */
export function parseRubric(json: unknown): ParsedRubric {
  const result = rubricShape.safeParse(json)
  if (!result.success) return { ok: false, problems: refusalsOf(result.error) }
  const problems = rubricProblems(result.data)
  return problems.length === 0
    ? { ok: true, rubric: result.data }
    : { ok: false, problems: problems.map((reason) => ({ path: '$', reason })) }
}
