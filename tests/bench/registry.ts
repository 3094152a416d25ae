/**
 * Registry files: our two ways through an NPI main file beside `wc -l`, the sqlite3 shell and
 * DuckDB, in one run on one file; then the exclusion list against clinicians. `registry 200` makes a
 * file of 200 MB in place of 2 GB.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { prepareIdentity } from '../../core/match.ts'
import { createMatchIndex, findMatches } from '../../core/match-index.ts'
import { exclusionIdentity } from '../../core/registry-identity.ts'
import { openLeieFile } from '../../server/registries/leie.ts'
import { NPPES_V2_HEADER } from '../registries/nppes-header.ts'
import { leieText, npiText } from './leie-file.ts'
import { printTable, rounded } from './measure.ts'
import type { MadeFile } from './nppes-file.ts'
import { makeNppesFile } from './nppes-file.ts'
import type { ReadFigures } from './read-nppes.ts'

type Measured = {
  rows: string
  seconds: number | null
  /** Processor time of this process: what an idle core would take, on a machine with other work. */
  cpu?: number
  rssMb: number | null
  note: string
}

const seconds = (start: number) => (performance.now() - start) / 1000

const READER = fileURLToPath(new URL('./read-nppes.ts', import.meta.url))

/** Reads the file our way, in a process of its own, so that its memory is its own. */
function ours(path: string, known: string | null, wanted: number): Measured {
  const words = known === null ? [READER, path] : [READER, path, known]
  const done = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  const { read, kept, refused, seconds: took, cpu, rss_mb } = JSON.parse(done.stdout) as ReadFigures
  const whole = kept === wanted && refused === 0
  const note = whole ? `${kept} rows kept, none lost` : `${kept} of ${wanted}, ${refused} REFUSED`
  return { rows: String(read), seconds: took, cpu, rssMb: rss_mb, note }
}

/** Another program on the same file; left out where it is not installed. */
function program(name: string, words: string[], input?: string): Measured {
  const start = performance.now()
  const done = spawnSync(name, words, { input: input ?? '', encoding: 'utf8', maxBuffer: 1 << 28 })
  const took = seconds(start)
  if (done.error) return { rows: '', seconds: null, rssMb: null, note: 'not installed' }
  return { rows: /\d+/.exec(done.stdout)?.[0] ?? '', seconds: took, rssMb: null, note: '' }
}

function sqliteImport(path: string, folder: string): Measured {
  const database = join(folder, 'shell.sqlite')
  const script = `.mode csv\n.import '${path}' rows\nselect count(*) from rows;\n`
  return { ...program('sqlite3', [database], script), note: 'every column as text' }
}

async function duckDb(path: string): Promise<Measured> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const columns = ['NPI', 'Last Update Date', 'Healthcare Provider Taxonomy Code_15']
  // Told all there is to know: its sniffer gives up on a file of two kinds of line ends.
  const types = NPPES_V2_HEADER.map((column) => `'${column}': 'VARCHAR'`).join(', ')
  const form = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"'`
  const asked = columns.map((column) => `max("${column}")`).join(', ')
  const start = performance.now()
  const answer = await connection.runAndReadAll(
    `select count(*)::varchar, ${asked} from read_csv('${path}', ${form}, strict_mode = false, columns = {${types}})`,
  )
  const took = seconds(start)
  const rows = String(answer.getRows()[0]?.[0] ?? '')
  connection.closeSync()
  instance.closeSync()
  return { rows, seconds: took, rssMb: null, note: `${columns.length} columns read, on all cores` }
}

async function orWhy(measuring: Promise<Measured>): Promise<Measured> {
  return await measuring.catch((error: Error) => ({
    rows: '',
    seconds: null,
    rssMb: null,
    note: error.message.split('\n')[0] ?? '',
  }))
}

async function benchFile(folder: string, megabytes: number): Promise<void> {
  const path = join(folder, 'npidata_pfile_20050523-20261108.csv')
  const made: MadeFile = makeNppesFile(path, megabytes * 1e6)
  process.stdout.write(
    `${made.rows} rows, ${(made.bytes / 1e9).toFixed(2)} GB, ${made.odd} of them odd (line end or quotes in a value, CR LF)\n`,
  )
  const known = join(folder, 'known.txt')
  writeFileSync(known, made.known.join('\n'))
  const measured: [string, Measured][] = [
    // The first one also brings the file into the page cache.
    ['wc -l, cold', program('wc', ['-l', path])],
    ['wc -l', program('wc', ['-l', path])],
    [`ours, ${made.known.length} known NPIs`, ours(path, known, made.known.length)],
    ['ours, every row parsed', ours(path, null, made.rows)],
    ['DuckDB read_csv', await orWhy(duckDb(path))],
    ['sqlite3 .import', sqliteImport(path, folder)],
  ]
  printTable(
    ['', 'rows', 's', 'cpu s', 'MB/s', 'RSS MB', ''],
    measured.map(([name, { rows, seconds: took, cpu, rssMb, note }]) => [
      name,
      rows,
      took === null ? '' : rounded(took),
      cpu === undefined ? '' : rounded(cpu),
      took === null ? '' : rounded(made.bytes / 1e6 / took),
      rssMb === null ? '' : rounded(rssMb),
      note,
    ]),
  )
}

const EXCLUSIONS = 80_000
const CLINICIANS = 10_000

/** The whole list, read from its file, against clinicians of whom one in a hundred is on it. */
async function benchExclusions(folder: string): Promise<void> {
  const path = join(folder, 'UPDATED.csv')
  writeFileSync(path, leieText(EXCLUSIONS))
  const before = process.cpuUsage()
  const start = performance.now()
  const { batches } = await openLeieFile(path, 'full')
  const rows = []
  for await (const batch of batches) for (const { row } of batch.rows) rows.push(row)
  const read = seconds(start)
  const clinicians = rows
    .filter(({ npi }, at) => npi !== null || at % 9 === 0)
    .slice(0, CLINICIANS)
    .map((row, at) => ({
      ...exclusionIdentity(row),
      // Most clinicians only share a name with somebody on the list.
      npi: at % 100 === 0 ? row.npi : npiText(at + 500_000_000),
      birth_year: null,
      places: [],
      widths: null,
    }))
  const index = createMatchIndex(
    clinicians.map((identity) => ({ row: identity, identity: prepareIdentity(identity) })),
  )
  const levels: Record<string, number> = {}
  for (const row of rows) {
    for (const { match } of findMatches(index, prepareIdentity(exclusionIdentity(row)))) {
      levels[match.level] = (levels[match.level] ?? 0) + 1
    }
  }
  const took = seconds(start)
  const used = process.cpuUsage(before)
  const cpu = (used.user + used.system) / 1e6
  const found = Object.entries(levels).map(([level, count]) => `${count} ${level}`)
  process.stdout.write(
    `${rows.length} exclusions against ${clinicians.length} clinicians: ${rounded(took)} s (processor ${rounded(cpu)} s), of which reading ${rounded(read)} s; ${found.join(', ')}\n\n`,
  )
}

/** Both measurements, in a folder that is deleted after. Sizes in MB. */
export async function benchRegistry(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'))
  try {
    // The file first: memory that the lists leave behind would count against it.
    for (const size of sizes.length > 0 ? sizes : [2000]) await benchFile(folder, size)
    await benchExclusions(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
