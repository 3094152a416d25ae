import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import { liveRowsQuery, wordsQuery } from '#db/read-statements.ts'
import type { Db } from '#db/schema.ts'
import { STATEMENT_KINDS } from '#db/statement-kinds.ts'

/** Compiles queries for SQLite and runs none. */
const cold: Db = new Kysely({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** One clause per line, for the reader of the snapshot. */
const inLines = (sql: string) => sql.replace(/ (from|where|and|order by|inner join) /g, '\n$1 ')

test('the queries that read the catalog are these', async () => {
  const queries = STATEMENT_KINDS.flatMap((kind) => [
    liveRowsQuery(cold, kind, null),
    ...(kind.words ? [wordsQuery(cold, kind.table, kind.words, null)] : []),
  ])
  const [finding] = STATEMENT_KINDS.filter((kind) => kind.table === 'finding')
  const [reach] = STATEMENT_KINDS.filter((kind) => kind.table === 'reach')
  if (!finding || !reach?.words) throw new RangeError('a kind of statement is gone')
  const some = [
    liveRowsQuery(cold, finding, ['one', 'two']),
    wordsQuery(cold, 'reach', reach.words, ['one', 'two']),
  ]
  const text = [...queries, ...some].map((query) => inLines(query.compile().sql)).join(';\n\n')
  await expect(`${text};\n`).toMatchFileSnapshot('__snapshots__/read-records.sql')
})
