/** Matches that a person decides on. A decision is remembered: the row is never asked about twice. */

import type { Insertable, Selectable } from 'kysely'
import type { Npi } from '#core/npi.ts'
import { contentHash } from './content-hash.ts'
import type { Decision, ReviewItemTable } from './registry-schema.ts'
import type { Db, Trx } from './schema.ts'

export type ReviewItem = Selectable<ReviewItemTable>
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
  await db
    .insertInto('review_item')
    .values(item)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(decided))
    .execute()
  return item.id
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

/** Decisions so far, by the id of the item. */
export async function listDecisions(db: Db): Promise<Map<string, Decision>> {
  const rows = await db
    .selectFrom('review_item')
    .select(['id', 'decision'])
    .where('decision', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, decision }) => (decision === null ? [] : [[id, decision]])))
}

/** Decides on an item, or decides anew; the item, or null if there is none of that id. */
export async function decideReviewItem(
  db: Db,
  id: string,
  decided: { decision: Decision; reason: string; actor: string; decided_at: string },
): Promise<ReviewItem | null> {
  const item = await db
    .updateTable('review_item')
    .set({ ...decided, url: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return item ?? null
}
