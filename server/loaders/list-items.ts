/**
 * The rows of a list page. A row depends on the record, the case shown and the patient's state;
 * only its distance depends on the question. So rows are kept with their JSON, less the distance.
 */

import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { ListItem } from '#core/listing.ts'
import { listItem } from '#core/listing.ts'
import type { Hit } from '#core/search-query.ts'
import { listRecordsByIds } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import type { Snapshot } from '../snapshot.ts'

export type ListedItem = {
  item: ListItem
  /** The item as JSON up to and with `"distance_miles":`, which stands last. */
  json: string
}

function listed(item: ListItem): ListedItem {
  const { distance_miles: _, ...rest } = item
  const json = JSON.stringify({ ...rest, distance_miles: 0 })
  return { item, json: json.slice(0, -'0}'.length) }
}

const keyOf = (hit: Hit, state: string | null) => `${hit.id} ${hit.case ?? ''} ${state ?? ''}`

export type Row = { hit: Hit; listed: ListedItem }

/** The row of each hit, in order; a provider removed meanwhile is left out. */
export async function listRows(
  db: Db,
  snapshot: Snapshot,
  hits: readonly Hit[],
  state: string | null,
): Promise<Row[]> {
  const kept = hits.map((hit) => snapshot.items.get(keyOf(hit, state)))
  const missing = hits.filter((_, at) => kept[at] === undefined)
  const made = missing.length > 0 ? await makeItems(db, snapshot, missing, state) : new Map()
  return hits.flatMap((hit, at) => {
    const row = kept[at] ?? made.get(hit)
    return row ? [{ hit, listed: row }] : []
  })
}

async function makeItems(
  db: Db,
  { prepared, day, items }: Snapshot,
  hits: readonly Hit[],
  state: string | null,
): Promise<Map<Hit, ListedItem>> {
  const context = { prepared, today: day, state, plan: DEFAULT_CARE_PLAN }
  const ids = hits.map(({ id }) => id)
  const byId = new Map((await listRecordsByIds(db, ids)).map((record) => [record.id, record]))
  const made = new Map<Hit, ListedItem>()
  for (const hit of hits) {
    const record = byId.get(hit.id)
    if (!record) continue
    const row = listed(listItem(record, hit.case, null, context))
    made.set(hit, row)
    items.set(keyOf(hit, state), row)
  }
  return made
}

/** The row with its distance in miles, to a tenth. */
export function withDistance({ hit, listed: { item } }: Row): ListItem {
  return { ...item, distance_miles: tenth(hit.distance_miles) }
}

/** The same as JSON. */
export function jsonWithDistance({ hit, listed: { json } }: Row): string {
  return `${json}${tenth(hit.distance_miles)}}`
}

const tenth = (miles: number | null) => (miles === null ? null : Math.round(miles * 10) / 10)
