/**
 * When one provider may be named as ahead (SCORING 12, Leader). Most of the time none may.
 */

import { band } from './assess.ts'
import { SLACK } from './points.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Grade } from './vocabulary.ts'
import { GRADES, worse } from './vocabulary.ts'

export type LeaderCandidate = {
  id: string
  letter_shown: boolean
  /** After caps; null where no letter is shown. */
  confirmed_grade: Grade | null
  low: number
  high: number
  /** The strictest cap. */
  cap: Grade | null
}

/** Odds that the provider at position i stands above the one at j, gates on. */
export type OddsAt = (i: number, j: number) => number

const notWorse = (one: Grade, other: Grade) => GRADES.indexOf(one) <= GRADES.indexOf(other)

/** Points and grades apart: even at its best, the rival does not reach it. */
function standsClear(one: LeaderCandidate, rival: LeaderCandidate, prepared: PreparedRubric) {
  const best = worse(band(rival.high, prepared), rival.cap)
  const grade = one.confirmed_grade
  return one.low > rival.high && grade !== null && best !== null && notWorse(grade, best)
}

/**
 * The one provider that leads, or null: it has a letter, its confirmed grade is good enough, and
 * against every other it either stands clear or has the needed odds in both runs.
 */
export function findLeader(
  candidates: readonly LeaderCandidate[],
  near: OddsAt,
  stress: OddsAt,
  prepared: PreparedRubric,
): string | null {
  if (candidates.length < 2) return null
  const { leader_grades, leader_odds } = prepared.rubric.comparison
  const sure = (odds: number) => odds >= leader_odds - SLACK
  const leaders = candidates.filter((one, i) => {
    if (!one.letter_shown || one.confirmed_grade === null) return false
    if (!leader_grades.includes(one.confirmed_grade)) return false
    return candidates.every(
      (rival, j) =>
        i === j || standsClear(one, rival, prepared) || (sure(near(i, j)) && sure(stress(i, j))),
    )
  })
  return leaders.length === 1 ? (leaders[0]?.id ?? null) : null
}

/** Whether the odds in both runs are outside the leader odds on the same side. */
export function separated(near: number, stress: number, prepared: PreparedRubric): boolean {
  const sure = prepared.rubric.comparison.leader_odds - SLACK
  return (near >= sure && stress >= sure) || (1 - near >= sure && 1 - stress >= sure)
}
