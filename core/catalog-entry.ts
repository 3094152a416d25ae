/**
 * A provider's catalog entry from its record: every case assessed, once for a patient of no state
 * and once for each state that one of its findings names.
 */

import type { Assessment } from './assess.ts'
import { assess, findingsOf } from './assess.ts'
import type { AssessmentInput } from './assessment-input.ts'
import type { IsoDate } from './calendar.ts'
import type { CarePlan } from './care-plan.ts'
import { DEFAULT_CARE_PLAN } from './care-plan.ts'
import type { AssessedCase, CatalogCase, CatalogEntry } from './catalog-input.ts'
import { verdictLetters } from './catalog-input.ts'
import { costOf } from './cost.ts'
import type { Case, ProviderRecord } from './provider.ts'
import { caseId, casesOf, hasEnded } from './provider.ts'
import type { PreparedRubric } from './rubric.ts'
import type { VerdictFilter } from './search-query.ts'
import { verdictFilterOf } from './search-query.ts'
import { US_STATES } from './vocabulary.ts'

const isUsState = (state: string | null) =>
  (US_STATES as readonly (string | null)[]).includes(state)

/** The distinct values, in the order in which they first stand. */
function distinct<Value>(values: Iterable<Value | null>): Value[] {
  return [...new Set(values)].filter((value) => value !== null)
}

function assessedCase(result: Assessment, prepared: PreparedRubric, id: string): AssessedCase {
  if (result.status === 'rejected') {
    throw new RangeError(`record ${id} cannot be assessed: ${result.reason}, ${result.detail}`)
  }
  const { criteria } = prepared.rubric
  if (result.status === 'not_scored') {
    const verdicts = verdictLetters(criteria.map(() => 'unknown'))
    return { low: null, stated: null, high: null, coverage: null, verdicts }
  }
  const byId = new Map<string, VerdictFilter>()
  for (const { criterion, verdict } of result.criteria)
    byId.set(criterion, verdictFilterOf(verdict))
  const { low, stated, high, coverage } = result
  const verdicts = verdictLetters(criteria.map((one) => byId.get(one.id) ?? 'not_applicable'))
  return { low, stated, high, coverage, verdicts }
}

/** Cases in the rubric's order, and those that it does not score after them. */
function casesInOrder(record: ProviderRecord, prepared: PreparedRubric): Case[] {
  const ids = prepared.rubric.cases.map(({ id }) => id)
  const at = (of: Case) => (ids.includes(caseId(of)) ? ids.indexOf(caseId(of)) : ids.length)
  return casesOf(record).sort((one, other) => at(one) - at(other))
}

function statesNamed(findings: AssessmentInput['findings'], of: Case): string[] {
  const matching = findings.filter(
    ({ modality, setting, state }) =>
      isUsState(state) &&
      (modality === null || modality === of.modality) &&
      (setting === null || setting === of.setting),
  )
  return distinct(matching.map(({ state }) => state))
}

function catalogCase(
  record: ProviderRecord,
  of: Case,
  findings: AssessmentInput['findings'],
  prepared: PreparedRubric,
  today: IsoDate,
  plan: CarePlan,
): CatalogCase {
  const forPatientOf = (state: string | null) => {
    const provider_status = record.status.value
    const input = { ...of, state, asOf: today, findings, provider_status }
    return assessedCase(assess(input, prepared), prepared, record.id)
  }
  const { per_session, first_3_months } = costOf(record, of, plan, prepared, today)
  return {
    ...of,
    ...forPatientOf(null),
    id: caseId(of),
    ended: hasEnded(record, of),
    session: per_session && { low: per_session.low, high: per_session.high },
    first_3_months: first_3_months.known
      ? { low: first_3_months.low, high: first_3_months.high }
      : null,
    by_state: Object.fromEntries(
      statesNamed(findings, of).map((state) => [state, forPatientOf(state)]),
    ),
  }
}

/**
 * Whether the states that a provider reaches are known: it treats at its sites only, or some source
 * gives a list of states that is complete.
 */
function isReachKnown(record: ProviderRecord): boolean {
  const fromAfar =
    record.kind === 'telehealth' ||
    record.kind === 'hybrid' ||
    record.serves.length > 0 ||
    record.offerings.some(({ setting }) => setting === 'home')
  return (
    !fromAfar ||
    record.serves.some(({ states, complete }) => states && states.length > 0 && complete)
  )
}

/**
 * The entry of one provider on a day. Throws `RangeError` if a finding cannot be assessed or names a
 * source that the record lacks.
 */
export function catalogEntry(
  record: ProviderRecord,
  prepared: PreparedRubric,
  today: IsoDate,
  plan: CarePlan = DEFAULT_CARE_PLAN,
): CatalogEntry {
  const findings = findingsOf(record)
  const served = record.serves.flatMap(({ states }) => states ?? [])
  const accepted = record.payment.filter(({ accepted }) => accepted !== 'no')
  return {
    id: record.id,
    origin: record.origin,
    name: record.name,
    aliases: record.aliases,
    cities: distinct(record.locations.map(({ city }) => city)),
    kind: record.kind,
    status: record.status.value,
    site_states: distinct(record.locations.map(({ state }) => state)).filter(isUsState),
    served_states: distinct(served).filter(isUsState),
    reach_known: isReachKnown(record),
    points: distinct(record.locations.map(({ point }) => point)).map(({ latitude, longitude }) => ({
      latitude,
      longitude,
    })),
    payment: distinct(accepted.map(({ way }) => way)),
    payment_known: record.payment.length > 0,
    conditions: distinct(record.conditions.flatMap(({ names }) => names)),
    cases: casesInOrder(record, prepared).map((of) =>
      catalogCase(record, of, findings, prepared, today, plan),
    ),
  }
}
