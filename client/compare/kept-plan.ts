/** The care plan in the shortlist of this browser: what the address has, and what it must not have. */

import type { CarePlan } from '#core/care-plan.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { SavedPlan } from '#core/shortlist.ts'
import { change, shortlist } from '../state/kept.ts'
import { queryOf } from '../state/query-string.ts'
import { withPlan } from './address.ts'

const USUAL: SavedPlan = { ...DEFAULT_CARE_PLAN, horizon_months: 3, told_by_insurer_cents: null }

/** The kept plan, or the usual one. */
export function keptPlan(): SavedPlan {
  return shortlist.value.care_plan ?? USUAL
}

/** Keeps a part of the plan; returns what is said. */
export function keepPlan(part: Partial<SavedPlan>, what: string): string {
  const next = { ...keptPlan(), ...part }
  if (JSON.stringify(next) === JSON.stringify(keptPlan())) return what
  return change((list) => ({ ...list, care_plan: next }), what)
}

/** The address with the kept plan, where it names none of its own. */
export function withKeptPlan(url: string): string {
  const query = queryOf(url)
  const plan = shortlist.value.care_plan
  if (plan === null || query.has('sessions') || query.has('maintenance')) return url
  const isUsual = (field: keyof CarePlan) => plan[field] === DEFAULT_CARE_PLAN[field]
  if (isUsual('first_course_sessions') && isUsual('maintenance_per_month')) return url
  return withPlan(url, plan)
}

/** Dollars as typed, "45", "$1,200" or "45.50", in cents; null where it is no amount. */
export function centsTyped(text: string): number | null {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const whole = Number((match[1] ?? '').replaceAll(',', ''))
  return whole * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0)
}
