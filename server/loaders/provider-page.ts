/** The provider page: the profile, its checks, and what in the address could not be read. */

import { profilePageParams } from '#core/contract/comparison-params.ts'
import type { ProviderData } from '#core/page-data.ts'
import type { Db } from '#db/schema.ts'
import { readLeniently } from '../field-errors.ts'
import type { Snapshot } from '../snapshot.ts'
import { caseErrors } from './comparison.ts'
import { loadChecks } from './provider-checks.ts'
import { loadProfile } from './provider-profile.ts'

/**
 * The page's data and status. A mistyped state or plan must not hide the record: it is made without
 * such fields, which are named with status 400. Refuses an id that no provider has.
 */
export async function loadProviderPage(
  db: Db,
  snapshot: Snapshot,
  id: string,
  address: Readonly<Record<string, unknown>>,
): Promise<{ content: ProviderData; status: number }> {
  const { params, errors: misread } = readLeniently(profilePageParams, address)
  const errors = [...misread, ...caseErrors(params.case, snapshot)]
  const profile = await loadProfile(db, snapshot, id, params)
  const given = profile.cases.some(({ summary }) => summary.id === params.case)
  const asked = snapshot.prepared.caseById.get(params.case ?? '')
  const content: ProviderData = {
    page: 'provider',
    profile,
    not_given: given ? null : (asked?.label ?? null),
    state: params.state ?? null,
    checks: await loadChecks(db, id),
    errors,
  }
  return { content, status: errors.length > 0 ? 400 : 200 }
}
