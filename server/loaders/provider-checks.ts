/** What was checked of a provider, for its page. */

import type { CheckView } from '#core/check-view.ts'
import { checkedPlace } from '#core/check-view.ts'
import { listChecks } from '#db/check-results.ts'
import type { Db } from '#db/schema.ts'

/** The checks that stand now; none if the provider was never checked. */
export async function loadChecks(db: Db, providerId: string): Promise<CheckView[]> {
  const checks = await listChecks(db, providerId)
  return checks.map((check) => ({
    subject: check.subject,
    subject_kind: check.subject_kind,
    place: checkedPlace(check.list),
    state: check.state,
    // Words about rows that are not settled stay with the curators.
    statement: check.state === 'found' ? check.statement : null,
    url: check.url,
    checked_on: check.checked_on,
    covers_to: check.covers_to,
    by: check.done_by,
  }))
}
