/**
 * Summaries that list rows, profiles and comparisons share: one case of one provider in short.
 */

import type { Cost } from './cost.ts'
import type { Case } from './provider.ts'
import type {
  Grade,
  Modality,
  Origin,
  ProviderKind,
  ProviderStatus,
  Setting,
  Verdict,
} from './vocabulary.ts'

/** One of the four headline boxes: its part of the points, in points of 100. */
export type BoxSummary = {
  id: string
  name: string
  /** Points that the box carries in this case. */
  of: number
  low: number
  stated: number
  high: number
  /** Criteria with any evidence, and all that apply. */
  answered: number
  criteria: number
  verdicts: { criterion: string; short_label: string; verdict: Verdict; is_gate: boolean }[]
}

export type FlagSummary = { id: string; severity: string; text: string; criteria: string[] }

export type CapSummary = { id: string; status: string; cap: Grade; label: string }

/** The assessment of one case in short. Points and coverage have two decimals, 0 to 100. */
export type CaseSummary = Case & {
  id: string
  label: string
  /** Every offering of the case is known to have ended. */
  ended: boolean
  /** `not_scored`: care that must not be given this way; then the points are null. */
  status: 'scored' | 'not_scored'
  low: number | null
  stated: number | null
  high: number | null
  coverage: number | null
  confirmed_grade: Grade | null
  possible_grade: Grade | null
  letter_shown: boolean
  /** Sentences that say why no letter is shown. */
  no_letter: string[]
  caps: CapSummary[]
  red_flags: FlagSummary[]
  boxes: BoxSummary[]
  next_question: { criterion: string; ask: string } | null
  /** The oldest day among the findings in use; null when none is dated. */
  oldest_on: string | null
  /** How many findings in use carry no date. */
  undated: number
}

export type Place = { city: string | null; state: string; country: string }

/** A row of the provider list. */
export type ListItem = {
  id: string
  origin: Origin
  name: string
  kind: ProviderKind
  status: ProviderStatus
  status_since: string | null
  status_note: string | null
  status_source: string | null
  places: Place[]
  /** States served from afar, as far as sources list them; `count` when only a number is given. */
  serves: { states: string[]; count: number | null; complete: boolean } | null
  cases: { id: string; modality: Modality; setting: Setting; label: string; ended: boolean }[]
  /** Null: no offering is established by a source. */
  shown: CaseSummary | null
  cost: Pick<Cost, 'per_session' | 'first_3_months'> | null
  distance_miles: number | null
}
