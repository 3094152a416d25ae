/** The tables that the SQL side of the benchmark searches, with the indexes that serve it. */

import Database from 'better-sqlite3'
import type { CatalogEntry } from '../../core/catalog-input.ts'
import { casesAsShown, verdictPosition } from '../../core/catalog-input.ts'
import { unitVector } from '../../core/geo.ts'
import { UNKNOWN, VERDICT_FILTERS } from '../../core/search-query.ts'
import { foldedWords } from '../../core/text-fold.ts'

/** Verdicts are columns of the offering, `c0` for the first criterion: counting them is one pass. */
const columns = (criteria: readonly string[]) => criteria.map((_, at) => `c${at}`)

const schema = (criteria: readonly string[]) => `
create table provider (id integer primary key, key text, name text, kind text, status text);
create table site (provider integer, x real, y real, z real);
create table offering (id integer primary key, provider integer, best integer, modality text,
  setting text, low real, stated real, high real, coverage real, session_low integer,
  session_high integer, first_3_months_low integer, first_3_months_high integer,
  ${columns(criteria)
    .map((name) => `${name} integer`)
    .join(', ')});
create table state (value text, provider integer, primary key (value, provider)) without rowid;
create table payment (value text, provider integer, primary key (value, provider)) without rowid;
create table condition (value text, provider integer, primary key (value, provider)) without rowid;
create virtual table words using fts5(text, content='', prefix='2 3 4');
create temp table hit (offering integer primary key, provider integer);
create index temp.hit_provider on hit (provider);
`
const indexes = (criteria: readonly string[]) => `
create index offering_provider on offering (provider);
create index offering_case on offering (modality, setting, provider);
create index offering_low on offering (low);
create index provider_kind on provider (kind, status);
create index site_z on site (z, x, y, provider);
create index site_provider on site (provider);
create index state_provider on state (provider, value);
create index payment_provider on payment (provider, value);
create index condition_provider on condition (provider, value);
${columns(criteria)
  .map((name) => `create index offering_${name} on offering (${name});`)
  .join('\n')}
analyze;
`

function fill(
  db: Database.Database,
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
): void {
  const insert = (table: string, columns: number) =>
    db.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`)
  const provider = insert('provider', 5)
  const site = insert('site', 4)
  const offering = insert('offering', 13 + criteria.length)
  const words = db.prepare('insert into words (rowid, text) values (?, ?)')
  const lists = {
    state: insert('state', 2),
    payment: insert('payment', 2),
    condition: insert('condition', 2),
  }
  const unknown = VERDICT_FILTERS.indexOf(UNKNOWN)
  let row = 0
  entries.forEach((entry, at) => {
    const { id, name, aliases, cities, kind, status } = entry
    provider.run(at, id, name.toLowerCase(), kind, status)
    words.run(at, [name, ...aliases, ...cities].flatMap(foldedWords).join(' '))
    for (const point of entry.points) {
      const { x, y, z } = unitVector(point)
      site.run(at, x, y, z)
    }
    const reach = entry.reach_known ? [] : [UNKNOWN]
    for (const value of new Set([...entry.site_states, ...entry.served_states, ...reach])) {
      lists.state.run(value, at)
    }
    for (const value of entry.payment_known ? entry.payment : [UNKNOWN])
      lists.payment.run(value, at)
    const treated = entry.conditions.length > 0 ? entry.conditions : [UNKNOWN]
    for (const value of treated) lists.condition.run(value, at)
    const shown = casesAsShown(entry, null)
    for (const [best, one] of (shown.length > 0 ? shown : [null]).entries()) {
      row += 1
      const { session, first_3_months: first } = one ?? {}
      const points = [one?.low, one?.stated, one?.high, one?.coverage]
      const prices = [session?.low, session?.high, first?.low, first?.high]
      const values = [...points, ...prices].map((value) => value ?? null)
      const verdicts = criteria.map((_, criterion) =>
        one ? verdictPosition(one.verdicts, criterion) : unknown,
      )
      const { modality = UNKNOWN, setting = UNKNOWN } = one ?? {}
      offering.run(row, at, best, modality, setting, ...values, ...verdicts)
    }
  })
}

/** A database in memory, filled with the entries. */
export function openFilled(
  entries: readonly CatalogEntry[],
  criteria: readonly string[],
): Database.Database {
  const db = new Database(':memory:')
  db.pragma('temp_store = memory')
  db.pragma('cache_size = -1000000')
  db.exec(schema(criteria))
  db.transaction(() => fill(db, entries, criteria))()
  db.exec(indexes(criteria))
  return db
}
