/** What was checked of a provider, for its page. */

import type { CheckView } from '#core/check-view.ts'
import { checkedPlace, publicCheck } from '#core/check-view.ts'
import { listChecks } from '#db/check-results.ts'
import type { Db } from '#db/schema.ts'

/** The checks that stand now; none if the provider was never checked. */
export async function loadChecks(db: Db, providerId: string): Promise<CheckView[]> {
  const checks = await listChecks(db, providerId)
  const [made_on] = checks.map(({ checked_on }) => checked_on).sort((a, b) => (a < b ? 1 : -1))
  if (made_on === undefined) return []
  return checks.map((check) =>
    publicCheck(
      {
        subject: check.subject,
        subject_kind: check.subject_kind,
        place: checkedPlace(check.list),
        state: check.state,
        statement: check.statement,
        url: check.url,
        checked_on: check.checked_on,
        covers_to: check.covers_to,
        by: check.done_by,
      },
      made_on,
    ),
  )
}
