/** What a change of address did, in a sentence for those who cannot see it. */

import { MAX_COMPARED } from '#core/compare-limits.ts'
import { countInWords } from '#core/cost-words.ts'
import { queryOf } from '../state/query-string.ts'
import { askedIn } from './address.ts'

type Names = (id: string) => string

function providersInWords(before: string[], after: string[], nameOf: Names): string | null {
  const gone = before.filter((id) => !after.includes(id)).map(nameOf)
  const come = after.filter((id) => !before.includes(id)).map(nameOf)
  const count = `${after.length} of ${MAX_COMPARED} are compared.`
  if (gone.length > 0 && come.length > 0)
    return `${come.join(' and ')} took the place of ${gone.join(' and ')}.`
  if (come.length > 0) {
    const limit = after.length === MAX_COMPARED ? ' That is the most.' : ''
    return `${come.join(' and ')} was added. ${count}${limit}`
  }
  if (gone.length > 0) return `${gone.join(' and ')} was removed. ${count}`
  if (before.join() === after.join()) return null
  return `The order is now ${after.map(nameOf).join(', ')}.`
}

/** A sentence on what is different, or null when nothing is that a page says aloud. */
export function changeInWords(before: string, after: string, nameOf: Names): string | null {
  const [old, now] = [askedIn(before), askedIn(after)]
  const moved = providersInWords(old.ids, now.ids, nameOf)
  if (moved !== null) return moved
  const { first_course_sessions: sessions, maintenance_per_month: monthly } = now.plan
  if (JSON.stringify(old.plan) !== JSON.stringify(now.plan)) {
    return `All costs are added up for ${countInWords(sessions, 'session')}, then ${monthly} a month.`
  }
  if (old.case !== now.case) return 'Another kind of care is compared.'
  const view = (url: string) => queryOf(url).get('view')
  if (view(before) === view(after)) return null
  return view(after) === null ? 'Verdicts only.' : 'The reasons stand under each verdict.'
}
