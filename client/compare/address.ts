/** The comparison that an address asks for, read as the server reads it; faults fall to defaults. */

import type { CarePlan } from '#core/care-plan.ts'
import { carePlanProblem, DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { US_STATES } from '#core/vocabulary.ts'
import { hrefOf, queryOf } from '../state/query-string.ts'

export type Asked = {
  ids: string[]
  case: string | null
  state: string | null
  plan: CarePlan
}

function planOf(query: URLSearchParams): CarePlan {
  const number = (name: string, usual: number) => Number(query.get(name) ?? usual)
  const plan = {
    first_course_sessions: number('sessions', DEFAULT_CARE_PLAN.first_course_sessions),
    maintenance_per_month: number('maintenance', DEFAULT_CARE_PLAN.maintenance_per_month),
  }
  return carePlanProblem(plan) === null ? plan : DEFAULT_CARE_PLAN
}

/** What an address of the compare page asks for. */
export function askedIn(url: string): Asked {
  const query = queryOf(url)
  const ids = query.getAll('ids').flatMap((part) => part.split(','))
  const state = US_STATES.find((one) => one === query.get('state')) ?? null
  const trimmed = ids.map((id) => id.trim()).filter(Boolean)
  return { ids: [...new Set(trimmed)], case: query.get('case'), state, plan: planOf(query) }
}

/** The address with another care plan. */
export function withPlan(url: string, plan: CarePlan): string {
  const query = queryOf(url)
  query.set('sessions', String(plan.first_course_sessions))
  query.set('maintenance', String(plan.maintenance_per_month))
  return hrefOf('/compare', query)
}

/** The page's path and query, whatever form the address comes in. */
export function pathOf(href: string): string {
  const { pathname, search } = new URL(href, 'http://page')
  return pathname + search
}
