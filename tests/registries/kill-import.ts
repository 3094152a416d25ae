/**
 * Kills importing processes at random moments and looks at what is in use after each: the file
 * before, or the file after. Then the same command is given again, which goes on where the killed
 * one stopped and must end as an undisturbed import does. Run by itself,
 * `node tests/registries/kill-import.ts 50`, it does so as many times as it is told.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { contentHash } from '#db/content-hash.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import type { Db } from '#db/schema.ts'
import { leieText } from './imported.ts'

const MAIN = fileURLToPath(new URL('../../server/main.js', import.meta.url))
const ROWS = 20_000

export type Killed = {
  kills: number
  before: number
  after: number
  between: string[]
  /** Imports that went on at a row further down, and those that ended otherwise than undisturbed. */
  continued: number
  unlike: string[]
}

type Run = { ms: number; said: string }

/** Imports in a process of its own, killed after so many milliseconds; null: never. */
function importIn(url: string, file: string, killedAfter: number | null): Promise<Run> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const words = [MAIN, 'registry', 'import', 'leie', file, '--force']
    const env = { ...process.env, DATABASE_URL: url }
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
    })
    child.on('error', reject)
    const timer = killedAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killedAfter)
    child.on('close', () => {
      if (timer !== null) clearTimeout(timer)
      resolve({ ms: performance.now() - started, said })
    })
  })
}

/** A list with rows over several lines and rows that are refused, so that places are not the lines. */
function listOf(name: string): string {
  return leieText(
    Array.from({ length: ROWS }, (_, at) => ({
      last: name,
      first: `N${at}`,
      ...(at % 17 === 0 && { street: 'REAR DOOR\n4 MAIN ST' }),
      ...(at % 500 === 3 && { on: '20230231' }),
    })),
  )
}

/** All that is in use, without what differs from run to run; a word more if anything is wrong. */
async function inUse(db: Db): Promise<string> {
  const current = await listCurrentImports(db, 'leie')
  const runs = current.map(
    ({ id, held_by_pid, held_by_host, started_at, seen_at, ended_at, ...run }) => run,
  )
  const ids = current.map(({ id }) => id)
  const rows = await db
    .selectFrom('exclusion_row')
    .select(['line', 'npi', 'excluded_on', 'content'])
    .where('import_id', 'in', ids)
    .orderBy('line')
    .execute()
  const refusals = await db
    .selectFrom('registry_refusal')
    .select(['place', 'line', 'column_name', 'reason'])
    .where('import_id', 'in', ids)
    .orderBy('place')
    .execute()
  const { rows: check } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const sound = check[0]?.integrity_check === 'ok' ? '' : ' damaged'
  return `${runs[0]?.file_name} ${rows.length} ${contentHash([runs, rows, refusals])}${sound}`
}

/** What an import that has ended must not leave behind. */
async function leftovers(db: Db): Promise<string> {
  const ids = (await listCurrentImports(db, 'leie')).map(({ id }) => id)
  const unused = await db
    .selectFrom('exclusion_row')
    .select('line')
    .where('import_id', 'not in', ids)
    .execute()
  const checkpoints = await db.selectFrom('registry_checkpoint').selectAll().execute()
  return unused.length + checkpoints.length > 0 ? ' with leftovers' : ''
}

type Arranged = { url: string; db: Db; files: string[]; undisturbed: string[]; whole: number }

/** Both lists, each imported undisturbed, twice: what is in use after, and how long that takes. */
async function arrange(folder: string): Promise<Arranged> {
  const url = join(folder, 'kill.sqlite')
  const files = ['A', 'B'].map((name) => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, listOf(name))
    return path
  })
  const db = openDb(url)
  await migrateToLatest(db)
  const undisturbed: string[] = []
  // What is timed is the import that is killed later: one that replaces another.
  let whole = 0
  for (const file of [...files, ...files]) {
    whole = (await importIn(url, file, null)).ms
    undisturbed.push(await inUse(db))
  }
  if (new Set(undisturbed).size !== 2) throw new Error('an undisturbed import is not repeatable')
  return { url, db, files, undisturbed, whole }
}

/**
 * Kills `times` imports, and more until one of them could be continued, since chance may put every
 * kill before the first checkpoint; stops early once `budgetMs` is spent.
 */
export async function killImports(times: number, budgetMs: number): Promise<Killed> {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-kill-'))
  const arranged = await arrange(folder)
  const { url, db, files, undisturbed } = arranged
  let { whole } = arranged
  const killed: Killed = { kills: 0, before: 0, after: 0, between: [], continued: 0, unlike: [] }
  const note = ({ said }: Run) => {
    if (said.includes('Continuing at row')) killed.continued += 1
  }
  let now = 1
  const wanted = () => killed.kills < times || killed.continued === 0
  while (wanted() && performance.now() - started < budgetMs) {
    const next = 1 - now
    // The start of the process, in which nothing is read yet, takes the first part.
    const moment = (0.2 + 1.2 * Math.random()) * whole
    const run = await importIn(url, files[next] ?? '', moment)
    note(run)
    // Clearing away after a kill takes time, too; the load of the machine changes.
    if (run.ms < moment) whole = run.ms
    killed.kills += 1
    const found = await inUse(db)
    if (found === undisturbed[next]) {
      killed.after += 1
      now = next
      continue
    }
    if (found === undisturbed[now]) {
      killed.before += 1
      whole *= 1.05
    } else killed.between.push(found)
    // Now and then the next one is killed, too, and is continued twice.
    if (Math.random() < 0.3) continue
    note(await importIn(url, files[next] ?? '', null))
    const ended = `${await inUse(db)}${await leftovers(db)}`
    if (ended !== undisturbed[next]) killed.unlike.push(ended)
    now = next
  }
  await db.destroy()
  rmSync(folder, { recursive: true })
  return killed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const killed = await killImports(Number(process.argv[2] ?? 50), Number.POSITIVE_INFINITY)
  process.stdout.write(`${JSON.stringify(killed)}\n`)
  process.exitCode = killed.between.length + killed.unlike.length > 0 ? 1 : 0
}
