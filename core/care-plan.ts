/** The care plan that costs are counted for, and what is wrong with one. */

/** The assumptions that make prices comparable. */
export type CarePlan = {
  /** Sessions in the first course, 1 to 12. */
  first_course_sessions: number
  /** Sessions a month after the first course, 0 to 4. */
  maintenance_per_month: number
}

export const DEFAULT_CARE_PLAN: CarePlan = { first_course_sessions: 6, maintenance_per_month: 1 }

export type CarePlanProblem = { field: keyof CarePlan; detail: string }

const PLAN_LIMITS = { first_course_sessions: [1, 12], maintenance_per_month: [0, 4] } as const

/** The first thing wrong with a care plan, naming its field, or null when it can be used. */
export function carePlanProblem(plan: CarePlan): CarePlanProblem | null {
  for (const field of ['first_course_sessions', 'maintenance_per_month'] as const) {
    const [least, most] = PLAN_LIMITS[field]
    const value = plan[field]
    if (Number.isInteger(value) && value >= least && value <= most) continue
    return { field, detail: `must be a whole number from ${least} to ${most}` }
  }
  return null
}
