/** The profile of one provider for a patient's situation. */

import type { ProfileParams } from '#core/contract/comparison-params.ts'
import type { ProviderProfile } from '#core/profile.ts'
import { providerProfile } from '#core/profile.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { contextOf } from '../care-context.ts'
import { Problem } from '../problems.ts'
import type { Snapshot } from '../snapshot.ts'

/** The profile; refuses an id that no provider has. */
export async function loadProfile(
  db: Db,
  snapshot: Snapshot,
  id: string,
  params: ProfileParams,
): Promise<ProviderProfile> {
  const record = await findRecord(db, id)
  if (!record) throw new Problem('provider-not-found', `No provider has the id "${id}".`)
  return providerProfile(record, contextOf(snapshot, params))
}
