/** Answers of the NPI registry itself, each kept with its day. */

import type { Selectable } from 'kysely'
import type { Npi } from '#core/npi.ts'
import type { NpiAnswerTable, NpiSearchTable } from './registry-schema.ts'
import type { Db } from './schema.ts'

export type StoredAnswer = Selectable<NpiAnswerTable>
export type StoredSearch = Selectable<NpiSearchTable>

// SQLite takes 32,766 parameters in a statement, older builds 999.
const BATCH = 140

/** The kept answers for these NPIs, of whatever day. */
export async function listNpiAnswers(db: Db, npis: readonly string[]): Promise<StoredAnswer[]> {
  const found: StoredAnswer[] = []
  for (let from = 0; from < npis.length; from += BATCH) {
    const batch = npis.slice(from, from + BATCH)
    found.push(
      ...(await db.selectFrom('npi_answer').selectAll().where('npi', 'in', batch).execute()),
    )
  }
  return found
}

/** The registry's kept answer for an NPI, of whatever day, or null. */
export async function findNpiAnswer(db: Db, npi: Npi): Promise<StoredAnswer | null> {
  const [answer] = await listNpiAnswers(db, [npi])
  return answer ?? null
}

/** Keeps answers of the registry; a newer one takes the place of an older one. */
export async function saveNpiAnswers(db: Db, answers: readonly StoredAnswer[]): Promise<void> {
  for (const answer of answers) {
    const { npi: _, ...rest } = answer
    await db
      .insertInto('npi_answer')
      .values(answer)
      .onConflict((conflict) => conflict.column('npi').doUpdateSet(rest))
      .execute()
  }
}

/** The registry's kept answer to a search, of whatever day, or null. */
export async function findNpiSearch(db: Db, query: string): Promise<StoredSearch | null> {
  const search = await db
    .selectFrom('npi_search')
    .selectAll()
    .where('query', '=', query)
    .executeTakeFirst()
  return search ?? null
}

/** Keeps a search and the records that it found, both or neither. */
export async function saveNpiSearch(
  db: Db,
  search: StoredSearch,
  answers: readonly StoredAnswer[],
): Promise<void> {
  const { query: _, ...rest } = search
  await db.transaction().execute(async (trx) => {
    await saveNpiAnswers(trx, answers)
    await trx
      .insertInto('npi_search')
      .values(search)
      .onConflict((conflict) => conflict.column('query').doUpdateSet(rest))
      .execute()
  })
}
