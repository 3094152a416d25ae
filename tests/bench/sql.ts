/**
 * The same search as SQL on better-sqlite3, in memory: the rows that match go into a temporary table
 * with an index, the page and every count are read from there, and each filtered group is matched
 * once more without its own filter. Left out, in SQL's favor: typos and assessments by state.
 */

import type Database from 'better-sqlite3'
import type { CatalogEntry } from '../../core/catalog-input.ts'
import { chordOfMiles, unitVector } from '../../core/geo.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { VERDICT_FILTERS } from '../../core/search-query.ts'
import { foldedWords } from '../../core/text-fold.ts'
import { openFilled } from './sql-tables.ts'

type Value = string | number | null

type Clause = { group: string; sql: string; values: Value[] }

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

function listClauses(query: SearchQuery): Clause[] {
  const clauses: Clause[] = []
  for (const group of ['state', 'payment', 'condition'] as const) {
    const values = query[group]
    if (values.length === 0) continue
    const sql = `o.provider in (select provider from ${group} where value in (${marks(values)}))`
    clauses.push({ group, sql, values: [...values] })
  }
  const statuses =
    query.status.length > 0 || query.q ? query.status : ['open', 'acquired', 'renamed', 'unknown']
  const columns = {
    'o.modality': query.modality,
    'o.setting': query.setting,
    'p.kind': query.kind,
    'p.status': statuses,
  }
  for (const [column, values] of Object.entries(columns)) {
    if (values.length === 0) continue
    clauses.push({
      group: column.slice(2),
      sql: `${column} in (${marks(values)})`,
      values: [...values],
    })
  }
  return clauses
}

/** What a price range asks of one offering on the basis in question. */
function rangeClause({ price_basis, price_min, price_max }: SearchQuery): {
  sql: string
  values: Value[]
} {
  return {
    sql: `(o.${price_basis}_low <= ? and o.${price_basis}_high >= ?)`,
    values: [price_max ?? Number.MAX_SAFE_INTEGER, price_min ?? 0],
  }
}

function caseClauses(query: SearchQuery, criteria: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  const ranged = query.price_min !== null || query.price_max !== null
  const orUnknown = query.price.length > 0
  const absent = `o.${query.price_basis}_low is null`
  const range = rangeClause(query)
  if (ranged) {
    const sql = orUnknown ? `(${range.sql} or ${absent})` : range.sql
    clauses.push({ group: 'price', sql, values: range.values })
  }
  if (query.min_confirmed !== null) {
    clauses.push({ group: 'minimum', sql: 'o.low >= ?', values: [query.min_confirmed] })
  }
  const byCriterion = new Map<string, number[]>()
  VERDICT_FILTERS.forEach((verdict, position) => {
    for (const id of query.verdicts[verdict]) {
      byCriterion.set(id, [...(byCriterion.get(id) ?? []), position])
    }
  })
  for (const [group, values] of byCriterion) {
    const sql = `o.c${criteria.indexOf(group)} in (${marks(values)})`
    clauses.push({ group, sql, values })
  }
  return clauses
}

function placeClauses(query: SearchQuery): Clause[] {
  const clauses: Clause[] = []
  const typed = query.q === null ? [] : foldedWords(query.q)
  if (typed.length > 0) {
    const sql = 'o.provider in (select rowid from words where words match ?)'
    clauses.push({ group: 'q', sql, values: [typed.map((word) => `"${word}"*`).join(' ')] })
  }
  if (query.from && query.within_miles !== null) {
    const { x, y, z } = unitVector(query.from)
    const most = chordOfMiles(query.within_miles)
    const reach = Math.sqrt(most)
    const sql = `o.provider in (select provider from site where z between ? and ? and x between ? and ?
      and (x - ?) * (x - ?) + (y - ?) * (y - ?) + (z - ?) * (z - ?) <= ?)`
    const box = [z - reach, z + reach, x - reach, x + reach]
    clauses.push({ group: 'distance', sql, values: [...box, x, x, y, y, z, z, most] })
  }
  return clauses
}

const SORT_COLUMNS = {
  confirmed: 'o.low',
  stated: 'o.stated',
  possible: 'o.high',
  coverage: 'o.coverage',
  name: 'p.name',
  cost: '',
  distance: '',
}

/** Statements are prepared once and kept by their text. */
function preparer(db: Db): (sql: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>()
  return (sql) => {
    const found = kept.get(sql) ?? db.prepare(sql)
    kept.set(sql, found)
    return found
  }
}

type Db = Database.Database

type Run = {
  prepare: (sql: string) => Database.Statement
  clauses: Clause[]
  query: SearchQuery
  criteria: readonly string[]
}

function matchWithout({ prepare, clauses }: Run, group: string): void {
  const kept = clauses.filter((clause) => clause.group !== group)
  const where = kept.length > 0 ? `where ${kept.map(({ sql }) => sql).join(' and ')}` : ''
  prepare('delete from temp.hit').run()
  prepare(
    `insert into temp.hit select o.id, o.provider from offering o join provider p on p.id = o.provider ${where}`,
  ).run(...kept.flatMap(({ values }) => values))
}

function page({ prepare, query }: Run): unknown[] {
  const { from } = query
  const { x, y, z } = from ? unitVector(from) : { x: 0, y: 0, z: 0 }
  const nearest = `(select min((x - ?) * (x - ?) + (y - ?) * (y - ?) + (z - ?) * (z - ?)) from site where provider = p.id)`
  const byDistance = query.sort === 'distance'
  const column = query.sort === 'cost' ? `o.${query.price_basis}_low` : SORT_COLUMNS[query.sort]
  const values = byDistance ? [x, x, y, y, z, z] : []
  return prepare(
    `select p.key, o.modality, o.setting from
       (select h.provider, min(o.best), o.id from temp.hit h join offering o on o.id = h.offering group by h.provider) shown
     join provider p on p.id = shown.provider join offering o on o.id = shown.id
     order by ${byDistance ? nearest : column} ${query.order} nulls last, o.coverage desc nulls last, p.name, p.key
     limit ? offset ?`,
  ).all(...values, query.per_page, (query.page - 1) * query.per_page)
}

/** How many providers have an offering with each verdict of each criterion, in one pass. */
function verdictCounts(criteria: readonly string[]): string {
  const each = criteria.flatMap((_, at) => VERDICT_FILTERS.map((_, position) => [at, position]))
  const sums = each.map(([at, position]) => `sum(v${at}_${position})`)
  const seen = each.map(([at, position]) => `max(o.c${at} = ${position}) v${at}_${position}`)
  return `select ${sums.join(', ')} from (select ${seen.join(', ')} from temp.hit h
    join offering o on o.id = h.offering group by h.provider)`
}

function counts({ prepare, query, criteria }: Run, group: string): unknown {
  const all = (sql: string, ...values: Value[]) => prepare(sql).all(...values)
  const rows = 'from temp.hit h join offering o on o.id = h.offering'
  switch (group) {
    case 'modality':
    case 'setting':
      return all(`select o.${group}, count(distinct h.provider) ${rows} group by 1`)
    case 'kind':
    case 'status':
      return all(
        `select p.${group}, count(distinct h.provider) from temp.hit h join provider p on p.id = h.provider group by 1`,
      )
    case 'price': {
      const { sql, values } = rangeClause(query)
      return all(
        `select case when o.${query.price_basis}_low is null then 'unknown' when ${sql} then 'in' else 'out' end,
         count(distinct h.provider) ${rows} group by 1`,
        ...values,
      )
    }
    case 'verdict':
      return all(verdictCounts(criteria))
    default:
      return all(`select s.value, count(*) from (select distinct provider from temp.hit) h
        join ${group} s on s.provider = h.provider group by 1`)
  }
}

const GROUPS = [
  'modality',
  'setting',
  'state',
  'payment',
  'condition',
  'kind',
  'status',
  'price',
  'verdict',
]

/** Opens a database of the entries; returns the search, which gives the total. */
export function sqlSearch(
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
): { search: (query: SearchQuery) => number; close: () => void } {
  const db = openFilled(entries, criteria)
  const prepare = preparer(db)
  const search = (query: SearchQuery): number => {
    const clauses = [...placeClauses(query), ...listClauses(query), ...caseClauses(query, criteria)]
    const run: Run = { prepare, clauses, query, criteria }
    matchWithout(run, '')
    page(run)
    const total = prepare('select count(distinct provider) from temp.hit').pluck().get() as number
    const filtered = new Set(clauses.map(({ group }) => group))
    for (const group of GROUPS) if (!filtered.has(group)) counts(run, group)
    for (const group of filtered) {
      if (group === 'q' || group === 'distance' || group === 'minimum') continue
      matchWithout(run, group)
      counts(run, criteria.includes(group) ? 'verdict' : group)
    }
    return total
  }
  return { search, close: () => void db.close() }
}
