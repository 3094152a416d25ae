/** `prepare` makes a fresh checkout ready to serve; on a ready one it does nothing, quickly. */

import { getCatalogVersion } from '#db/changes.ts'
import { migrateToLatest } from '#db/migrate.ts'
import type { Db } from '#db/schema.ts'
import { buildPages, pagesAreStale } from './build-pages.ts'
import type { Command, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { settingsOf, withDatabase } from './settings.ts'

/** How many records there are of each origin; a database never holds both. */
async function countRecords(db: Db): Promise<{ origin: 'real' | 'sample'; count: number }[]> {
  return await db
    .selectFrom('provider')
    .select((eb) => ['origin', eb.fn.countAll<number>().as('count')])
    .groupBy('origin')
    .execute()
}

/** "Ready: 12 invented provider records in data/sample.sqlite."; refuses to call real ones a sample. */
async function readyInWords(db: Db, sample: boolean, url: string): Promise<string> {
  const [held = { origin: 'real', count: 0 }] = await countRecords(db)
  if (sample && held.origin === 'real' && held.count > 0) {
    throw new CommandRefusal(
      `The database ${url} holds ${held.count} real provider records, and invented ones never stand beside them. Set DATABASE_URL to another file.`,
    )
  }
  return `Ready: ${held.count} ${held.origin === 'sample' ? 'invented ' : ''}provider records in ${url}.`
}

/** Seeds a database in which nothing has ever happened. */
async function seedIfEmpty(db: Db, sample: boolean, { out }: World): Promise<void> {
  if ((await getCatalogVersion(db)) > 0) return
  out(sample ? 'Loading the invented sample providers.' : 'Loading the provider records.')
  // Loaded here only: a ready database needs neither the ZIP table's package nor the contracts.
  const { REAL_PROVIDERS, SAMPLE_PROVIDERS, seedAll } = await import('#seeds/load.ts')
  const { filesRefused, instantNow, seededInWords } = await import('./data-commands.ts')
  const folder = sample ? SAMPLE_PROVIDERS : REAL_PROVIDERS
  const seeded = await seedAll(db, { now: instantNow(), folder }).catch(filesRefused)
  out(seededInWords(seeded))
}

export const prepareCommand: Command = {
  words: ['prepare'],
  operands: [],
  summary: 'build the pages, migrate, and fill an empty database; skips what is done',
  options: {
    sample: { type: 'boolean', summary: 'fill an empty database with invented providers' },
  },
  run: async ({ values }, world) => {
    const { DATABASE_URL } = settingsOf(world)
    if (pagesAreStale()) {
      world.out('Building the pages.')
      await buildPages()
    }
    await withDatabase(DATABASE_URL, async (db) => {
      const names = await migrateToLatest(db)
      if (names.length > 0) world.out(`Migrated: ${names.join(', ')}.`)
      await seedIfEmpty(db, values.sample === true, world)
      world.out(await readyInWords(db, values.sample === true, DATABASE_URL))
    })
    return 0
  },
}
