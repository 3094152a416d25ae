/**
 * What the records show, counted from the records themselves as of a day: prices of a session, how
 * many providers answer the first questions, how old the evidence is, and where providers are.
 * Providers that have closed are left out of every figure but their own count.
 */

import type { IsoDate } from './calendar.ts'
import { dayNumber } from './calendar.ts'
import { DEFAULT_CARE_PLAN } from './care-plan.ts'
import { summaryOf } from './case-summary.ts'
import { costOf, sessionRange } from './cost.ts'
import { isProgram, sessionsOf } from './cost-lines.ts'
import { dateFinding } from './freshness.ts'
import type { CaseSummary } from './listing.ts'
import type { Cents } from './money.ts'
import { byShown } from './profile.ts'
import type { ProviderRecord } from './provider.ts'
import { caseId, casesOf, hasEnded, isClosed, sourceOf } from './provider.ts'
import type { StateCount } from './records-states.ts'
import { statesOf } from './records-states.ts'
import type { PreparedRubric } from './rubric.ts'
import type { StatusCounts } from './status-words.ts'
import { countStatuses } from './status-words.ts'
import type { Verdict } from './vocabulary.ts'

/** The price of one session at one provider, for one kind of care. */
export type PricePoint = {
  id: string
  name: string
  low: Cents
  high: Cents
  /** A course price shared over its sessions. */
  shared: boolean
  /** The price carries no day, or it is due to be checked again. */
  aged: boolean
}

export type PriceGroup = {
  id: string
  label: string
  /** Providers that give this kind of care, priced or not. */
  providers: number
  points: PricePoint[]
  /** Ids of those who sell sessions only in a program, whose price holds other care, too. */
  programs: string[]
}

/** The verdicts that a bar is made of, from best known to not known. */
export const ANSWER_PARTS = ['met', 'partly', 'not_met', 'conflict', 'unknown'] as const
export type AnswerPart = (typeof ANSWER_PARTS)[number]

export type AnswerRow = {
  criterion: string
  short_label: string
  question: string
  counts: Record<AnswerPart, number>
  /** The sum of the counts. */
  providers: number
}

/** Findings by the year in which the source said so, and by how much they still count. */
export type AgeRow = {
  year: string | null
  /** At full strength, one step weaker, and not at all. */
  full: number
  less: number
  none: number
}

export type RecordsFigures = {
  providers: number
  /** Providers by whether they are open. All figures below are of those not known to be closed. */
  statuses: StatusCounts
  /** Providers that state any price at all. */
  with_price: number
  /** Those with a price of one session that can be compared, in any kind of care. */
  with_session_price: number
  /** Those with a price of a program only, of which no part is the price of a session. */
  with_program_only: number
  /** Providers for which some source says what kind of care they give. */
  with_care: number
  prices: PriceGroup[]
  answers: AnswerRow[]
  ages: AgeRow[]
  findings: number
  states: StateCount[]
  /** Providers with no known site and no known state that they reach. */
  nowhere: number
}

/** The questions that the page counts, in this order: price, people, checks, watching. */
export const COUNTED_CRITERIA: readonly string[] = ['B1', 'A1', 'C1', 'C4', 'D1', 'D3']

function priceGroups(
  records: readonly ProviderRecord[],
  prepared: PreparedRubric,
  today: IsoDate,
): PriceGroup[] {
  return prepared.rubric.cases
    .map(({ id, label, modality, setting }) => {
      const of = { modality, setting }
      const giving = records.filter(
        (record) => casesOf(record).some((one) => caseId(one) === id) && !hasEnded(record, of),
      )
      const programs: string[] = []
      const points = giving.flatMap((record): PricePoint[] => {
        const price = costOf(record, of, DEFAULT_CARE_PLAN, prepared, today).per_session
        const lines = (price?.lines ?? []).filter((line) => !isProgram(line))
        const range = sessionRange(lines)
        if (price !== null && range === null) programs.push(record.id)
        if (range === null) return []
        return [
          {
            id: record.id,
            name: record.name,
            ...range,
            shared: lines.some((line) => sessionsOf(line) !== 1),
            aged: lines.some(({ age }) => age !== 'fresh'),
          },
        ]
      })
      points.sort((a, b) => a.low - b.low || a.high - b.high || (a.id < b.id ? -1 : 1))
      return { id, label, providers: giving.length, points, programs }
    })
    .filter(({ providers }) => providers > 0)
}

/** The kind of care of a provider about which most is known; null when none is established. */
function bestKnown(
  record: ProviderRecord,
  prepared: PreparedRubric,
  today: IsoDate,
): CaseSummary | null {
  const context = { prepared, today, state: null, plan: DEFAULT_CARE_PLAN }
  const [first] = casesOf(record)
    .filter((of) => !hasEnded(record, of))
    .map((of) => summaryOf(record, of, context))
    .filter(({ status }) => status === 'scored')
    .sort(byShown)
  return first ?? null
}

function partOf(verdict: Verdict): AnswerPart | null {
  if (verdict === 'not_applicable') return null
  return verdict === 'at_least_partly' ? 'partly' : verdict
}

function answerRows(shown: readonly CaseSummary[], prepared: PreparedRubric): AnswerRow[] {
  const verdicts = shown.map(
    ({ boxes }) =>
      new Map(boxes.flatMap((box) => box.verdicts.map((one) => [one.criterion, one.verdict]))),
  )
  return COUNTED_CRITERIA.flatMap((id) => {
    const criterion = prepared.criterionById.get(id)?.criterion
    if (!criterion) return []
    const counts = { met: 0, partly: 0, not_met: 0, conflict: 0, unknown: 0 }
    for (const one of verdicts) {
      const part = partOf(one.get(id) ?? 'not_applicable')
      if (part !== null) counts[part] += 1
    }
    const providers = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const { short_label, question } = criterion
    return [{ criterion: id, short_label, question, counts, providers }]
  })
}

function ageRows(
  records: readonly ProviderRecord[],
  prepared: PreparedRubric,
  today: IsoDate,
): AgeRow[] {
  const rows = new Map<string | null, AgeRow>()
  const day = dayNumber(today)
  for (const record of records) {
    for (const finding of record.findings) {
      const limits = prepared.criterionById.get(finding.criterion)?.criterion
      if (!limits) continue
      const { observed_on, retrieved_on } = sourceOf(record, finding.source)
      const { age } = dateFinding(observed_on, retrieved_on, limits, day)
      const year = observed_on?.slice(0, 4) ?? null
      const row = rows.get(year) ?? { year, full: 0, less: 0, none: 0 }
      if (age === 'fresh') row.full += 1
      else if (age === 'stale' || age === 'future') row.none += 1
      else row.less += 1
      rows.set(year, row)
    }
  }
  return [...rows.values()].sort((one, other) => {
    if (one.year === null || other.year === null) return one.year === null ? 1 : -1
    return one.year < other.year ? -1 : 1
  })
}

/** Every figure of the page, from all records of the directory. */
export function recordsFigures(
  all: readonly ProviderRecord[],
  prepared: PreparedRubric,
  today: IsoDate,
): RecordsFigures {
  const records = all.filter((record) => !isClosed(record))
  const prices = priceGroups(records, prepared, today)
  const priced = new Set(prices.flatMap(({ points }) => points.map(({ id }) => id)))
  const sold = new Set(prices.flatMap(({ programs }) => programs))
  const shown = records.flatMap((record) => bestKnown(record, prepared, today) ?? [])
  const { states, nowhere } = statesOf(records)
  return {
    providers: all.length,
    statuses: countStatuses(all.map(({ status }) => status.value)),
    with_price: records.filter((record) => record.prices.length > 0).length,
    with_session_price: priced.size,
    with_program_only: [...sold].filter((id) => !priced.has(id)).length,
    with_care: shown.length,
    prices,
    answers: answerRows(shown, prepared),
    ages: ageRows(records, prepared, today),
    findings: records.reduce((sum, record) => sum + record.findings.length, 0),
    states,
    nowhere,
  }
}

/** The middle of some amounts in cents, half a cent rounded up; null for none. */
export function medianCents(amounts: readonly number[]): number | null {
  const sorted = [...amounts].sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) return null
  const sum = lower + upper
  return (sum + (sum % 2)) / 2
}
