/** The plan and the journal of this browser, each under its own key. */

import { journalText, mergeJournals, readJournal } from '#core/journal.ts'
import { mergePlans, planText, readPlan } from '#core/plan.ts'
import { createKept } from '../state/keep.ts'

export const plan = createKept({
  key: 'touchstone-plan',
  aside: 'touchstone-plan-unread',
  name: 'plan',
  read: readPlan,
  write: planText,
  merge: mergePlans,
})

export const journal = createKept({
  key: 'touchstone-journal',
  aside: 'touchstone-journal-unread',
  name: 'journal',
  read: readJournal,
  write: journalText,
  merge: mergeJournals,
})

/**
 * A new id, greater than those made before: the time in hex, then chance. `randomUUID` exists on
 * secure pages only, and would not keep the order in which things were written.
 */
export function newId(now = Date.now()): string {
  const chance = crypto.getRandomValues(new Uint8Array(10))
  const hex = [...chance].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return now.toString(16).padStart(12, '0') + hex
}
