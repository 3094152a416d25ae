/**
 * Registry files: our two ways through an NPI main file beside `wc -l`, the sqlite3 shell and
 * DuckDB, in one run on one file; then the exclusion list against clinicians. `registry 200` makes a
 * file of 200 MB in place of 2 GB.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareIdentity } from '../../core/match.ts'
import { createMatchIndex, findMatches } from '../../core/match-index.ts'
import { exclusionIdentity } from '../../core/registry-identity.ts'
import { openLeieFile } from '../../server/registries/leie.ts'
import { leieText, npiText } from './leie-file.ts'
import { printTable, rounded } from './measure.ts'
import type { MadeFile } from './nppes-file.ts'
import { makeNppesFile } from './nppes-file.ts'
import type { ReadFigures } from './read-nppes.ts'
import { watchProgram } from './watched-program.ts'

type Measured = {
  rows: string
  seconds: number | null
  /** Processor time of this process: what an idle core would take, on a machine with other work. */
  cpu?: number
  rssMb: number | null
  note: string
}

const seconds = (start: number) => (performance.now() - start) / 1000

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** A script of ours in a process of its own, with the options of Node that this one was given. */
async function child(name: string, words: string[]): Promise<{ answer: unknown; rssMb: number }> {
  const done = await watchProgram(process.execPath, [...process.execArgv, script(name), ...words])
  if (done === null || done.code !== 0) throw new Error(done?.errors ?? name)
  return { answer: JSON.parse(done.output), rssMb: done.rssMb ?? 0 }
}

const TIMES = 3

/** Reads the file our way, three times; the best is shown, and the median beside it. */
async function ours(path: string, known: string | null, wanted: number): Promise<Measured> {
  const runs: ReadFigures[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const { answer } = await child('./read-nppes.ts', known === null ? [path] : [path, known])
    runs.push(answer as ReadFigures)
  }
  runs.sort((one, other) => one.seconds - other.seconds)
  const [best, middle] = [runs[0] as ReadFigures, runs[TIMES >> 1] as ReadFigures]
  const whole = runs.every(({ kept, refused }) => kept === wanted && refused === 0)
  const found = whole ? `${best.kept} rows kept, none lost` : `${best.kept} of ${wanted}: ROWS LOST`
  return {
    rows: String(best.read),
    seconds: best.seconds,
    cpu: best.cpu,
    rssMb: Math.max(...runs.map(({ rss_mb }) => rss_mb)),
    note: `${found}; best of ${TIMES}, median ${rounded(middle.seconds)} s`,
  }
}

/** Another program on the same file; left out where it is not installed. */
async function program(name: string, words: string[], input?: string): Promise<Measured> {
  const done = await watchProgram(name, words, input)
  if (done === null) return { rows: '', seconds: null, rssMb: null, note: 'not installed' }
  const rows = /\d+/.exec(done.output)?.[0] ?? ''
  return { rows, seconds: done.seconds, rssMb: done.rssMb, note: '' }
}

async function sqliteImport(path: string, folder: string): Promise<Measured> {
  const database = join(folder, 'shell.sqlite')
  const input = `.mode csv\n.import '${path}' rows\nselect count(*) from rows;\n`
  return { ...(await program('sqlite3', [database], input)), note: 'every column as text' }
}

async function duckDb(path: string): Promise<Measured> {
  const { answer, rssMb } = await child('./read-duckdb.ts', [path])
  return { ...(answer as { rows: string; seconds: number; note: string }), rssMb }
}

async function orWhy(measuring: Promise<Measured>): Promise<Measured> {
  return await measuring.catch((error: Error) => ({
    rows: '',
    seconds: null,
    rssMb: null,
    note: /Error: .*/.exec(error.message)?.[0] ?? error.message,
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
    ['wc -l, cold', await program('wc', ['-l', path])],
    ['wc -l', await program('wc', ['-l', path])],
    [`ours, ${made.known.length} known NPIs`, await ours(path, known, made.known.length)],
    ['ours, every row parsed', await ours(path, null, made.rows)],
    ['DuckDB read_csv', await orWhy(duckDb(path))],
    ['sqlite3 .import', await sqliteImport(path, folder)],
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
      npis: at % 100 === 0 ? exclusionIdentity(row).npis : [npiText(at + 500_000_000)],
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
