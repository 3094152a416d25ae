/** Bringing a database to the newest shape, or back by one step. */

import { sql } from 'kysely'
import type { Migration, MigrationResultSet } from 'kysely/migration'
import { Migrator } from 'kysely/migration'
import * as providers from '#migrations/0001_providers.ts'
import * as statements from '#migrations/0002_statements.ts'
import * as catalog from '#migrations/0003_catalog.ts'
import * as places from '#migrations/0004_places.ts'
import * as registries from '#migrations/0005_registries.ts'
import * as checks from '#migrations/0006_checks.ts'
import * as checkpoints from '#migrations/0007_checkpoints.ts'
import * as numberSources from '#migrations/0008_number_sources.ts'
import * as npiSearches from '#migrations/0009_npi_searches.ts'
import * as importOrigin from '#migrations/0010_import_origin.ts'
import * as actionNotes from '#migrations/0011_action_notes.ts'
import * as reviewDecisions from '#migrations/0012_review_decisions.ts'
import type { Db } from './schema.ts'

/** Every migration there is, by its name; they run in this order. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001_providers': providers,
  '0002_statements': statements,
  '0003_catalog': catalog,
  '0004_places': places,
  '0005_registries': registries,
  '0006_checks': checks,
  '0007_checkpoints': checkpoints,
  '0008_number_sources': numberSources,
  '0009_npi_searches': npiSearches,
  '0010_import_origin': importOrigin,
  '0011_action_notes': actionNotes,
  '0012_review_decisions': reviewDecisions,
}

/**
 * Migrates in one transaction that holds the write lock from the start: of two processes that start
 * at once the second finds the work done, and a failure leaves the database as it was. Kysely would
 * run SQLite migrations outside a transaction, although SQLite can take back changed tables.
 */
async function migrate(
  db: Db,
  step: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<string[]> {
  return await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection)
    const provider = { getMigrations: async () => MIGRATIONS }
    const { error, results } = await step(new Migrator({ db: connection, provider }))
    await sql.raw(error === undefined ? 'commit' : 'rollback').execute(connection)
    if (error !== undefined) throw new Error('the database could not be migrated', { cause: error })
    return (results ?? []).map((result) => result.migrationName)
  })
}

/** Runs every migration that has not run yet; the names of those that did. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  return await migrate(db, (migrator) => migrator.migrateToLatest())
}

/** Takes back the newest migration, with the data in its tables; its name, or none. */
export async function migrateDown(db: Db): Promise<string[]> {
  return await migrate(db, (migrator) => migrator.migrateDown())
}
