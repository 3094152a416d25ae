/** Search with all counts: the catalog beside SQL and two libraries, on the same queries. */

import { buildCatalog } from '../../core/catalog.ts'
import type { CatalogEntry } from '../../core/catalog-input.ts'
import { search } from '../../core/search.ts'
import type { SearchQuery } from '../../core/search-query.ts'
import { generateEntries } from './generate.ts'
import { itemsSearch, oramaSearch } from './libraries.ts'
import type { Timing } from './measure.ts'
import { printTable, rounded, timeEach } from './measure.ts'
import { generateQueries } from './queries.ts'
import { sqlSearch } from './sql.ts'
import { readTemplates } from './templates.ts'

const SEED = 20_261_123
const QUERIES = 1000

/** How many of the queries each engine gets at each size; 0 leaves it out. */
const SIZES = [
  { offerings: 3000, sql: 1000, libraries: 300 },
  { offerings: 100_000, sql: 40, libraries: 40 },
  { offerings: 1_000_000, sql: 5, libraries: 0 },
]

type Input = { entries: CatalogEntry[]; queries: SearchQuery[]; criteria: string[] }

function benchCatalog({ entries, queries, criteria }: Input): { timing: Timing; totals: number[] } {
  const start = performance.now()
  const catalog = buildCatalog(entries, criteria)
  const built = performance.now() - start
  process.stdout.write(`${entries.length} providers, catalog built in ${rounded(built / 1000)} s, `)
  const totals = queries.map((query) => search(catalog, query).total)
  const middle = [...totals].sort((one, other) => one - other)[totals.length >> 1]
  process.stdout.write(`half of the queries find ${middle} or more\n`)
  return { timing: timeEach(queries, (query) => search(catalog, query), 0), totals }
}

function benchSql(input: Input, count: number, totals: readonly number[]): Timing {
  const sql = sqlSearch(input.entries, input.criteria)
  const queries = input.queries.slice(0, count)
  const found: number[] = []
  const timing = timeEach(
    queries,
    (query, at) => {
      found[at] = sql.search(query)
    },
    Math.min(10, count),
  )
  const same = found.filter((total, at) => total === totals[at]).length
  process.stdout.write(
    `SQL finds as many in ${same} of ${count} (it forgives no typos, knows no state's own assessment)\n`,
  )
  sql.close()
  return timing
}

/** One engine's line; times against the catalog's. */
function line(name: string, timing: Timing, ours: Timing): string[] {
  const { p50, p99, cpu, calls } = timing
  const ratio = (theirs: number, own: number) => `${rounded(theirs / own)}x`
  const ratios = [ratio(p50, ours.p50), ratio(cpu, ours.cpu)]
  return [name, String(calls), rounded(p50), rounded(p99), rounded(cpu), ...ratios]
}

async function benchSize(size: (typeof SIZES)[number]): Promise<void> {
  const { entries: templates, criteria } = readTemplates()
  const entries = generateEntries(templates, size.offerings, SEED)
  const queries = generateQueries(entries, criteria, QUERIES, SEED)
  const input: Input = { entries, queries, criteria }
  process.stdout.write(`${size.offerings} offerings of `)
  const { timing: ours, totals } = benchCatalog(input)
  const rows = [line('catalog', ours, ours)]
  rows.push(line('SQL', benchSql(input, size.sql, totals), ours))
  if (size.libraries > 0) {
    const fewer = queries.slice(0, size.libraries)
    rows.push(line('itemsjs', timeEach(fewer, itemsSearch(entries, criteria), 3), ours))
    const orama = await oramaSearch(entries, criteria)
    if (orama(fewer[0] as SearchQuery) instanceof Promise)
      throw new Error('Orama turned asynchronous')
    rows.push(line('Orama', timeEach(fewer, orama, 3), ours))
  }
  printTable(['engine', 'queries', 'p50 ms', 'p99 ms', 'CPU ms', 'p50', 'CPU'], rows)
}

/** All sizes, or those that are named. */
export async function benchSearch(only: readonly number[]): Promise<void> {
  for (const size of SIZES) {
    if (only.length === 0 || only.includes(size.offerings)) await benchSize(size)
  }
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`peak memory ${rounded(peak)} MB\n\n`)
}
