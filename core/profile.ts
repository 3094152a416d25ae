/**
 * The provider page as data: every case with its criteria, their evidence and what it costs.
 */

import type { CoveringQuestion } from './ask.ts'
import { coveringQuestions } from './ask.ts'
import type { Scored, SourcedFinding } from './assess.ts'
import { assessRecord, sourcedFindings } from './assess.ts'
import type { Finding } from './assessment-input.ts'
import type { IsoDate } from './calendar.ts'
import { daysBetween } from './calendar.ts'
import { summarizeCase } from './case-summary.ts'
import type { Cost } from './cost.ts'
import { costAmongCases } from './cost.ts'
import type { CriterionResult, GateStatus, Reading, SetAside } from './criterion-value.ts'
import type { CaseSummary, Context } from './listing.ts'
import { questionsFor } from './next-question.ts'
import { inData } from './points.ts'
import type { Case, ProviderRecord, Source } from './provider.ts'
import { caseId, casesOf, isClosed } from './provider.ts'
import type { LegalStatus, PreparedRubric } from './rubric.ts'
import type { Grade, Level, Modality, Setting, Strength, Verdict } from './vocabulary.ts'

/** One finding as a reader sees it: what was said, where, when, and how it counted. */
export type EvidenceView = {
  level: Level
  at_least: boolean
  /** As stated; null counts as weak. */
  strength: Strength | null
  /** After ageing; null when nothing is left of it. */
  effective: Strength | null
  verified: boolean
  /** Among the strongest: it decides the verdict. */
  decides: boolean
  set_aside: SetAside | null
  basis: string
  modality: Modality | null
  setting: Setting | null
  state: string | null
  source: Source
}

/** One criterion in one case, with what the rubric asks and what was found. */
export type CriterionView = {
  id: string
  pillar: string
  box: string
  short_label: string
  question: string
  why: string
  /** The rubric's own words for this verdict, where it has them. */
  meaning: string | null
  /** With "Not known": what the record holds all the same, and why it does not answer. */
  on_file: string | null
  ask: string
  is_gate: boolean
  verdict: Verdict
  /** Points of 100 it carries, and how many are confirmed and possible. */
  points: number
  low: number
  high: number
  strength: Strength | null
  gate: { status: GateStatus; cap: Grade | null } | null
  in_conflict: boolean
  date_problem: boolean
  law_review: boolean
  evidence: EvidenceView[]
}

export type QuestionView = {
  criterion: string
  ask: string
  /** The rubric's consult questions that cover it, each with the answers that are its own. */
  covering: CoveringQuestion[]
}

export type CaseProfile = {
  summary: CaseSummary
  criteria: CriterionView[]
  cost: Cost
  /** The five that would tell the most, gates first; none for a closed provider. */
  questions: QuestionView[]
  note: { fda_status: string; note: string } | null
  /** Legal entries that a date makes urgent for this case. */
  law: Pick<LegalStatus, 'id' | 'topic' | 'status' | 'review_by' | 'hard_date'>[]
}

export type ProviderProfile = { record: ProviderRecord; cases: CaseProfile[] }

/** How many questions a profile shows, and how many a provider without a letter must show. */
export const QUESTIONS_SHOWN = 5

/** A legal entry is shown from this many days before its date (a choice of this product). */
export const LAW_NOTICE_DAYS = 60

function evidenceView(reading: Reading, { said, source }: SourcedFinding): EvidenceView {
  return {
    level: said.level,
    at_least: said.at_least,
    strength: said.strength,
    effective: reading.strength,
    verified: reading.verified,
    decides: reading.decides,
    set_aside: reading.set_aside,
    basis: said.basis,
    modality: said.modality,
    setting: said.setting,
    state: said.state,
    source,
  }
}

/** Deciding evidence first, then other evidence in use, then what was set aside. */
const importance = (view: EvidenceView) => (view.decides ? 0 : view.set_aside === null ? 1 : 2)

/** What a record may hold beside an unanswered criterion, so that the two never seem to disagree. */
const BESIDE: Record<string, (record: ProviderRecord) => string | null> = {
  A1: (record) =>
    record.clinicians.some(({ name }) => name !== null)
      ? 'A name is on file (see the people below), but no source that counts shows that the provider itself says who is in charge of your care.'
      : null,
  B1: priceBeside,
  B2: priceBeside,
}

function priceBeside(record: ProviderRecord): string | null {
  if (record.prices.length === 0) return null
  return 'A price is on file (see the costs below), but no source that counts shows that the provider publishes it now.'
}

/** Why an answer is not known although something was found; null when nothing was. */
function onFile(result: CriterionResult, record: ProviderRecord): string | null {
  if (result.verdict !== 'unknown') return null
  if (result.readings.some(({ set_aside }) => set_aside !== 'other_case')) {
    return 'Something was found, but it does not count today. The reason stands beside it.'
  }
  return BESIDE[result.criterion]?.(record) ?? null
}

function criterionView(
  result: CriterionResult,
  record: ProviderRecord,
  sourced: ReadonlyMap<Finding, SourcedFinding>,
  prepared: PreparedRubric,
): CriterionView {
  const known = prepared.criterionById.get(result.criterion)
  if (!known) throw new RangeError(`criterion ${result.criterion} is not in the rubric`)
  const { criterion } = known
  const box = prepared.rubric.headline_boxes.find((one) => one.pillars.includes(criterion.pillar))
  const { verdict } = result
  const level = verdict === 'at_least_partly' ? 'partly' : verdict
  const on_file = onFile(result, record)
  const silent = level === 'conflict' || level === 'not_applicable' || on_file !== null
  const evidence = result.readings.flatMap((reading) => {
    const from = sourced.get(reading.finding)
    return from ? [evidenceView(reading, from)] : []
  })
  return {
    id: criterion.id,
    pillar: criterion.pillar,
    box: box?.id ?? criterion.pillar,
    short_label: criterion.short_label,
    question: criterion.question,
    why: criterion.why,
    meaning: silent ? null : criterion.levels[level],
    on_file,
    ask: criterion.ask,
    is_gate: criterion.gate !== undefined,
    verdict,
    points: inData(result.share),
    low: inData(result.share * result.value[0]),
    high: inData(result.share * result.value[1]),
    strength: result.strength,
    gate: result.gate,
    in_conflict: result.in_conflict,
    date_problem: result.date_problem,
    law_review: result.law_review,
    evidence: evidence.sort((one, other) => importance(one) - importance(other)),
  }
}

function questionView(criterion: string, prepared: PreparedRubric): QuestionView {
  const known = prepared.criterionById.get(criterion)
  return {
    criterion,
    ask: known?.criterion.ask ?? '',
    covering: coveringQuestions(criterion, prepared),
  }
}

/** Legal entries with a hard date for this setting that is near or past, and not cleared. */
export function lawNear(prepared: PreparedRubric, of: Case, today: IsoDate): LegalStatus[] {
  return prepared.rubric.legal_status.filter(({ hard_date: hard }) => {
    if (!hard?.settings.includes(of.setting)) return false
    const cleared = hard.cleared_on !== null && hard.cleared_on <= today
    return !cleared && daysBetween(today, hard.date) <= LAW_NOTICE_DAYS
  })
}

/** The criteria of an assessed case as a reader sees them; used by profiles and comparisons. */
export function criterionViews(
  assessment: Scored,
  record: ProviderRecord,
  sourced: readonly SourcedFinding[],
  prepared: PreparedRubric,
): CriterionView[] {
  const byFinding = new Map(sourced.map((entry) => [entry.finding, entry]))
  return assessment.criteria.map((result) => criterionView(result, record, byFinding, prepared))
}

/** One case of a provider in full. */
export function caseProfile(record: ProviderRecord, of: Case, context: Context): CaseProfile {
  const { prepared, today, state, plan } = context
  const sourced = sourcedFindings(record)
  const findings = sourced.map(({ finding }) => finding)
  const assessment = assessRecord(record, of, prepared, today, state, findings)
  const scored = assessment.status === 'scored' ? assessment : null
  const note = prepared.rubric.modality_notes.find((entry) =>
    entry.cases.some((one) => caseId(one) === caseId(of)),
  )
  const questions =
    scored === null || isClosed(record) ? [] : questionsFor(scored.criteria, QUESTIONS_SHOWN)
  return {
    summary: summarizeCase(record, of, assessment, prepared),
    criteria: scored === null ? [] : criterionViews(scored, record, sourced, prepared),
    cost: costAmongCases(record, of, plan, prepared, today),
    questions: questions.map((id) => questionView(id, prepared)),
    note: note ? { fda_status: note.fda_status, note: note.note } : null,
    law: lawNear(prepared, of, today),
  }
}

/** The profile of a provider: every case it offers, best covered first, ended ones last. */
export function providerProfile(record: ProviderRecord, context: Context): ProviderProfile {
  const cases = casesOf(record).map((of) => caseProfile(record, of, context))
  return { record, cases: cases.sort((one, other) => byShown(one.summary, other.summary)) }
}

/** Current before ended, then best covered, then best confirmed; equal ones keep their order. */
export function byShown(one: CaseSummary, other: CaseSummary): number {
  if (one.ended !== other.ended) return one.ended ? 1 : -1
  const more = (a: number | null, b: number | null) => (b ?? -1) - (a ?? -1)
  return more(one.coverage, other.coverage) || more(one.low, other.low)
}
