/** Bringing a database to the newest shape, or back by one step. */

import type { Migration, MigrationResultSet } from 'kysely/migration'
import { Migrator } from 'kysely/migration'
import * as providers from '#migrations/0001_providers.ts'
import * as statements from '#migrations/0002_statements.ts'
import * as catalog from '#migrations/0003_catalog.ts'
import * as places from '#migrations/0004_places.ts'
import type { Db } from './schema.ts'

/** Every migration there is, by its name; they run in this order. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001_providers': providers,
  '0002_statements': statements,
  '0003_catalog': catalog,
  '0004_places': places,
}

function migrator(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
}

/** The names of what ran; throws what went wrong, in which case nothing was changed. */
function namesOf({ error, results }: MigrationResultSet): string[] {
  if (error !== undefined) {
    throw new Error('the database could not be migrated', { cause: error })
  }
  return (results ?? []).map((result) => result.migrationName)
}

/** Runs every migration that has not run yet; the names of those that did. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  return namesOf(await migrator(db).migrateToLatest())
}

/** Takes back the newest migration, with the data in its tables; its name, or none. */
export async function migrateDown(db: Db): Promise<string[]> {
  return namesOf(await migrator(db).migrateDown())
}
