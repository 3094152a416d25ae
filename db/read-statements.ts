/** Reading what is stated now, one query per table, for some providers or for all. */

import type { Db } from './schema.ts'
import type { Row, StatementKind, StatementTables, WordList } from './statement-kinds.ts'

type StatementRow = Row & { id: string; provider_id: string }

/** The live rows of one kind, and the words of each where the kind has any. */
export type KindRows = {
  kind: StatementKind
  byProvider: ReadonlyMap<string, StatementRow[]>
  wordsById: ReadonlyMap<string, string[]>
}

/** The live rows of one kind, those of a provider together and in order; null means all. */
export function liveRowsQuery(db: Db, kind: StatementKind, providerIds: readonly string[] | null) {
  const sourced = kind.isSourced ? ['source_id'] : []
  const query = (db as unknown as StatementTables)
    .selectFrom(kind.table)
    .select(['id', 'provider_id', ...kind.columns, ...kind.placing, ...sourced])
    .where('retracted_at', 'is', null)
    .orderBy('provider_id')
    .orderBy('position')
  return providerIds === null ? query : query.where('provider_id', 'in', providerIds)
}

/** The words of one kind, those of a statement together and in order; null means all. */
export function wordsQuery(
  db: Db,
  table: StatementKind['table'],
  words: WordList,
  providerIds: readonly string[] | null,
) {
  const tables = db as unknown as StatementTables
  const live = tables.selectFrom(table).select('id').where('retracted_at', 'is', null)
  return tables
    .selectFrom(words.table)
    .select([words.parent, words.column])
    .where(
      words.parent,
      'in',
      providerIds === null ? live : live.where('provider_id', 'in', providerIds),
    )
    .orderBy(words.parent)
    .orderBy('place')
}

/** The live rows of one kind with their words. */
export async function readKind(
  db: Db,
  kind: StatementKind,
  providerIds: readonly string[] | null,
): Promise<KindRows> {
  const rows = (await liveRowsQuery(db, kind, providerIds).execute()) as StatementRow[]
  const wordsById = new Map<string, string[]>()
  if (kind.words) {
    const { parent, column } = kind.words
    for (const row of await wordsQuery(db, kind.table, kind.words, providerIds).execute()) {
      const id = row[parent] as string
      const list = wordsById.get(id) ?? []
      list.push(row[column] as string)
      wordsById.set(id, list)
    }
  }
  return { kind, byProvider: Map.groupBy(rows, (row) => row.provider_id), wordsById }
}
