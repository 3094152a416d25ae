/** A page of the provider list, from a query to rows and counts. */

import { lawFor } from '#core/learn-law.ts'
import type { ListData, Near } from '#core/page-data.ts'
import { search } from '#core/search.ts'
import { patientState } from '#core/search-filters.ts'
import type { SearchQuery } from '#core/search-query.ts'
import type { Db } from '#db/schema.ts'

import type { Snapshot } from '../snapshot.ts'
import type { Row } from './list-items.ts'
import { jsonWithDistance, listRows, withDistance } from './list-items.ts'

type Asked = { query: SearchQuery; near: Near | null }

/** Legal dates for the care in rows of providers that still give it. */
function lawOf({ prepared, day }: Snapshot, rows: readonly Row[]) {
  const open = rows.filter(({ listed }) => listed.item.status !== 'closed')
  const cases = open.flatMap(({ hit }) => hit.case ?? [])
  return lawFor(prepared, day, cases)
}

/** The page as data. */
export async function loadList(
  db: Db,
  snapshot: Snapshot,
  { query, near }: Asked,
): Promise<ListData> {
  const { hits, ...rest } = search(snapshot.catalog, query)
  const rows = await listRows(db, snapshot, hits, patientState(query))
  return { items: rows.map(withDistance), ...rest, near, law: lawOf(snapshot, rows) }
}

/** The same page as JSON, put together from rows whose JSON is kept. */
export async function loadListJson(
  db: Db,
  snapshot: Snapshot,
  { query, near }: Asked,
): Promise<string> {
  const { hits, ...rest } = search(snapshot.catalog, query)
  const rows = await listRows(db, snapshot, hits, patientState(query))
  const about = JSON.stringify({ ...rest, near, law: lawOf(snapshot, rows) })
  return `{"items":[${rows.map(jsonWithDistance).join(',')}],${about.slice(1)}`
}
