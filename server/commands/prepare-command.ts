/** `prepare` makes a fresh checkout ready to serve; on a ready one it does nothing, quickly. */

import { getCatalogVersion } from '#db/changes.ts'
import { migrateToLatest } from '#db/migrate.ts'
import type { Db } from '#db/schema.ts'
import { buildPages, pagesAreStale } from './build-pages.ts'
import type { Command, World } from './command.ts'
import { settingsOf, withDatabase } from './settings.ts'

async function countRecords(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('provider')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
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
      world.out(`Ready: ${await countRecords(db)} provider records in ${DATABASE_URL}.`)
    })
    return 0
  },
}
