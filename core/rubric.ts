/**
 * The rubric as data: its shape, the checks that a rubric must pass before anything is scored with
 * it, and a prepared form in which each case's criteria and points are looked up once.
 * All judgment is in the data; this file only reads it. Source: rubric 1.0.0 and its SCORING rules.
 */

import type { IsoDate } from './calendar.ts'
import { dayNumber } from './calendar.ts'
import type { Case } from './provider.ts'
import { caseId } from './provider.ts'
import { rubricProblems } from './rubric-check.ts'
import type { Grade, Level, Modality, Setting, Strength } from './vocabulary.ts'

export type Interval = readonly [low: number, high: number]

export type Scope = { modalities: Modality[]; settings: Setting[] }

export type Gate = {
  not_met: Grade | null
  partly: Grade | null
  unknown: Grade | null
  settled_by: 'verified' | 'claim_or_better'
  not_met_overrides?: (Scope & { cap: Grade })[]
}

export type Criterion = {
  id: string
  pillar: string
  question: string
  short_label: string
  why: string
  levels: Record<Level | 'unknown', string>
  weight: number
  gate?: Gate
  applies: Scope
  not_applicable_when?: string
  evidence: { by: 'self' | 'primary' | 'third' | 'oral'; what: string; strength: Strength }[]
  recheck_days: number
  stale_days: number
  ask: string
  sources: string[]
  needs_review?: boolean
  review_note?: string
}

export type Pillar = {
  id: string
  name: string
  weight: number
  core: boolean
  rationale: string
  sources: string[]
}

export type HeadlineBox = { id: string; name: string; pillars: string[] }

export type RedFlag = {
  id: string
  severity: 'stop' | 'caution' | string
  text: string
  criteria: string[]
  trigger: {
    mode: 'auto' | 'reported'
    modalities?: Modality[]
    settings?: Setting[]
    cases?: Case[]
  }
  sources: string[]
}

export type ConsultQuestion = {
  id: string
  question: string
  criteria: string[]
  reassuring: string
  worrying: string
}

export type LegalStatus = {
  id: string
  topic: string
  status: string
  review_by: IsoDate
  sources: string[]
  hard_date?: {
    date: IsoDate
    settings: Setting[]
    criteria: string[]
    effect: 'past_recheck'
    cleared_on: IsoDate | null
  }
  needs_review?: boolean
  review_note?: string
}

export type RubricSource = {
  id: string
  title: string
  publisher: string
  url: string
  access: string
  note?: string
}

export type Rubric = {
  version: string
  title: string
  written: IsoDate
  scope: string
  disclaimer: string
  modalities: Modality[]
  settings: Setting[]
  cases: (Case & { id: string; label: string })[]
  not_scorable: (Case & { red_flag: string; text: string })[]
  headline_boxes: HeadlineBox[]
  pillars: Pillar[]
  criteria: Criterion[]
  bands: { grade: Grade; min: number | null; only_by_gate?: boolean }[]
  coverage_rules: {
    overall_min_percent: number
    core_pillars: string[]
    core_min_percent: number
    gates_that_must_be_settled: string[]
    no_letter_text: string
    why: string
    sources: string[]
  }
  strengths: { id: Strength; meaning: string }[]
  strength_intervals: Record<Level, Record<Strength, Interval>> & { unknown: Interval }
  ceilings: (Scope & { id: string; max_grade: Grade; reason: string })[]
  comparison: {
    draws: number
    seed: number
    dirichlet_concentration: number
    leader_odds: number
    leader_grades: Grade[]
  }
  red_flags: RedFlag[]
  consult_questions: ConsultQuestion[]
  claim_corrections: {
    id: string
    claim: string
    correction: string
    sources: string[]
    needs_review?: boolean
    review_note?: string
  }[]
  legal_status: LegalStatus[]
  modality_notes: { cases: Case[]; fda_status: string; note: string; sources: string[] }[]
  owner_choices: string[]
  access_key: Record<string, string>
  sources: RubricSource[]
}

/** Whether a case lies in a scope; an absent list means no limit. */
export function fits(scope: { modalities?: string[]; settings?: string[] }, of: Case): boolean {
  return (
    (scope.modalities === undefined || scope.modalities.includes(of.modality)) &&
    (scope.settings === undefined || scope.settings.includes(of.setting))
  )
}

/** One criterion within one case: its place in the rubric and its points at default weights. */
export type CaseCriterion = { criterion: Criterion; index: number; pillarIndex: number }

export type PreparedCase = {
  of: Case
  id: string
  label: string
  criteria: CaseCriterion[]
  /** S(p): the sum of weights of the case's criteria, by pillar index; 0 where none applies. */
  pillarSums: number[]
  /** share(c): the points of 100 that a criterion carries, by position in `criteria`. */
  shares: number[]
  flags: RedFlag[]
  ceilings: Rubric['ceilings']
  /** The hard legal date that each criterion is under in this case, by position in `criteria`. */
  hardDates: (HardDate | null)[]
  positionById: ReadonlyMap<string, number>
}

export type PreparedRubric = {
  rubric: Rubric
  criterionById: ReadonlyMap<string, { criterion: Criterion; index: number }>
  caseById: ReadonlyMap<string, PreparedCase>
  pillarWeights: number[]
}

/** W(p) = pillar weights over the sum of those that have an applicable criterion (SCORING 6). */
export function pillarShares(weights: readonly number[], pillarSums: readonly number[]): number[] {
  const total = weights.reduce((sum, weight, at) => sum + (pillarSums[at] ? weight : 0), 0)
  return weights.map((weight, at) => (pillarSums[at] && total > 0 ? weight / total : 0))
}

/** share(c) = 100 × W(p) × w(c) / S(p), for each criterion of a case (SCORING 6). */
export function criterionShares(
  criteria: readonly CaseCriterion[],
  weights: readonly number[],
  pillarSums: readonly number[],
): number[] {
  const shares = pillarShares(weights, pillarSums)
  return criteria.map(({ criterion, pillarIndex }) => {
    return (100 * (shares[pillarIndex] ?? 0) * criterion.weight) / (pillarSums[pillarIndex] ?? 1)
  })
}

/** S(p): the sum of the weights of the criteria in each pillar, by pillar index (SCORING 6). */
export function sumByPillar(criteria: readonly CaseCriterion[], pillars: number): number[] {
  const sums = new Array<number>(pillars).fill(0)
  for (const { criterion, pillarIndex } of criteria) {
    sums[pillarIndex] = (sums[pillarIndex] ?? 0) + criterion.weight
  }
  return sums
}

type Law = NonNullable<LegalStatus['hard_date']>

/** A day on which the law may change, as day numbers; never cleared is positive infinity. */
export type HardDate = { law: Law; day: number; clearedDay: number }

function hardDateOf(law: Law): HardDate {
  const clearedDay = law.cleared_on === null ? Number.POSITIVE_INFINITY : dayNumber(law.cleared_on)
  return { law, day: dayNumber(law.date), clearedDay }
}

function prepareCase(rubric: Rubric, entry: Rubric['cases'][number]): PreparedCase {
  const of: Case = { modality: entry.modality, setting: entry.setting }
  const criteria = rubric.criteria
    .map((criterion, index) => ({
      criterion,
      index,
      pillarIndex: rubric.pillars.findIndex((pillar) => pillar.id === criterion.pillar),
    }))
    .filter(({ criterion }) => fits(criterion.applies, of))
  const pillarSums = sumByPillar(criteria, rubric.pillars.length)
  const weights = rubric.pillars.map((pillar) => pillar.weight)
  const dated = rubric.legal_status.flatMap((law) =>
    law.hard_date ? [hardDateOf(law.hard_date)] : [],
  )
  return {
    of,
    id: entry.id,
    label: entry.label,
    criteria,
    pillarSums,
    shares: criterionShares(criteria, weights, pillarSums),
    flags: rubric.red_flags.filter(
      (flag) =>
        flag.trigger.mode === 'auto' &&
        fits(flag.trigger, of) &&
        (flag.trigger.cases === undefined ||
          flag.trigger.cases.some((one) => caseId(one) === caseId(of))),
    ),
    ceilings: rubric.ceilings.filter((ceiling) => fits(ceiling, of)),
    hardDates: criteria.map(
      ({ criterion }) =>
        dated.find(
          ({ law }) => law.settings.includes(of.setting) && law.criteria.includes(criterion.id),
        ) ?? null,
    ),
    positionById: new Map(criteria.map(({ criterion }, at) => [criterion.id, at])),
  }
}

/** Checks a rubric and prepares it; throws `RangeError` that lists every problem found. */
export function prepareRubric(rubric: Rubric): PreparedRubric {
  const problems = rubricProblems(rubric)
  if (problems.length > 0) throw new RangeError(`rubric refused: ${problems.join('; ')}`)
  return {
    rubric,
    criterionById: new Map(
      rubric.criteria.map((criterion, index) => [criterion.id, { criterion, index }]),
    ),
    caseById: new Map(rubric.cases.map((entry) => [entry.id, prepareCase(rubric, entry)])),
    pillarWeights: rubric.pillars.map((pillar) => pillar.weight),
  }
}

/** The case's own label, "IV infusion in a clinic"; the bare words where the rubric has none. */
export function caseLabel(prepared: PreparedRubric, of: Case): string {
  return prepared.caseById.get(caseId(of))?.label ?? `${of.modality}, ${of.setting}`
}
