/** When a letter may be shown, and why not when it may not (SCORING 7). */

import type { AssessmentInput } from './assessment-input.ts'
import type { CriterionResult } from './criterion-value.ts'
import { SLACK } from './points.ts'
import type { PreparedCase, PreparedRubric } from './rubric.ts'

/** Percent of the weight of each core pillar that any finding covers, by pillar id (SCORING 6). */
export function coreCoverage(
  criteria: readonly CriterionResult[],
  of: PreparedCase,
  prepared: PreparedRubric,
): Record<string, number> {
  const result: Record<string, number> = {}
  for (const pillar of prepared.rubric.coverage_rules.core_pillars) {
    let covered = 0
    for (const entry of criteria) {
      if (entry.pillar === pillar && entry.covered) covered += entry.weight
    }
    const at = prepared.rubric.pillars.findIndex((one) => one.id === pillar)
    const sum = of.pillarSums[at] ?? 0
    result[pillar] = sum > 0 ? (100 * covered) / sum : 0
  }
  return result
}

/** A gate that a record or statement has decided, for better or worse. */
export const isSettled = (status: string) =>
  status === 'met' || status === 'partly' || status === 'not_met'

/** Why no letter may be shown, in the order of SCORING 7; none when it may. */
export function noLetterReasons(
  input: AssessmentInput,
  prepared: PreparedRubric,
  coverage: number,
  core: Record<string, number>,
  criteria: readonly CriterionResult[],
  failed: boolean,
): string[] {
  const rules = prepared.rubric.coverage_rules
  const reasons: string[] = []
  if (input.provider_status === 'closed') reasons.push('closed')
  if (failed) return reasons
  if (coverage < rules.overall_min_percent - SLACK) reasons.push('coverage')
  for (const pillar of rules.core_pillars) {
    if ((core[pillar] ?? 0) < rules.core_min_percent - SLACK) reasons.push(`core:${pillar}`)
  }
  for (const id of rules.gates_that_must_be_settled) {
    const gate = criteria.find((entry) => entry.criterion === id)?.gate
    if (gate && !isSettled(gate.status)) reasons.push(`gate:${id}`)
  }
  return reasons
}
