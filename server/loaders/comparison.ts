/** A comparison of the providers that an address names, or the reason why there is none. */

import type { Comparison } from '#core/compare.ts'
import { compare } from '#core/compare.ts'
import type { ComparisonParams } from '#core/contract/comparison-params.ts'
import type { FieldError } from '#core/page-data.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import { listRecordsByIds } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { contextOf } from '../care-context.ts'
import { faultsInWords, invalidRequest, Problem } from '../problems.ts'
import type { Snapshot } from '../snapshot.ts'

/** Which of the ids name nobody or a closed provider, one error each. */
export function idErrors(ids: readonly string[], records: readonly ProviderRecord[]): FieldError[] {
  return ids.flatMap((id) => {
    const record = records.find((candidate) => candidate.id === id)
    if (!record) {
      return [
        { field: 'ids', detail: `names ${id}, which is not, or no longer, in the directory.` },
      ]
    }
    if (!isClosed(record)) return []
    return [{ field: 'ids', detail: `names ${id}, but ${record.name} is closed.` }]
  })
}

/** The error of a case that the rubric does not know, or none. */
export function caseErrors(asked: string | undefined, { prepared }: Snapshot): FieldError[] {
  if (asked === undefined || prepared.caseById.has(asked)) return []
  const known = [...prepared.caseById.keys()].join(', ')
  return [{ field: 'case', detail: `is ${asked}; it must be one of: ${known}.` }]
}

/** The comparison; refuses unknown and closed providers and an unknown case. */
export async function loadComparison(
  db: Db,
  snapshot: Snapshot,
  params: ComparisonParams,
): Promise<Comparison> {
  const wrongCase = caseErrors(params.case, snapshot)
  if (wrongCase.length > 0) throw invalidRequest(wrongCase)
  const records = await listRecordsByIds(db, params.ids)
  const errors = idErrors(params.ids, records)
  if (errors.length > 0) throw new Problem('cannot-compare', faultsInWords(errors), errors)
  return compare(records, { ...contextOf(snapshot, params), case: params.case ?? null })
}
