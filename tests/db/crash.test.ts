import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { getCatalogVersion } from '#db/changes.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { listRecords, saveRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { ACT, dump, realRecords, save, smallRecord } from './arrange.ts'

const LOADER = fileURLToPath(new URL('./load-records.ts', import.meta.url))

type Loading = { started: Promise<void>; ended: Promise<'killed' | 'finished'> }

/** Loads in a process of its own, killed so many milliseconds after it started; null is never. */
function load(file: string, killedAfter: number | null): Loading {
  const child = spawn(process.execPath, [LOADER, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text
      resolve()
    })
  })
  const ended = new Promise<'killed' | 'finished'>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(output.includes('finished') ? 'finished' : 'killed'))
  })
  if (killedAfter !== null) {
    void started.then(() => setTimeout(() => child.kill('SIGKILL'), killedAfter))
  }
  return { started, ended }
}

async function withFile(use: (db: Db, file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  const file = join(folder, 'touchstone.db')
  const db = openDb(file)
  await migrateToLatest(db)
  await use(db, file)
  await db.destroy()
  rmSync(folder, { recursive: true })
}

test('killed at any moment, a load has stored all records or none', {
  timeout: 60_000,
}, async () => {
  const count = realRecords().length
  const ends: string[] = []
  for (const ms of [20, 80, 140, 200, 260, null]) {
    await withFile(async (db, file) => {
      await save(db, [smallRecord()])
      const before = await dump(db)
      const ended = await load(file, ms).ended
      ends.push(ended)
      const after = await dump(db)
      if (after.provider?.length === 1) expect(after).toEqual(before)
      else expect(after.provider).toHaveLength(count + 1)
      const { rows } = await sql`pragma integrity_check`.execute(db)
      expect(rows).toEqual([{ integrity_check: 'ok' }])
      const { rows: dangling } = await sql`pragma foreign_key_check`.execute(db)
      expect(dangling).toEqual([])
    })
  }
  expect(ends).toContain('killed')
  expect(ends.at(-1)).toBe('finished')
})

test('a process that writes waits for another, and neither is lost', async () => {
  await withFile(async (db, file) => {
    const loaded = await db.transaction().execute(async (trx) => {
      await saveRecord(trx, smallRecord(), ACT)
      const loading = load(file, null)
      await loading.started
      // Long enough for the other process to stand before the lock.
      await new Promise((resolve) => setTimeout(resolve, 300))
      await saveRecord(trx, smallRecord({ id: 'red-door' }), ACT)
      return loading
    })
    expect(await loaded.ended).toBe('finished')
    const rows = await db.selectFrom('provider').select('id').execute()
    expect(rows).toHaveLength(realRecords().length + 2)
  })
})

test('of processes that start at once on no database, one fills it and none fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  const file = join(folder, 'touchstone.db')
  const loads = [1, 2, 3].map(() => load(file, null).ended)
  expect(await Promise.all(loads)).toEqual(['finished', 'finished', 'finished'])
  const db = openDb(file)
  const records = realRecords()
  expect(await getCatalogVersion(db)).toBe(records.length)
  expect(await listRecords(db)).toHaveLength(records.length)
  await db.destroy()
  rmSync(folder, { recursive: true })
}, 60_000)
