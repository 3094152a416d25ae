/**
 * How old a finding is and what that does to its strength (SCORING 3, steps 2 to 4).
 * Undated evidence is past re-check, never fresh; the day it was retrieved makes nothing fresh.
 */

import type { IsoDate, PartialDate } from './calendar.ts'
import { dayNumber, firstDay, lastDay } from './calendar.ts'
import type { Strength } from './vocabulary.ts'

/** `future` and `stale` findings are dropped; `past_recheck` and `undated` lose one step. */
export type Age = 'fresh' | 'past_recheck' | 'stale' | 'undated' | 'future'

export type Dating = {
  age: Age
  /** The day number it counts from, or null when undated or contradictory. */
  observedDay: number | null
  /** Observed in the future, or observed after it was retrieved. */
  dateProblem: boolean
}

export type FreshnessLimits = { recheck_days: number; stale_days: number }

/**
 * The age of a statement on `today` (a day number). A partial date stands for its first day when
 * observed and its last day when retrieved; observed after retrieved counts as undated.
 */
export function dateFinding(
  observedOn: PartialDate | null,
  retrievedOn: PartialDate | null,
  limits: FreshnessLimits,
  today: number,
): Dating {
  if (observedOn === null) return { age: 'undated', observedDay: null, dateProblem: false }
  const observedDay = dayNumber(firstDay(observedOn))
  if (observedDay > today) return { age: 'future', observedDay, dateProblem: true }
  if (retrievedOn !== null && observedDay > dayNumber(lastDay(retrievedOn))) {
    return { age: 'undated', observedDay: null, dateProblem: true }
  }
  const days = today - observedDay
  if (days <= limits.recheck_days) return { age: 'fresh', observedDay, dateProblem: false }
  const age = days <= limits.stale_days ? 'past_recheck' : 'stale'
  return { age, observedDay, dateProblem: false }
}

const STEP_DOWN: Record<Strength, Strength | null> = {
  proof: 'strong',
  strong: 'claim',
  claim: 'weak',
  weak: null,
}

/** One step weaker; null when there is nothing below. */
export function stepDown(strength: Strength): Strength | null {
  return STEP_DOWN[strength]
}

/** Whether a price or other dated fact is due for a re-check or stale on a day. */
export function factAge(
  observedOn: PartialDate | null,
  limits: FreshnessLimits,
  today: IsoDate,
): Age {
  return dateFinding(observedOn, null, limits, dayNumber(today)).age
}
