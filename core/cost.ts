/**
 * What care costs under one care plan, from price lines as stated. Types first; see `costOf`.
 */

import type { Age } from './freshness.ts'
import type { Cents } from './money.ts'
import type { PriceLine } from './provider.ts'

/** The assumptions that make prices comparable. */
export type CarePlan = {
  /** Sessions in the first course, 1 to 12. */
  first_course_sessions: number
  /** Sessions a month after the first course, 0 to 4. */
  maintenance_per_month: number
}

export const DEFAULT_CARE_PLAN: CarePlan = { first_course_sessions: 6, maintenance_per_month: 1 }

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
  per_session: { low: Cents; high: Cents } | null
  to_start: CostRange
  first_3_months: CostRange
  first_year: CostRange
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
