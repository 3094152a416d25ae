/**
 * The provider page as data: every case with its criteria, their evidence and what it costs.
 */

import type { Cost } from './cost.ts'
import type { GateStatus, SetAside } from './criterion-value.ts'
import type { CaseSummary } from './listing.ts'
import type { ProviderRecord, Source } from './provider.ts'
import type { LegalStatus } from './rubric.ts'
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
  reassuring: string | null
  worrying: string | null
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
