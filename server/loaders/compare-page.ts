/** The compare page: a comparison, or what is still missing for one, with what was chosen so far. */

import { compare } from '#core/compare.ts'
import { MIN_COMPARED } from '#core/compare-limits.ts'
import type { ComparisonParams } from '#core/contract/comparison-params.ts'
import { chosenParams, comparisonParams } from '#core/contract/comparison-params.ts'
import type { CompareData, FieldError } from '#core/page-data.ts'
import { isClosed } from '#core/provider.ts'
import { listRecordsByIds } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { contextOf } from '../care-context.ts'
import { fieldErrorsOf, readLeniently } from '../field-errors.ts'
import type { Snapshot } from '../snapshot.ts'
import { caseErrors, idErrors } from './comparison.ts'

/** No more are looked up for a page that says "at most 4". */
const MOST_LOOKED_UP = 20

function countErrors(ids: readonly string[]): FieldError[] {
  const result = comparisonParams.shape.ids.safeParse(ids)
  if (result.success) return []
  return fieldErrorsOf(result.error).map(({ detail }) => ({ field: 'ids', detail }))
}

/**
 * The page's data and status. Fewer than two is no mistake yet, so it is 200 with the reason; other
 * faults are 400 or, for providers that are unknown or closed, 422.
 */
export async function loadComparePage(
  db: Db,
  snapshot: Snapshot,
  given: Readonly<Record<string, unknown>>,
): Promise<{ content: CompareData; status: number }> {
  const { params, errors: misread } = readLeniently(chosenParams, given)
  const ids = params.ids.slice(0, MOST_LOOKED_UP)
  const records = await listRecordsByIds(db, [...new Set(ids)])
  const wrongCase = caseErrors(params.case, snapshot)
  const wrongCount = countErrors(params.ids)
  const wrongIds = idErrors(ids, records)
  const errors = [...misread, ...wrongCase, ...wrongCount, ...wrongIds]
  const isListed = (id: string) => records.some((record) => record.id === id)
  // The page says of its own who is gone, with a way on.
  const closed = idErrors(ids.filter(isListed), records)
  const comparable = wrongCount.length === 0 && wrongIds.length === 0
  const request = { ...contextOf(snapshot, params), case: askedCase(params, wrongCase) }
  const content: CompareData = {
    page: 'compare',
    ids,
    comparison: comparable ? compare(records, request) : null,
    errors: [...misread, ...wrongCase, ...wrongCount, ...closed],
    chosen: records.map((record) => ({
      id: record.id,
      name: record.name,
      closed: isClosed(record),
    })),
  }
  const tooFew = params.ids.length < MIN_COMPARED ? wrongCount.length : 0
  const faults = errors.length - tooFew - wrongIds.length
  return { content, status: faults > 0 ? 400 : wrongIds.length > 0 ? 422 : 200 }
}

const askedCase = (params: Pick<ComparisonParams, 'case'>, wrong: readonly FieldError[]) =>
  wrong.length === 0 ? (params.case ?? null) : null
