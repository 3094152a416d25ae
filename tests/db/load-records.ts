/** Migrates and fills the database file named first; the crash test kills it midway. */

import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { REAL_PROVIDERS, seedProviders } from '#seeds/load.ts'

const file = process.argv[2] ?? ''
const db = openDb(file)
process.stdout.write('started\n')
await migrateToLatest(db)
await seedProviders(db, REAL_PROVIDERS, { now: '2026-11-23T08:00:00Z' })
process.stdout.write('finished\n')
await db.destroy()
