/**
 * The comparison: 2 to 4 providers, row by row, for one case. Every view and export renders this
 * one result, so that screen, print, CSV and JSON cannot disagree.
 */

import type { IsoDate } from './calendar.ts'
import type { CarePlan } from './care-plan.ts'
import { MAX_COMPARED, MIN_COMPARED } from './compare-limits.ts'
import type { Column } from './comparison-cells.ts'
import { comparisonGroups } from './comparison-rows.ts'
import type { Cost } from './cost.ts'
import { listInWords } from './cost-words.ts'
import type { LawNotice } from './learn-law.ts'
import { lawFor } from './learn-law.ts'
import type { CaseSummary, Context, Place } from './listing.ts'
import { placesOf } from './listing.ts'
import type { CaseProfile, EvidenceView } from './profile.ts'
import { providerProfile } from './profile.ts'
import type { ProviderRecord, Source } from './provider.ts'
import { isClosed } from './provider.ts'
import type { MustHaveAnswer } from './rank-must-haves.ts'
import { insuranceOf } from './rank-must-haves.ts'
import type { Origin, ProviderKind, ProviderStatus, Verdict } from './vocabulary.ts'

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
  takes_insurance: MustHaveAnswer
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
  /** Legal dates near or past that matter for the care shown. */
  law: LawNotice[]
  /** Any of the providers is an invented sample. */
  sample: boolean
  providers: ComparedProvider[]
  groups: ComparisonGroup[]
}

/** What a comparison was asked for. `case` null: the best-covered case that all share. */
export type CompareRequest = Context & { case: string | null }

/** Cases that every record offers and none has ended, best covered on average first. */
function sharedCases(profiles: readonly (readonly CaseProfile[])[]): CaseSummary[] {
  const [first = [], ...others] = profiles
  const current = (cases: readonly CaseProfile[], id: string) =>
    cases.find(({ summary }) => summary.id === id && !summary.ended)?.summary
  const shared = first.flatMap(({ summary }) => {
    const all = [summary, ...others.map((cases) => current(cases, summary.id))]
    const found = all.filter((one) => one !== undefined && !one.ended)
    return found.length === profiles.length ? [{ summary, coverage: sumOf(found) }] : []
  })
  return shared.sort((one, other) => other.coverage - one.coverage).map(({ summary }) => summary)
}

const sumOf = (summaries: readonly (CaseSummary | undefined)[]) =>
  summaries.reduce((sum, one) => sum + (one?.coverage ?? 0), 0)

/** Said above the table where the columns do not all show current care of the case compared. */
function noticesFor(columns: readonly Column[], of: Comparison['case'], anyShared: boolean) {
  if (of === null) {
    return [
      'These providers offer no care in common, so each column shows its own kind of care. Read across with care: unlike things are side by side.',
    ]
  }
  const say = (some: readonly Column[], one: string, several: string) => {
    const names = listInWords(some.map(({ record }) => record.name))
    const verb = some.length === 1 ? one : several
    return some.length === 0 ? [] : [`${names} ${verb} this kind of care: ${of.label}.`]
  }
  const without = columns.filter(({ shown }) => shown?.summary.id !== of.id)
  const ended = columns.filter(({ shown }) => shown?.summary.id === of.id && shown.summary.ended)
  const gaps = [
    ...say(without, 'offers', 'offer').map((words) => `No source says that ${words}`),
    ...say(ended, 'is known to have stopped offering', 'are known to have stopped offering'),
  ]
  const wayOn = anyShared
    ? 'Choose a kind of care that all of them offer.'
    : 'They offer no care in common.'
  return gaps.length === 0 ? [] : [...gaps, wayOn]
}

/**
 * Compares records that are not closed, in the order given. One case is shown for all: the one asked
 * for, else the best covered of those that all share, else each provider's own under a notice.
 * Throws `RangeError` for fewer than 2 or more than 4 records, or a closed one: the door refuses
 * those first.
 */
export function compare(records: readonly ProviderRecord[], request: CompareRequest): Comparison {
  if (records.length < MIN_COMPARED || records.length > MAX_COMPARED || records.some(isClosed)) {
    throw new RangeError('a comparison takes 2 to 4 providers that are not closed')
  }
  const { prepared, today, state, plan } = request
  const profiles = records.map((record) => providerProfile(record, request).cases)
  const shared = sharedCases(profiles)
  const asked = request.case === null ? null : (prepared.caseById.get(request.case) ?? null)
  const chosen = asked ?? shared[0] ?? null
  const of = chosen && { id: chosen.id, label: chosen.label }
  const columns = records.map((record, at): Column => {
    const cases = profiles[at] ?? []
    const match = of === null ? cases[0] : cases.find(({ summary }) => summary.id === of.id)
    return { record, shown: match ?? null }
  })
  return {
    as_of: today,
    rubric_version: prepared.rubric.version,
    state,
    plan,
    case: of,
    shared_cases: shared.map(({ id, label }) => ({ id, label })),
    notices: noticesFor(columns, of, shared.length > 0),
    law: lawFor(
      prepared,
      today,
      columns.flatMap(({ shown }) => shown?.summary.id ?? []),
    ),
    sample: records.some((record) => record.origin === 'sample'),
    providers: columns.map(({ record, shown }) => ({
      id: record.id,
      name: record.name,
      origin: record.origin,
      kind: record.kind,
      status: record.status.value,
      places: placesOf(record),
      summary: shown?.summary ?? null,
      cost: shown?.cost ?? null,
      takes_insurance: insuranceOf(record.payment),
    })),
    groups: comparisonGroups(columns, prepared),
  }
}
