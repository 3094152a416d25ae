/** A summary in words (SCORING 10), the same on every page and in every export. */

import type { CaseSummary } from './listing.ts'
import { onScreen } from './points.ts'

/** Said in place of a letter when public sources do not carry one. */
export const NOT_ENOUGH = 'Not enough public information'

/** "31 of 100 points confirmed, up to 88 possible". */
export function sumUpPoints(summary: Pick<CaseSummary, 'low' | 'high'>): string {
  if (summary.low === null || summary.high === null) return 'Not scored'
  return `${onScreen(summary.low)} of 100 points confirmed, up to ${onScreen(summary.high)} possible`
}

/** One letter when both ends agree, else "B confirmed, up to A"; never blank. */
export function sumUpLetter(summary: CaseSummary): string {
  const { status, confirmed_grade: confirmed, possible_grade: possible } = summary
  if (status === 'not_scored') return 'Not scored'
  if (confirmed === null || possible === null) return NOT_ENOUGH
  if (confirmed === 'F') return 'F: failed a required check'
  return confirmed === possible ? confirmed : `${confirmed} confirmed, up to ${possible}`
}
