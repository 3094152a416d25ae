/**
 * What one criterion comes to from its findings: which of them count, their value, and for a gate
 * its status and cap (SCORING 3, 4 and 5). Points and letters are not made here.
 */

import type { Finding } from './assessment-input.ts'
import type { Dating } from './freshness.ts'
import { dateFinding, stepDown } from './freshness.ts'
import type { Case } from './provider.ts'
import type { Criterion, Gate, HardDate, Interval, Rubric } from './rubric.ts'
import { fits } from './rubric.ts'
import type { Grade, Strength, Verdict } from './vocabulary.ts'
import { worse } from './vocabulary.ts'

/** Why a finding on this criterion was left out. */
export type SetAside = 'other_case' | 'future' | 'stale' | 'too_weak' | 'older_reading'

/** One finding with what the rules made of it. `finding` is the input's own object. */
export type Reading = {
  finding: Finding
  dating: Dating
  /** The strength after ageing; null when nothing is left of it. */
  strength: Strength | null
  verified: boolean
  set_aside: SetAside | null
  /** Among the strongest: it decides the value. */
  decides: boolean
}

export type GateStatus = 'unknown' | 'at_least_partly' | 'not_met' | 'conflict' | 'partly' | 'met'

export type CriterionResult = {
  criterion: string
  pillar: string
  weight: number
  /** Points of 100 that the criterion carries. */
  share: number
  value: Interval
  /** What the best evidence says at its word: 1, 1/2 or 0; 0 when unknown. */
  face: number
  verdict: Verdict
  covered: boolean
  in_conflict: boolean
  /** The best effective strength among the findings left. */
  strength: Strength | null
  gate: { status: GateStatus; cap: Grade | null } | null
  date_problem: boolean
  law_review: boolean
  readings: Reading[]
}

export type CriterionContext = {
  criterion: Criterion
  share: number
  hardDate: HardDate | null
  of: Case
  state: string | null
  /** Day number of the assessment. */
  today: number
  rubric: Rubric
}

const RANK: Record<Strength, number> = { proof: 0, strong: 1, claim: 2, weak: 3 }
const FACE = { met: 1, partly: 0.5, floor: 0.5, not_met: 0 } as const
type Answer = keyof typeof FACE

const answerOf = (finding: Finding): Answer => (finding.at_least ? 'floor' : finding.level)

function matches(finding: Finding, context: CriterionContext): boolean {
  return (
    (finding.modality === null || finding.modality === context.of.modality) &&
    (finding.setting === null || finding.setting === context.of.setting) &&
    (finding.state === null || finding.state === context.state)
  )
}

/** Steps 1 to 4: does it match, how old is it, how strong is it still. */
function read(finding: Finding, context: CriterionContext, lawEnded: number | null): Reading {
  const dating = dateFinding(
    finding.observed_on,
    finding.retrieved_on,
    context.criterion,
    context.today,
  )
  const reading: Reading = {
    finding,
    dating,
    strength: null,
    verified: false,
    set_aside: null,
    decides: false,
  }
  if (!matches(finding, context)) {
    reading.set_aside = 'other_case'
    return reading
  }
  if (dating.age === 'future' || dating.age === 'stale') {
    reading.set_aside = dating.age
    return reading
  }
  const stated = finding.strength ?? 'weak'
  const aged =
    dating.age !== 'fresh' ||
    (lawEnded !== null && (dating.observedDay === null || dating.observedDay <= lawEnded))
  reading.strength = aged ? stepDown(stated) : stated
  if (reading.strength === null) reading.set_aside = 'too_weak'
  else reading.verified = stated === 'proof' && dating.observedDay !== null
  return reading
}

/** Step 5: of several readings of one source, only the newest stay; undated ones give way. */
function dropOlderReadings(readings: readonly Reading[]): void {
  const newest = new Map<string, number>()
  const keyOf = ({ finding }: Reading) =>
    `${finding.modality}|${finding.setting}|${finding.state}|${finding.url}`
  for (const reading of readings) {
    if (reading.set_aside !== null || reading.finding.url === null) continue
    const key = keyOf(reading)
    const day = reading.dating.observedDay ?? Number.NEGATIVE_INFINITY
    newest.set(key, Math.max(day, newest.get(key) ?? Number.NEGATIVE_INFINITY))
  }
  for (const reading of readings) {
    if (reading.set_aside !== null || reading.finding.url === null) continue
    const day = reading.dating.observedDay ?? Number.NEGATIVE_INFINITY
    if (day < (newest.get(keyOf(reading)) ?? day)) reading.set_aside = 'older_reading'
  }
}

function intervalOf(answer: Answer, strength: Strength, rubric: Rubric): Interval {
  const intervals = rubric.strength_intervals
  return answer === 'floor' ? [intervals.partly[strength][0], 1] : intervals[answer][strength]
}

type Weighed = { value: Interval; face: number; verdict: Verdict; answers: Answer[] }

/** The value of the strongest findings (SCORING 4): one level, a floor, or the hull of a conflict. */
function weigh(best: readonly Reading[], strength: Strength, rubric: Rubric): Weighed {
  let answers = [...new Set(best.map(({ finding }) => answerOf(finding)))]
  if (answers.includes('partly') || answers.includes('met')) {
    answers = answers.filter((answer) => answer !== 'floor')
  }
  const intervals = answers.map((answer) => intervalOf(answer, strength, rubric))
  const [only] = answers
  const [interval] = intervals
  if (only !== undefined && interval !== undefined && answers.length === 1) {
    const verdict = only === 'floor' ? 'at_least_partly' : only
    return { value: interval, face: FACE[only], verdict, answers }
  }
  const low = Math.min(...intervals.map((one) => one[0]))
  const high = Math.max(...intervals.map((one) => one[1]))
  const face = Math.min(...answers.map((answer) => FACE[answer]))
  return { value: [low, high], face, verdict: 'conflict', answers }
}

function mildestOfConflict(gate: Gate, answers: readonly Answer[], notMet: Grade | null) {
  const caps = answers.map((answer) => {
    if (answer === 'not_met') return notMet
    return answer === 'partly' ? gate.partly : null
  })
  let mildest: Grade | null = caps[0] ?? null
  for (const cap of caps) if (worse(cap, mildest) === mildest) mildest = cap
  return worse(mildest, gate.unknown)
}

/** The status of a gate and the cap it sets (SCORING 5); the first status that fits stands. */
function gateOf(gate: Gate, weighed: Weighed, left: readonly Reading[], context: CriterionContext) {
  const settles = left.some((reading) =>
    gate.settled_by === 'verified' ? reading.verified : reading.strength !== 'weak',
  )
  if (!settles) return { status: 'unknown' as const, cap: gate.unknown }
  const override = gate.not_met_overrides?.find((entry) => fits(entry, context.of))
  const notMet = override?.cap ?? gate.not_met
  switch (weighed.verdict) {
    case 'at_least_partly':
      return { status: 'at_least_partly' as const, cap: gate.unknown }
    case 'not_met': {
      const dated = left.some(
        (reading) =>
          reading.finding.level === 'not_met' &&
          reading.dating.observedDay !== null &&
          (reading.decides || reading.verified),
      )
      return { status: 'not_met' as const, cap: notMet === 'F' && !dated ? ('D' as const) : notMet }
    }
    case 'conflict':
      return { status: 'conflict' as const, cap: mildestOfConflict(gate, weighed.answers, notMet) }
    case 'partly':
      return { status: 'partly' as const, cap: gate.partly }
    default:
      return { status: 'met' as const, cap: null }
  }
}

const NO_READINGS: Reading[] = []

/** Weighs all findings on one criterion, given in any order, for one case, state and day. */
export function weighCriterion(
  findings: readonly Finding[],
  context: CriterionContext,
): CriterionResult {
  const { criterion, hardDate, today, rubric } = context
  const lawEnded =
    hardDate !== null && today > hardDate.day && hardDate.clearedDay > today ? hardDate.day : null
  const result: CriterionResult = {
    criterion: criterion.id,
    pillar: criterion.pillar,
    weight: criterion.weight,
    share: context.share,
    value: rubric.strength_intervals.unknown,
    face: 0,
    verdict: 'unknown',
    covered: false,
    in_conflict: false,
    strength: null,
    gate: criterion.gate ? { status: 'unknown', cap: criterion.gate.unknown } : null,
    date_problem: false,
    law_review: lawEnded !== null,
    readings: NO_READINGS,
  }
  if (findings.length === 0) return result
  const readings = findings.map((finding) => read(finding, context, lawEnded))
  if (readings.length > 1) dropOlderReadings(readings)
  result.readings = readings
  result.date_problem = readings.some(
    ({ set_aside, dating }) => set_aside !== 'other_case' && dating.dateProblem,
  )
  const left = readings.filter(({ set_aside }) => set_aside === null)
  const strength = left.reduce<Strength | null>(
    (best, one) =>
      one.strength !== null && (best === null || RANK[one.strength] < RANK[best])
        ? one.strength
        : best,
    null,
  )
  if (strength === null) return result
  const best = left.filter((reading) => reading.strength === strength)
  for (const reading of best) reading.decides = true
  result.covered = true
  result.strength = strength
  let weighed = weigh(best, strength, rubric)
  result.in_conflict = weighed.verdict === 'conflict'
  const failedForSure =
    criterion.gate !== undefined &&
    left.some((reading) => reading.verified && reading.finding.level === 'not_met')
  if (failedForSure) {
    result.in_conflict = weighed.answers.some((answer) => answer !== 'not_met')
    weighed = { ...weighed, value: [0, 0], face: 0, verdict: 'not_met' }
  }
  result.value = weighed.value
  result.face = weighed.face
  result.verdict = weighed.verdict
  if (criterion.gate) result.gate = gateOf(criterion.gate, weighed, left, context)
  return result
}
