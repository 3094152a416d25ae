/**
 * The comparison: 2 to 4 providers, row by row, for one case. Every view and export renders this
 * one result, so that screen, print, CSV and JSON cannot disagree.
 */

import type { IsoDate } from './calendar.ts'
import type { CarePlan, Cost } from './cost.ts'
import type { CaseSummary, Place } from './listing.ts'
import type { EvidenceView } from './profile.ts'
import type { Source } from './provider.ts'
import type { Origin, ProviderKind, ProviderStatus, Verdict } from './vocabulary.ts'

export const MIN_COMPARED = 2
export const MAX_COMPARED = 4

/** One cell. `text` is never empty: what is not known says so in words. */
export type Cell = {
  text: string
  /** Set in rows of criteria. */
  verdict: Verdict | null
  /** The unit of the text where it is an amount: "per session", "first 3 months". */
  unit: string | null
  evidence: EvidenceView[]
  /** Sources of a row that is not a criterion. */
  sources: Source[]
  /** The newest day the cell is known from; null when undated or nothing is known. */
  observed_on: string | null
}

export type ComparisonRow = {
  id: string
  label: string
  kind: 'criterion' | 'score' | 'money' | 'text'
  /** The criterion's question, or what the row means. */
  hint: string | null
  is_gate: boolean
  /** Whether the cells do not all say the same. */
  differs: boolean
  cells: Cell[]
}

export type ComparisonGroup = { id: string; name: string; rows: ComparisonRow[] }

export type ComparedProvider = {
  id: string
  name: string
  origin: Origin
  kind: ProviderKind
  status: ProviderStatus
  places: Place[]
  /** The case shown for it; null when no offering is established. */
  summary: CaseSummary | null
  cost: Cost | null
}

export type Comparison = {
  as_of: IsoDate
  rubric_version: string
  state: string | null
  plan: CarePlan
  /** The one case compared, or null when each provider shows its own. */
  case: { id: string; label: string } | null
  /** Cases that every compared provider offers, best covered first. */
  shared_cases: { id: string; label: string }[]
  /** Said above the table: unlike care is compared, or a provider lacks the asked case. */
  notices: string[]
  /** Any of the providers is an invented sample. */
  sample: boolean
  providers: ComparedProvider[]
  groups: ComparisonGroup[]
}
