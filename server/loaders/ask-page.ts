/** The consult sheets of the providers that an address names, ready to print without JavaScript. */

import { mergedSheet } from '#core/ask.ts'
import { askSheet, assessShown, shownCase } from '#core/ask-sheet.ts'
import { chosenParams } from '#core/contract/comparison-params.ts'
import type { AskData, FieldError } from '#core/page-data.ts'
import { listRecordsByIds } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { contextOf } from '../care-context.ts'
import { readLeniently } from '../field-errors.ts'
import type { Snapshot } from '../snapshot.ts'

/** A sheet for each is a page or more of paper. */
const MOST_SHEETS = 12

/** The page's data and status: 422 when a named provider is not in the directory. */
export async function loadAskPage(
  db: Db,
  snapshot: Snapshot,
  given: Readonly<Record<string, unknown>>,
): Promise<{ content: AskData; status: number }> {
  const { params, errors: misread } = readLeniently(chosenParams, given)
  const named = [...new Set(params.ids)]
  const ids = named.slice(0, MOST_SHEETS)
  const records = await listRecordsByIds(db, ids)
  const unknown = ids
    .filter((id) => !records.some((record) => record.id === id))
    .map((id): FieldError => ({ field: 'ids', detail: `names ${id}, which is not listed here.` }))
  const tooMany: FieldError[] =
    named.length > ids.length
      ? [{ field: 'ids', detail: `names ${named.length}; the first ${MOST_SHEETS} are shown.` }]
      : []
  const context = contextOf(snapshot, params)
  const sheets = records.map((record) => {
    const of = shownCase(record, params.case ?? null, context)
    return askSheet(record, of && assessShown(record, of, context), context)
  })
  const merged = sheets.length > 1 ? mergedSheet(sheets, snapshot.prepared) : []
  const errors = [...misread, ...unknown, ...tooMany]
  const status = misread.length > 0 ? 400 : unknown.length > 0 ? 422 : 200
  const known = snapshot.prepared.caseById.get(params.case ?? '')
  const asked = known ? { id: known.id, label: known.label } : null
  return { content: { page: 'ask', ids, asked, sheets, merged, errors }, status }
}
