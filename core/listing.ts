/**
 * Summaries that list rows, profiles and comparisons share: one case of one provider in short.
 */

import type { IsoDate } from './calendar.ts'
import type { CarePlan } from './care-plan.ts'
import { summaryOf } from './case-summary.ts'
import type { Cost } from './cost.ts'
import { costAmongCases } from './cost.ts'
import type { Case, ProviderRecord } from './provider.ts'
import { caseId, casesOf, countryOf, hasEnded } from './provider.ts'
import type { MustHaveAnswer } from './rank-must-haves.ts'
import { insuranceOf } from './rank-must-haves.ts'
import type { PreparedRubric } from './rubric.ts'
import { caseLabel } from './rubric.ts'
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
  cost:
    | (Pick<Cost, 'per_session' | 'per_session_gap' | 'first_3_months' | 'not_priced'> & {
        /** The address of what `per_session_gap` speaks of: a monthly price, a course, pounds. */
        gap_source: string | null
      })
    | null
  /** Private insurance, by what sources say of the ways to pay. */
  takes_insurance: MustHaveAnswer
  distance_miles: number | null
}

/** What an assessment depends on besides the record. */
export type Context = {
  prepared: PreparedRubric
  today: IsoDate
  /** The patient's state, or null. */
  state: string | null
  plan: CarePlan
}

/** Where a provider has sites, each place once. */
export function placesOf(record: ProviderRecord): Place[] {
  const seen = new Map<string, Place>()
  for (const { city, state } of record.locations) {
    seen.set(`${city}|${state}`, { city, state, country: countryOf({ state }, record) })
  }
  return [...seen.values()]
}

function servesOf(record: ProviderRecord): ListItem['serves'] {
  if (record.serves.length === 0) return null
  const states = new Set(record.serves.flatMap((reach) => reach.states ?? []))
  const counts = record.serves.flatMap((reach) => reach.count ?? [])
  return {
    states: [...states].sort(),
    count: counts.length > 0 ? Math.max(...counts) : null,
    complete: record.serves.some((reach) => reach.complete === true),
  }
}

/**
 * The row of a provider in a list. `shownCase` is the case that the search chose, or null for a
 * provider with no established offering.
 */
export function listItem(
  record: ProviderRecord,
  shownCase: string | null,
  distanceMiles: number | null,
  context: Context,
): ListItem {
  const cases = casesOf(record)
  const shown = cases.find((of) => caseId(of) === shownCase) ?? null
  const cost = shown && costAmongCases(record, shown, context.plan, context.prepared, context.today)
  const { status } = record
  const urlOf = (id: string | null | undefined) =>
    record.sources.find((entry) => entry.id === id)?.url ?? null
  return {
    id: record.id,
    origin: record.origin,
    name: record.name,
    kind: record.kind,
    status: status.value,
    status_since: status.since,
    status_note: status.note,
    status_source: urlOf(status.source),
    places: placesOf(record),
    serves: servesOf(record),
    cases: cases.map((of) => ({
      ...of,
      id: caseId(of),
      label: caseLabel(context.prepared, of),
      ended: hasEnded(record, of),
    })),
    shown: shown && summaryOf(record, shown, context),
    cost: cost && {
      per_session: cost.per_session,
      per_session_gap: cost.per_session_gap,
      first_3_months: cost.first_3_months,
      not_priced: cost.not_priced,
      gap_source: urlOf(cost.gap_lines[0]?.source),
    },
    takes_insurance: insuranceOf(record.payment),
    distance_miles: distanceMiles,
  }
}
