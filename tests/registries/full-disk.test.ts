import { execFileSync, spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDb } from '#db/open.ts'
import { leieText } from './imported.ts'
import { madeFile, madeFolder } from './made-files.ts'

const MAIN = fileURLToPath(new URL('../../server/main.js', import.meta.url))
const disk = madeFolder()
const mount = (...words: string[]) =>
  spawnSync('mount', ['-t', 'tmpfs', ...words, 'tmpfs', disk], { encoding: 'utf8' })

/** A disk of 3 MB in memory, or why there is none: mounting is for root, on Linux. */
const made = mount('-o', 'size=3m')
const because = made.status === 0 ? null : (made.error?.message ?? made.stderr.trim())
afterAll(() => {
  if (because === null) execFileSync('umount', ['-l', disk])
})

const url = join(disk, 'full.sqlite')

/** A command in a process of its own. */
function call(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: url }
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

const listOf = (last: string, count: number) =>
  madeFile('UPDATED.csv', leieText(Array.from({ length: count }, () => ({ last }))))

/** How many rows of each name are in the database, and whether it is sound. */
async function stored(): Promise<{ rows: unknown[]; check: unknown[] }> {
  const db = openDb(url)
  const { rows } = await sql`select i.id, i.state, count(*) as rows from registry_import i
    join exclusion_row on import_id = i.id where i.state = 'done' group by i.id`.execute(db)
  const { rows: check } = await sql`pragma integrity_check`.execute(db)
  await db.destroy()
  return { rows, check }
}

const SOUND = [{ integrity_check: 'ok' }]

test.skipIf(because !== null)(
  `an import on a disk that is full leaves what was loaded, and goes on once there is room${because === null ? '' : ` (skipped: ${because})`}`,
  { timeout: 60_000 },
  async () => {
    call('migrate')
    expect(call('registry', 'import', 'leie', listOf('OLD', 300), '--force').code).toBe(0)
    const big = ['registry', 'import', 'leie', listOf('NEW', 20_000), '--force']
    const full = call(...big)
    expect(full).toEqual({
      code: 1,
      out: '',
      err: `The database ${url} cannot grow: the disk is full. Make room, then run the command again.\n`,
    })
    expect(statfsSync(disk).bfree).toBeLessThan(50)
    // What can be read without room is still there to be read.
    expect(call('registry', 'status').out).toContain(
      'broke off when its process ended, the same command goes on with it',
    )
    expect(JSON.parse(call('registry', 'status', '--json').out).runs[0]).toMatchObject({
      state: 'running',
      broke_off: true,
    })
    expect(await stored()).toEqual({ rows: [{ id: 1, state: 'done', rows: 300 }], check: SOUND })
    expect(mount('-o', 'remount,size=64m').status).toBe(0)
    const done = call(...big)
    expect(done.err).toMatch(/^Continuing at row \d,?\d+ \(\d+ %\) of /)
    expect(done.out).toContain('20000 rows read, 20000 kept, 0 refused')
    expect(await stored()).toEqual({ rows: [{ id: 2, state: 'done', rows: 20_000 }], check: SOUND })
  },
)
