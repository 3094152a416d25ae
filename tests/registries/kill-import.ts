/**
 * Kills importing processes at random moments and looks at what is in use after each: the file
 * before, or the file after. Run by itself, `node tests/registries/kill-import.ts 50`, it does so
 * as many times as it is told.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { exclusionPages } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import { leieText } from './imported.ts'

const MAIN = fileURLToPath(new URL('../../server/main.js', import.meta.url))
const ROWS = 20_000

export type Killed = { kills: number; before: number; after: number; between: string[] }

/** Imports in a process of its own, killed after so many milliseconds; null: never. */
function importIn(url: string, file: string, killedAfter: number | null): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const words = [MAIN, 'registry', 'import', 'leie', file]
    const env = { ...process.env, DATABASE_URL: url }
    const child = spawn(process.execPath, words, { env, stdio: 'ignore' })
    child.on('error', reject)
    const timer = killedAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killedAfter)
    child.on('close', () => {
      if (timer !== null) clearTimeout(timer)
      resolve(performance.now() - started)
    })
  })
}

/** The one name that all rows in use carry and their number: `A 20000`; anything else is between. */
async function inUse(db: Db): Promise<string> {
  const names = new Set<string | null>()
  let rows = 0
  for await (const page of exclusionPages(db, 'leie')) {
    for (const { row } of page) names.add(row.last_name)
    rows += page.length
  }
  const { rows: check } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const sound = check[0]?.integrity_check === 'ok' ? '' : ' damaged'
  return `${[...names].join('+')} ${rows}${sound}`
}

/** Kills up to `times` imports, stopping early once `budgetMs` is spent. */
export async function killImports(times: number, budgetMs: number): Promise<Killed> {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-kill-'))
  const url = join(folder, 'kill.sqlite')
  const files = ['A', 'B'].map((name) => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, leieText(Array.from({ length: ROWS }, () => ({ last: name }))))
    return path
  })
  const db = openDb(url)
  await migrateToLatest(db)
  await importIn(url, files[0] ?? '', null)
  // What is timed is the import that is killed later: one that replaces another.
  let whole = await importIn(url, files[1] ?? '', null)
  const killed: Killed = { kills: 0, before: 0, after: 0, between: [] }
  let now = 1
  while (killed.kills < times && performance.now() - started < budgetMs) {
    const next = 1 - now
    // The start of the process, in which nothing is read yet, takes the first part.
    const moment = (0.2 + 1.2 * Math.random()) * whole
    const took = await importIn(url, files[next] ?? '', moment)
    // Clearing away after a kill takes time, too; the load of the machine changes.
    if (took < moment) whole = took
    killed.kills += 1
    const found = await inUse(db)
    if (found === `${'AB'[now]} ${ROWS}`) {
      killed.before += 1
      whole *= 1.05
    } else if (found === `${'AB'[next]} ${ROWS}`) {
      killed.after += 1
      now = next
    } else killed.between.push(found)
  }
  await db.destroy()
  rmSync(folder, { recursive: true })
  return killed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const killed = await killImports(Number(process.argv[2] ?? 50), Number.POSITIVE_INFINITY)
  process.stdout.write(`${JSON.stringify(killed)}\n`)
  process.exitCode = killed.between.length > 0 ? 1 : 0
}
