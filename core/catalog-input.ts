/**
 * What the catalog is built from: one compact entry per provider, in which every judgment has
 * already been made. Entries of providers that did not change are used again as they are.
 */

import type { Place } from './geo.ts'
import type { Cents } from './money.ts'
import type { Case } from './provider.ts'
import type { VerdictFilter } from './search-query.ts'
import { VERDICT_FILTERS } from './search-query.ts'
import type { Condition, Origin, PaymentWay, ProviderKind, ProviderStatus } from './vocabulary.ts'

export type PriceRange = { low: Cents; high: Cents }

/** Points of 100 and coverage in percent, unrounded; null where care is not scored. */
export type AssessedCase = {
  low: number | null
  stated: number | null
  high: number | null
  coverage: number | null
  /** One letter per criterion, in the order of the catalog's criteria; see `verdictLetters`. */
  verdicts: string
}

export type CatalogCase = Case &
  AssessedCase & {
    /** `iv-clinic` */
    id: string
    /** Every offering of the case is known to have ended. */
    ended: boolean
    /** Cash prices in USD under the default care plan; null when not comparable. */
    session: PriceRange | null
    first_3_months: PriceRange | null
    /** What the case comes to for a patient of a state that some finding names. */
    by_state: Record<string, AssessedCase>
  }

export type CatalogEntry = {
  id: string
  origin: Origin
  name: string
  aliases: string[]
  cities: string[]
  kind: ProviderKind
  status: ProviderStatus
  /** US states with a site, and those served from afar as far as sources list them. */
  site_states: string[]
  served_states: string[]
  /** False: it treats from afar, and no source lists all the states it serves. */
  reach_known: boolean
  points: Place[]
  /** Ways that are accepted, wholly or partly. */
  payment: PaymentWay[]
  /** Whether any source says anything about any way of paying. */
  payment_known: boolean
  conditions: Condition[]
  /** In the order of the rubric's cases; empty when no offering is established. */
  cases: CatalogCase[]
}

const LETTERS: Record<VerdictFilter, string> = {
  met: 'm',
  partly: 'p',
  not_met: 'n',
  conflict: 'c',
  unknown: 'u',
  not_applicable: '-',
}

/** The verdicts of a case as one letter each: a few bytes where an array would take hundreds. */
export function verdictLetters(verdicts: readonly VerdictFilter[]): string {
  return verdicts.map((verdict) => LETTERS[verdict]).join('')
}

const POSITION_OF_LETTER = new Map(VERDICT_FILTERS.map((verdict, at) => [LETTERS[verdict], at]))

/** The position in `VERDICT_FILTERS` of one letter; throws `RangeError` for any other letter. */
export function verdictPosition(letters: string, at: number): number {
  const position = POSITION_OF_LETTER.get(letters.charAt(at))
  if (position === undefined) throw new RangeError(`no verdict at ${at} of "${letters}"`)
  return position
}

/** Text as the list sorts it: lower case, compared by code units. */
export function sortableName(name: string): string {
  return name.toLowerCase()
}

/**
 * The cases of an entry as they are shown, best first: current before ended, then by coverage, then
 * by confirmed points, then in rubric order. With a state, as they stand for a patient of it.
 */
export function casesAsShown(entry: CatalogEntry, state: string | null): CatalogCase[] {
  const cases = entry.cases.map((one) => {
    const there = state === null ? undefined : one.by_state[state]
    return there ? { ...one, ...there } : one
  })
  const missing = -1
  return cases.sort(
    (one, other) =>
      Number(one.ended) - Number(other.ended) ||
      (other.coverage ?? missing) - (one.coverage ?? missing) ||
      (other.low ?? missing) - (one.low ?? missing),
  )
}
