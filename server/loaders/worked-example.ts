/** A real record on which the method page can show how a score is made. */

import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { ProviderProfile } from '#core/profile.ts'
import { providerProfile } from '#core/profile.ts'
import { search } from '#core/search.ts'
import { emptyQuery } from '#core/search-query.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import type { Snapshot } from '../snapshot.ts'

/** The profile of the best-covered provider that is not closed; null in an empty directory. */
export async function loadWorkedExample(
  db: Db,
  { catalog, prepared, day }: Snapshot,
): Promise<ProviderProfile | null> {
  const { hits } = search(catalog, { ...emptyQuery(), sort: 'coverage', per_page: 1 })
  const record = hits[0] ? await findRecord(db, hits[0].id) : null
  if (!record) return null
  return providerProfile(record, { prepared, today: day, state: null, plan: DEFAULT_CARE_PLAN })
}
