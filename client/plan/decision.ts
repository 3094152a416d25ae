/** What day 7 shows of each saved provider: its range with the person's own answers, and the gaps. */

import { consultSheet } from '#core/ask.ts'
import type { Scored } from '#core/assess.ts'
import { assessRecord, findingsOf } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { onScreen } from '#core/points.ts'
import type { ProviderProfile } from '#core/profile.ts'
import type { Case, ProviderRecord } from '#core/provider.ts'
import { caseId, casesOf, isClosed } from '#core/provider.ts'
import { defaultWeights, isOwnWeights, reweigh, weightsProblem } from '#core/rank-weights.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { answersAbout } from '#core/shortlist.ts'
import { answerFinding } from '#core/told-findings.ts'

/** What came of asking for a record: it, that there is none any more, or that nobody answered. */
export type Fetched = { is: 'here'; profile: ProviderProfile } | { is: 'gone' } | { is: 'failed' }

export type Decided =
  | { is: 'gone' | 'failed' | 'closed' | 'no_case' }
  | {
      is: 'scored'
      case: string
      /** Whole points of 100 under the weights in use, own answers counted. */
      low: number
      high: number
      answers: number
      /** Required checks that are not settled, and how many other questions are open. */
      open_checks: string[]
      open_questions: number
    }

/** The weights in use: the person's own if they can be used, else the rubric's. */
export function weightsInUse(list: Shortlist, prepared: PreparedRubric) {
  const own = list.weights
  return own !== null && weightsProblem(own, prepared) === null ? own : defaultWeights(prepared)
}

/** Each pillar with its share in percent, heaviest first; `own` if the person set them. */
export function weightLines(list: Shortlist, prepared: PreparedRubric) {
  const weights = weightsInUse(list, prepared)
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const lines = prepared.rubric.pillars.map(({ id, name }) => ({
    name,
    percent: Math.round(((weights[id] ?? 0) / total) * 100),
  }))
  return {
    own: isOwnWeights(weights, prepared),
    lines: lines.sort((one, other) => other.percent - one.percent),
  }
}

const chosenCase = (record: ProviderRecord, entry: ShortlistEntry): Case | undefined => {
  const cases = casesOf(record)
  return cases.find((one) => caseId(one) === entry.case) ?? cases[0]
}

function scoredLine(usual: Scored, answers: number, list: Shortlist, prepared: PreparedRubric) {
  const { low, high } = reweigh(usual, weightsInUse(list, prepared), prepared)
  const open = consultSheet(usual, prepared)
  return {
    is: 'scored' as const,
    case: usual.case,
    low: onScreen(low),
    high: onScreen(high),
    answers,
    open_checks: open.filter(({ is_gate }) => is_gate).map(({ short_label }) => short_label),
    open_questions: open.filter(({ is_gate }) => !is_gate).length,
  }
}

/** One saved provider, as far as it can be judged today. */
export function decide(
  entry: ShortlistEntry,
  fetched: Fetched,
  list: Shortlist,
  prepared: PreparedRubric,
  today: IsoDate,
): Decided {
  if (fetched.is !== 'here') return fetched
  const { record } = fetched.profile
  if (isClosed(record)) return { is: 'closed' }
  const of = chosenCase(record, entry)
  if (of === undefined) return { is: 'no_case' }
  const answers = answersAbout(list, entry.provider)
  const told = answers.flatMap((answer) => answerFinding(answer, prepared) ?? [])
  const findings = [...findingsOf(record), ...told]
  const assessment = assessRecord(record, of, prepared, today, null, findings)
  if (assessment.status !== 'scored') return { is: 'no_case' }
  return scoredLine(assessment, told.length, list, prepared)
}
