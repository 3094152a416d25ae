/** Matches that a person decides on. A decision is remembered: the row is never asked about twice. */

import type { Insertable, Selectable } from 'kysely'
import type { Npi } from '#core/npi.ts'
import { contentHash } from './content-hash.ts'
import type { Decision, ReviewDecisionTable, ReviewItemTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'

export type ReviewItem = Selectable<ReviewItemTable>
export type ReviewDecision = Selectable<ReviewDecisionTable>
export type FoundItem = Omit<
  Insertable<ReviewItemTable>,
  'id' | 'decision' | 'reason' | 'actor' | 'decided_at' | 'url'
>

/** The list that reviews and checks of the NPI registry go by. */
export const NPI_SOURCE = 'npi-registry'

/** The id of the question whether a row is about a subject. */
export function reviewId(
  of: Pick<ReviewItem, 'provider_id' | 'subject_kind' | 'subject' | 'list' | 'row_key'>,
): string {
  const { provider_id, subject_kind, subject, list, row_key } = of
  return contentHash([provider_id, subject_kind, subject, list, row_key]).slice(0, 12)
}

/** Writes down matches; one that is known already keeps its decision, with the newest evidence. */
export async function saveReviewItems(trx: Trx, items: readonly FoundItem[]): Promise<void> {
  for (const item of items) {
    const { level, agreed, disagreed, because, row_words } = item
    await trx
      .insertInto('review_item')
      .values({ ...item, id: reviewId(item) })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ level, agreed, disagreed, because, row_words }),
      )
      .execute()
  }
}

/** Attaches a number that a person found; an item of the same row takes the decision over. */
export async function attachNumber(
  db: Db,
  whose: Pick<ReviewItem, 'provider_id' | 'subject_kind' | 'subject'>,
  npi: Npi,
  found: { reason: string; actor: string; decided_at: string; url: string },
): Promise<string> {
  const of = { ...whose, list: NPI_SOURCE, row_key: npi }
  const decided = { ...found, decision: 'confirmed' as const }
  const item = {
    ...of,
    ...decided,
    id: reviewId(of),
    row_words: `NPI ${npi}`,
    level: 'certain' as const,
    agreed: 'npi',
    disagreed: '',
    because: 'A person found the number.',
    found_at: found.decided_at,
  }
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('review_item')
      .values(item)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(decided))
      .execute()
    await appendDecision(trx, { ...decided, item_id: item.id, level: item.level })
  })
  return item.id
}

async function appendDecision(trx: Trx, decided: Omit<ReviewDecision, 'place'>): Promise<void> {
  const { place } = await trx
    .selectFrom('review_decision')
    .select((eb) => eb.fn.countAll<number>().as('place'))
    .where('item_id', '=', decided.item_id)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('review_decision')
    .values({ ...decided, place })
    .execute()
}

/** The items that wait for a decision, or all of them; the surest first, then by provider. */
export async function listReviewItems(db: Db, all: boolean): Promise<ReviewItem[]> {
  const query = db
    .selectFrom('review_item')
    .selectAll()
    .orderBy('level')
    .orderBy('provider_id')
    .orderBy('subject')
    .orderBy('id')
  return await (all ? query : query.where('decision', 'is', null)).execute()
}

/** The item of that id, or null. */
export async function findReviewItem(db: Db, id: string): Promise<ReviewItem | null> {
  const item = await db
    .selectFrom('review_item')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return item ?? null
}

/** The confirmed items of one list, the newest decision first. */
export async function listConfirmed(db: Db, list: string): Promise<ReviewItem[]> {
  return await db
    .selectFrom('review_item')
    .selectAll()
    .where('list', '=', list)
    .where('decision', '=', 'confirmed')
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .execute()
}

/** What was decided last, and how well the row fitted then. */
export type Said = Pick<ReviewDecision, 'decision' | 'level'>

/** The decisions that stand, by the id of the item. */
export async function listDecisions(db: Db): Promise<Map<string, Said>> {
  const all = await listDecisionHistory(db)
  return new Map([...all].flatMap(([id, decisions]) => decisions.slice(-1).map((one) => [id, one])))
}

/** All decisions on each item, the last of which stands. */
export async function listDecisionHistory(db: Db): Promise<Map<string, ReviewDecision[]>> {
  const rows = await db
    .selectFrom('review_decision')
    .selectAll()
    .orderBy('item_id')
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ item_id }) => item_id)
}

/** Decides on an item, or anew; earlier decisions are kept. The item, or null if there is none of that id. */
export async function decideReviewItem(
  db: Db,
  id: string,
  decided: { decision: Decision; reason: string; actor: string; decided_at: string },
): Promise<ReviewItem | null> {
  return await db.transaction().execute(async (trx) => {
    const item = await trx
      .updateTable('review_item')
      .set({ ...decided, url: null })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (item === undefined) return null
    await appendDecision(trx, { ...decided, url: null, item_id: id, level: item.level })
    return item
  })
}
