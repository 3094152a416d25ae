/**
 * The assessment: what a provider's findings come to under the rubric, for one case, on one day,
 * for one patient state or none. Pure and exact: the rules and their numbers are those of the
 * rubric's SCORING document, version 1.0.0, whose sections are named beside each step.
 */

import type { AssessmentInput, Finding, RejectionReason } from './assessment-input.ts'
import { refusal } from './assessment-input.ts'
import type { IsoDate } from './calendar.ts'
import { dayNumber } from './calendar.ts'
import type { CriterionResult } from './criterion-value.ts'
import { weighCriterion } from './criterion-value.ts'
import { coreCoverage, noLetterReasons } from './letter.ts'
import { mostTelling } from './next-question.ts'
import { SLACK } from './points.ts'
import type { Case, ProviderRecord, RecordFinding, Source } from './provider.ts'
import { caseId } from './provider.ts'
import type { CaseCriterion, PreparedCase, PreparedRubric } from './rubric.ts'
import { criterionShares, sumByPillar } from './rubric.ts'
import type { Grade } from './vocabulary.ts'
import { worse } from './vocabulary.ts'

export type Cap = { id: string; status: string; cap: Grade }

export type Scored = {
  status: 'scored'
  case: string
  low: number
  stated: number
  high: number
  coverage: number
  core_coverage: Record<string, number>
  confirmed_grade: Grade | null
  possible_grade: Grade | null
  letter_shown: boolean
  no_letter_reasons: string[]
  caps: Cap[]
  conflicts: string[]
  red_flags: string[]
  date_problems: string[]
  law_review: string[]
  next_question: string | null
  /** Every applicable criterion in rubric order, with its value, level and findings. */
  criteria: CriterionResult[]
  /** Criteria marked as not applicable here, with the reason. */
  not_applicable: { criterion: string; reason: string }[]
}

export type Assessment =
  | Scored
  | { status: 'rejected'; reason: RejectionReason; detail: string }
  | { status: 'not_scored'; red_flags: string[]; text: string }

/** The first band whose minimum the points reach; F never comes from points (SCORING 7). */
export function band(points: number, prepared: PreparedRubric): Grade {
  const reached = prepared.rubric.bands.find(
    (entry) => entry.min !== null && points >= entry.min - SLACK,
  )
  return reached?.grade ?? 'D'
}

/** Groups the findings of a case by the position of their criterion; other criteria fall away. */
function byPosition(findings: readonly Finding[], prepared: PreparedCase): Finding[][] {
  const groups: Finding[][] = []
  for (const finding of findings) {
    const at = prepared.positionById.get(finding.criterion)
    if (at === undefined) continue
    const group = groups[at]
    if (group) group.push(finding)
    else groups[at] = [finding]
  }
  return groups
}

/** Points and coverage (SCORING 6). */
function tally(criteria: readonly CriterionResult[]) {
  let low = 0
  let stated = 0
  let high = 0
  let coverage = 0
  for (const { share, value, face, covered } of criteria) {
    low += share * value[0]
    stated += share * face
    high += share * value[1]
    if (covered) coverage += share
  }
  return { low, stated, high, coverage }
}

/** Whether a criterion failed in a way that raises a flag (SCORING 8). */
function failedFor(entry: CriterionResult): boolean {
  if (entry.gate) return entry.gate.status === 'not_met'
  return entry.verdict === 'not_met' && entry.strength !== 'weak'
}

/**
 * Assesses one provider for one case. Returns the full result, a rejection that names what is wrong
 * with the input (nothing is ever scored in part), or `not_scored` for care that must not be given.
 */
export function assess(input: AssessmentInput, prepared: PreparedRubric): Assessment {
  const refused = refusal(input, prepared)
  if (refused) return { status: 'rejected', ...refused }
  const of: Case = { modality: input.modality, setting: input.setting } as Case
  const forbidden = prepared.rubric.not_scorable.find((one) => caseId(one) === caseId(of))
  if (forbidden) {
    return { status: 'not_scored', red_flags: [forbidden.red_flag], text: forbidden.text }
  }
  const base = prepared.caseById.get(caseId(of))
  if (!base) return { status: 'rejected', reason: 'unknown-modality', detail: caseId(of) }
  return score(input, base, prepared)
}

/** The criteria that are left once some are marked as not applicable, and their points. */
function applicable(input: AssessmentInput, base: PreparedCase, prepared: PreparedRubric) {
  const excluded = new Set(input.not_applicable?.map((entry) => entry.criterion))
  if (excluded.size === 0 && input.weights === undefined) return base
  const kept: CaseCriterion[] = []
  const hardDates: PreparedCase['hardDates'] = []
  base.criteria.forEach((entry, at) => {
    if (excluded.has(entry.criterion.id)) return
    kept.push(entry)
    hardDates.push(base.hardDates[at] ?? null)
  })
  const pillarSums = sumByPillar(kept, prepared.rubric.pillars.length)
  const weights = prepared.rubric.pillars.map(
    (pillar) => input.weights?.[pillar.id] ?? pillar.weight,
  )
  return {
    ...base,
    criteria: kept,
    hardDates,
    pillarSums,
    shares: criterionShares(kept, weights, pillarSums),
    positionById: new Map(kept.map(({ criterion }, at) => [criterion.id, at])),
  }
}

function score(input: AssessmentInput, base: PreparedCase, prepared: PreparedRubric): Scored {
  const of = applicable(input, base, prepared)
  const today = dayNumber(input.asOf as IsoDate)
  const groups = byPosition(input.findings, of)
  const criteria = of.criteria.map(({ criterion }, at) => {
    const hard = of.hardDates[at] ?? null
    return weighCriterion(groups[at] ?? [], {
      criterion,
      share: of.shares[at] ?? 0,
      hardDate: hard,
      of: of.of,
      state: input.state,
      today,
      rubric: prepared.rubric,
    })
  })
  return conclude(input, of, prepared, criteria)
}

function conclude(
  input: AssessmentInput,
  of: PreparedCase,
  prepared: PreparedRubric,
  criteria: CriterionResult[],
): Scored {
  const { low, stated, high, coverage } = tally(criteria)
  const core_coverage = coreCoverage(criteria, of, prepared)
  const caps: Cap[] = []
  for (const { criterion, gate } of criteria) {
    if (gate?.cap) caps.push({ id: criterion, status: gate.status, cap: gate.cap })
  }
  for (const { id, max_grade } of of.ceilings) caps.push({ id, status: 'ceiling', cap: max_grade })
  const strictest = strictestCap(caps)
  const reasons = noLetterReasons(
    input,
    prepared,
    coverage,
    core_coverage,
    criteria,
    strictest === 'F',
  )
  const letter = reasons.length === 0
  const failed = new Set(criteria.filter(failedFor).map(({ criterion }) => criterion))
  const closed = input.provider_status === 'closed'
  const idsOf = (kept: (entry: CriterionResult) => boolean) =>
    criteria.filter(kept).map(({ criterion }) => criterion)
  return {
    status: 'scored',
    case: of.id,
    low,
    stated,
    high,
    coverage,
    core_coverage,
    confirmed_grade: letter ? worse(band(low, prepared), strictest) : null,
    possible_grade: letter ? worse(band(high, prepared), strictest) : null,
    letter_shown: letter,
    no_letter_reasons: reasons,
    caps,
    conflicts: idsOf((entry) => entry.in_conflict),
    red_flags: of.flags
      .filter((flag) => flag.criteria.some((id) => failed.has(id)))
      .map((flag) => flag.id),
    date_problems: idsOf((entry) => entry.date_problem),
    law_review: idsOf((entry) => entry.law_review),
    next_question: closed ? null : (mostTelling(criteria)?.criterion ?? null),
    criteria,
    not_applicable: [...(input.not_applicable ?? [])],
  }
}

/** The strictest of the active caps, or null when nothing caps the grade. */
export function strictestCap(caps: readonly Cap[]): Grade | null {
  return caps.reduce<Grade | null>((strictest, { cap }) => worse(strictest, cap), null)
}

/** A record's statement beside the finding that `assess` takes from it, and their source. */
export type SourcedFinding = { finding: Finding; said: RecordFinding; source: Source }

/** The findings of a record joined with their sources, in record order. */
export function sourcedFindings(record: ProviderRecord): SourcedFinding[] {
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  return record.findings.map((said) => {
    const source = sources.get(said.source)
    if (!source) throw new RangeError(`record ${record.id} has no source ${said.source}`)
    const { criterion, level, at_least, strength, modality, setting, state } = said
    const { url, observed_on, retrieved_on } = source
    const scope = { modality, setting, state }
    const finding = {
      criterion,
      level,
      at_least,
      strength,
      ...scope,
      url,
      observed_on,
      retrieved_on,
    }
    return { finding, said, source }
  })
}

/** The findings of a record in the form that `assess` takes. */
export function findingsOf(record: ProviderRecord): Finding[] {
  return sourcedFindings(record).map(({ finding }) => finding)
}

/** The assessment of one case that a record's provider offers, on a day, for a state or none. */
export function assessRecord(
  record: ProviderRecord,
  of: Case,
  prepared: PreparedRubric,
  today: IsoDate,
  state: string | null = null,
  findings: readonly Finding[] = findingsOf(record),
): Assessment {
  return assess(
    {
      modality: of.modality,
      setting: of.setting,
      state,
      asOf: today,
      findings,
      provider_status: record.status.value,
    },
    prepared,
  )
}
