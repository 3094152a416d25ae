/** Filling a database: the rubric, the places and the provider records. Doing it twice is safe. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withChecksOf } from '#core/check-findings.ts'
import { parseRubric } from '#core/contract/rubric.ts'
import type { Act } from '#db/changes.ts'
import { lockCatalog } from '#db/changes.ts'
import { foldCity, withPoints } from '#db/places.ts'
import type { Saved } from '#db/providers.ts'
import { listRecordsByIds, saveRecord } from '#db/providers.ts'
import { saveRubric } from '#db/rubrics.ts'
import type { Database, Db, Trx } from '#db/schema.ts'
import { RefusedFiles, readRecordFiles } from './record-files.ts'
import { readZipRows } from './zip-rows.ts'

const inSeeds = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The folder of the real, sourced records. */
export const REAL_PROVIDERS = inSeeds('./providers')
/** The folder of the invented records. */
export const SAMPLE_PROVIDERS = inSeeds('./sample')

const RUBRIC_FILE = inSeeds('./rubric/rubric-v1.json')

/** `now` is the instant that is written down as the time of loading, ISO text ending in Z. */
type When = { now: string }

const actAt = (now: string): Act => ({
  actor: 'seed',
  reason: 'loaded from the seed files',
  at: now,
})

/** Stores the shipped rubric. Throws `RefusedFiles` if its file cannot be scored with. */
export async function seedRubric(db: Db, { now }: When): Promise<'added' | 'unchanged'> {
  const parsed = parseRubric(JSON.parse(readFileSync(RUBRIC_FILE, 'utf8')))
  if (!parsed.ok) {
    throw new RefusedFiles(parsed.problems.map((problem) => ({ file: RUBRIC_FILE, ...problem })))
  }
  const { rubric } = parsed
  return await db.transaction().execute((trx) => saveRubric(trx, rubric, actAt(now)))
}

/** How many records were read, and what storing each came to. */
export type SeedCounts = { read: number } & Record<Saved, number>

/**
 * Stores the records of a folder, placed on the map, in one transaction. What registry checks found
 * stays in them until the next check. All files are checked before anything is stored; throws `RefusedFiles` with every problem, and nothing is loaded then.
 * Throws `MixedOrigins` if real and sample providers would stand in one database.
 */
export async function seedProviders(db: Db, folder: string, { now }: When): Promise<SeedCounts> {
  const records = readRecordFiles(folder)
  return await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    const counts: SeedCounts = { read: records.length, added: 0, changed: 0, unchanged: 0 }
    const ids = records.map(({ id }) => id)
    const stored = new Map((await listRecordsByIds(trx, ids)).map((one) => [one.id, one]))
    for (const record of records) {
      const known = stored.get(record.id)
      const whole = known === undefined ? record : withChecksOf(record, known)
      counts[await saveRecord(trx, await withPoints(trx, whole), actAt(now))] += 1
    }
    await refuseMixedOrigins(trx)
    return counts
  })
}

/** Real and sample providers would stand in one database. */
export class MixedOrigins extends Error {
  constructor() {
    super('nothing was loaded: sample providers need a database of their own')
    this.name = 'MixedOrigins'
  }
}

/** Invented providers must never stand beside real ones. */
async function refuseMixedOrigins(trx: Trx): Promise<void> {
  const origins = await trx.selectFrom('provider').select('origin').distinct().execute()
  if (origins.length > 1) {
    throw new MixedOrigins()
  }
}

const BATCH = 500

type ZipCode = Database['zip_code']

async function insertZips(trx: Trx, rows: ZipCode[]): Promise<number> {
  if (rows.length > 0) await trx.insertInto('zip_code').values(rows).execute()
  return rows.length
}

/** Fills the ZIP table if it is empty; the number of ZIP codes added. */
export async function seedPlaces(db: Db): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    const any = await trx.selectFrom('zip_code').select('zip').limit(1).executeTakeFirst()
    if (any) return 0
    let added = 0
    let batch: ZipCode[] = []
    for (const row of readZipRows()) {
      batch.push({ ...row, city_key: foldCity(row.city) })
      if (batch.length < BATCH) continue
      added += await insertZips(trx, batch)
      batch = []
    }
    return added + (await insertZips(trx, batch))
  })
}

export type Seeded = { rubric: 'added' | 'unchanged'; places: number; providers: SeedCounts }

/** Everything a migrated database needs: places first, since records are placed by them. */
export async function seedAll(
  db: Db,
  { now, folder = REAL_PROVIDERS }: When & { folder?: string },
): Promise<Seeded> {
  const places = await seedPlaces(db)
  const rubric = await seedRubric(db, { now })
  return { places, rubric, providers: await seedProviders(db, folder, { now }) }
}
