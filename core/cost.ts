/**
 * What care costs under one care plan, from price lines as stated. `cost-lines.ts` sorts the lines,
 * `cost-ways.ts` finds the ways to buy the plan, `cost-sentences.ts` says what the sums rest on.
 */

import type { IsoDate } from './calendar.ts'
import type { CarePlan } from './care-plan.ts'
import { carePlanProblem } from './care-plan.ts'
import { contradictionsAmong, doubtfulMonths } from './cost-contradictions.ts'
import { NO_PRICE, notPriced, PRICED_ELSEWHERE, sessionGap } from './cost-gaps.ts'
import type { SortedLines } from './cost-lines.ts'
import { isPricedElsewhere, sessionsOf, sortLines } from './cost-lines.ts'
import {
  assumedSentences,
  includedSentences,
  missingLater,
  missingToStart,
  unknownSentences,
} from './cost-sentences.ts'
import type { Way } from './cost-ways.ts'
import { highOf, LATER_MONTHS, lowOf, plainWays, rangeOver, waysToStart } from './cost-ways.ts'
import type { Age } from './freshness.ts'
import type { Cents } from './money.ts'
import { toCents } from './money.ts'
import type { Case, PriceLine, ProviderRecord } from './provider.ts'
import type { PreparedRubric } from './rubric.ts'

/** A price line with the day it is known from and how old that is. */
export type DatedLine = PriceLine & { observed_on: string | null; age: Age }

/** One summand: a line times a count. `low` and `high` are for all of them together. */
export type CostPart = { line: DatedLine; count: number; low: Cents; high: Cents; what: string }

export type CostRange =
  | { known: true; low: Cents; high: Cents; low_parts: CostPart[]; high_parts: CostPart[] }
  | { known: false; missing: string[] }

export type Cost = {
  plan: CarePlan
  /** One session as priced, cash, USD; null when no comparable session price is stated. */
  per_session: { low: Cents; high: Cents; lines: DatedLine[] } | null
  /** A sentence on why there is no price of one session; null when there is one. */
  per_session_gap: string | null
  /** The price lines that this sentence speaks of. */
  gap_lines: DatedLine[]
  to_start: CostRange
  first_3_months: CostRange
  first_year: CostRange
  /** What the plan needs and has no price: with any of it, the sums above are least amounts. */
  not_priced: string[]
  /** Sentences: what the amounts are known to include, what was assumed, what is not known. */
  included: string[]
  assumed: string[]
  unknown: string[]
  /** Lines that are not in the sums, each kind apart. */
  optional: DatedLine[]
  after_insurance: DatedLine[]
  other_currency: DatedLine[]
  /** Sentences that name two statements which cannot both hold. */
  contradictions: string[]
  /** Lines in use that are past their re-check day, stale or undated. */
  aged: DatedLine[]
}

/** Whole cents of one session when a price covers several, half a cent rounded up. */
function shareOf(amount: number, sessions: number): Cents {
  const rest = amount % sessions
  return toCents((amount - rest) / sessions + (2 * rest >= sessions ? 1 : 0))
}

/** The range of one session over some lines, each shared over its sessions; null for no line. */
export function sessionRange(lines: readonly DatedLine[]): { low: Cents; high: Cents } | null {
  const [first, ...others] = lines.map((line) => {
    const sessions = sessionsOf(line) ?? 1
    return { low: shareOf(lowOf(line), sessions), high: shareOf(highOf(line), sessions) }
  })
  if (!first) return null
  const range = { ...first }
  for (const { low, high } of others) {
    if (low < range.low) range.low = low
    if (high > range.high) range.high = high
  }
  return range
}

type SessionPrice = {
  range: { low: Cents; high: Cents } | null
  lines: readonly DatedLine[]
  shared: boolean
}

/**
 * The price of one session: as priced singly; else a course price shared over its sessions; a
 * price for newcomers only when there is no other. Months never count.
 */
function sessionPrice({ singles, packs, introductory }: SortedLines): SessionPrice {
  const newcomers = introductory.filter(({ service }) => service !== 'month')
  const one = newcomers.filter((line) => sessionsOf(line) === 1)
  const lines = [singles, packs, one, newcomers].find((group) => group.length > 0) ?? []
  return {
    range: sessionRange(lines),
    lines,
    shared: lines.some((line) => sessionsOf(line) !== 1),
  }
}

const SHARED =
  'The price of one session is a course price shared over its sessions, rounded to the cent. It holds all that the course includes.'

type Ranges = Pick<Cost, 'to_start' | 'first_3_months' | 'first_year'>

/** The three ranges, and the ways that their ends take. */
function rangesOf(ways: readonly Way[], lines: SortedLines, plan: CarePlan) {
  const taken = new Set<Way>()
  const start = () => missingToStart(lines, plan)
  const over = (months: number, missing: () => string[]): CostRange => {
    const found = rangeOver(ways, lines, plan, months)
    for (const way of found?.ways ?? []) taken.add(way)
    return found?.range ?? { known: false, missing: missing() }
  }
  const later = ways.length === 0 ? start : () => missingLater(lines, plan)
  const ranges: Ranges = {
    to_start: over(LATER_MONTHS.to_start, start),
    first_3_months: over(LATER_MONTHS.first_3_months, later),
    first_year: over(LATER_MONTHS.first_year, later),
  }
  return { ranges, taken: [...taken] }
}

function linesIn(ranges: Ranges): DatedLine[] {
  const parts = Object.values(ranges).flatMap((range) =>
    range.known ? [...range.low_parts, ...range.high_parts] : [],
  )
  return [...new Set(parts.map(({ line }) => line))]
}

/**
 * What one case of a provider costs under a care plan, in US cents, as of a day: to start
 * (evaluation and first course), for the first 3 months and for the first year. Each is a range
 * over the sound ways to buy it, or says what is missing. Extras that no source calls required or
 * optional count in the high end only. Throws `RangeError` for a plan that `carePlanProblem`
 * refuses, for a line whose source the record lacks, and for a rubric without criterion B1.
 */
export function costOf(
  record: ProviderRecord,
  of: Case,
  plan: CarePlan,
  prepared: PreparedRubric,
  today: IsoDate,
): Cost {
  const problem = carePlanProblem(plan)
  if (problem) throw new RangeError(`${problem.field} ${problem.detail}`)
  const stated = sortLines(record, of, prepared, today)
  const doubtful = doubtfulMonths(stated)
  const lines = { ...stated, months: stated.months.filter((line) => !doubtful.includes(line)) }
  const ways = waysToStart(lines, plan)
  const { ranges, taken } = rangesOf(ways, lines, plan)
  const used = linesIn(ranges)
  const session = sessionPrice(lines)
  const gap = session.range === null ? sessionGap(lines) : null
  const telling = ranges.to_start.known
    ? { record, plan, lines, taken, plain: plainWays(ways), to_start: ranges.to_start, used }
    : null
  const shown = new Set([...used, ...session.lines])
  return {
    plan,
    per_session: session.range && { ...session.range, lines: [...session.lines] },
    per_session_gap: gap?.words ?? null,
    gap_lines: [...(gap?.lines ?? [])],
    ...ranges,
    not_priced: telling ? notPriced(telling.to_start, lines) : [],
    included: includedSentences(used),
    assumed: [...(telling ? assumedSentences(telling) : []), ...(session.shared ? [SHARED] : [])],
    unknown: telling ? unknownSentences(telling) : [],
    optional: lines.optional,
    after_insurance: lines.after_insurance,
    other_currency: lines.other_currency,
    contradictions: contradictionsAmong(stated),
    aged: [...shown].filter(({ age }) => age !== 'fresh'),
  }
}

/** `costOf`, where a missing price says so if another kind of the provider's care has one. */
export function costAmongCases(...[record, of, ...given]: Parameters<typeof costOf>): Cost {
  const cost = costOf(record, of, ...given)
  const elsewhere = cost.per_session_gap === NO_PRICE && isPricedElsewhere(record, of)
  return elsewhere ? { ...cost, per_session_gap: PRICED_ELSEWHERE } : cost
}
