/**
 * What goes into an assessment, and what is refused whole before any of it is scored (SCORING 1).
 */

import { isPartialDate, parseDay } from './calendar.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Level, ProviderStatus, Strength } from './vocabulary.ts'
import { LEVELS, MODALITIES, SETTINGS, STRENGTHS } from './vocabulary.ts'

export type Finding = {
  criterion: string
  level: Level
  /** With `partly` only: the source shows this much and may show more. */
  at_least?: boolean
  /** null counts as weak. */
  strength: Strength | null
  modality: string | null
  setting: string | null
  state: string | null
  url: string | null
  observed_on: string | null
  retrieved_on: string | null
}

export type AssessmentInput = {
  modality: string
  setting: string
  state: string | null
  /** The day of the assessment, `YYYY-MM-DD`. */
  asOf: string
  findings: readonly Finding[]
  provider_status?: ProviderStatus
  not_applicable?: readonly { criterion: string; reason: string }[]
  /** Pillar id to weight; the rubric's own weights when absent. */
  weights?: Readonly<Record<string, number>>
}

export type RejectionReason =
  | 'unknown-criterion'
  | 'unknown-level'
  | 'unknown-strength'
  | 'unknown-modality'
  | 'unknown-setting'
  | 'bad-at-least'
  | 'bad-date'
  | 'negative-weight'
  | 'bad-weights'
  | 'bad-not-applicable'

type Refusal = { reason: RejectionReason; detail: string }

function weightsRefusal(input: AssessmentInput, prepared: PreparedRubric): Refusal | null {
  if (input.weights === undefined) return null
  const entries = Object.entries(input.weights)
  const negative = entries.find(([, weight]) => weight < 0)
  if (negative) {
    return { reason: 'negative-weight', detail: `weight of ${negative[0]} is ${negative[1]}` }
  }
  const pillars = prepared.rubric.pillars
  const whole =
    entries.length === pillars.length &&
    pillars.every((pillar) => Number.isFinite(input.weights?.[pillar.id])) &&
    entries.some(([, weight]) => weight > 0)
  if (whole) return null
  return { reason: 'bad-weights', detail: 'one finite weight for each pillar, not all of them 0' }
}

function findingRefusal(finding: Finding, prepared: PreparedRubric): Refusal | null {
  const { criterion, level, strength, modality, setting } = finding
  if (!prepared.criterionById.has(criterion)) {
    return { reason: 'unknown-criterion', detail: `criterion ${criterion}` }
  }
  if (!LEVELS.includes(level)) return { reason: 'unknown-level', detail: `level ${level}` }
  if (strength !== null && !STRENGTHS.includes(strength)) {
    return { reason: 'unknown-strength', detail: `strength ${strength}` }
  }
  if (modality !== null && !(MODALITIES as readonly string[]).includes(modality)) {
    return { reason: 'unknown-modality', detail: `modality ${modality}` }
  }
  if (setting !== null && !(SETTINGS as readonly string[]).includes(setting)) {
    return { reason: 'unknown-setting', detail: `setting ${setting}` }
  }
  if (finding.at_least === true && level !== 'partly') {
    return { reason: 'bad-at-least', detail: `at_least with ${level} on ${criterion}` }
  }
  for (const date of [finding.observed_on, finding.retrieved_on]) {
    if (date !== null && !isPartialDate(date)) return { reason: 'bad-date', detail: date }
  }
  return null
}

/** The first thing wrong with an input, or null; nothing is ever scored in part. */
export function refusal(input: AssessmentInput, prepared: PreparedRubric): Refusal | null {
  if (parseDay(input.asOf) === null) return { reason: 'bad-date', detail: input.asOf }
  if (!(MODALITIES as readonly string[]).includes(input.modality)) {
    return { reason: 'unknown-modality', detail: `modality ${input.modality}` }
  }
  if (!(SETTINGS as readonly string[]).includes(input.setting)) {
    return { reason: 'unknown-setting', detail: `setting ${input.setting}` }
  }
  const weights = weightsRefusal(input, prepared)
  if (weights) return weights
  for (const { criterion, reason } of input.not_applicable ?? []) {
    const known = prepared.criterionById.get(criterion)
    if (!known) return { reason: 'unknown-criterion', detail: `criterion ${criterion}` }
    if (known.criterion.not_applicable_when === undefined || reason.trim() === '') {
      return { reason: 'bad-not-applicable', detail: `criterion ${criterion}` }
    }
  }
  for (const finding of input.findings) {
    const refused = findingRefusal(finding, prepared)
    if (refused) return refused
  }
  return null
}
