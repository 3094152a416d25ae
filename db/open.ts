/** Opening the database that `DATABASE_URL` names. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import type { DatabaseConnection, Driver } from 'kysely'
import { Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import type { Database, Db } from './schema.ts'

const MEMORY = ':memory:'

/**
 * The file that a `DATABASE_URL` names: a path, `sqlite:path`, `file:path`, `file:///path` or
 * `:memory:`. Throws an `Error` with one sentence for any other database.
 */
export function databaseFile(url: string): string {
  const given = url.trim()
  // One letter before the colon is a Windows drive, not a scheme.
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(given) ?? []
  const file = scheme === undefined ? given : fileOf(scheme.toLowerCase(), rest ?? '', given)
  if (file === '') throw new Error('DATABASE_URL is empty: give the path of an SQLite file.')
  return file
}

function fileOf(scheme: string, rest: string, url: string): string {
  if (scheme === 'file' && rest.startsWith('//')) return fileURLToPath(url)
  if (scheme === 'file' || scheme === 'sqlite') {
    return rest.startsWith('//') ? rest.slice(2) : rest
  }
  const asked = scheme.startsWith('postgres') ? 'PostgreSQL' : `"${scheme}:"`
  throw new Error(
    `DATABASE_URL asks for ${asked}, but only SQLite is supported: give the path of a file.`,
  )
}

/**
 * SQLite itself ends a transaction on some errors, a full disk among them. A ROLLBACK after that
 * fails, and its error would stand in the place of the one that tells what happened.
 */
class CalmDriver extends SqliteDriver {
  readonly #database: BetterSqlite3.Database

  constructor(database: BetterSqlite3.Database) {
    super({ database })
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class CalmDialect extends SqliteDialect {
  readonly #database: BetterSqlite3.Database

  constructor(database: BetterSqlite3.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new CalmDriver(this.#database)
  }
}

/**
 * Opens the database, creating its folder and file if need be. Foreign keys are on, readers do not
 * wait for writers (WAL), and a writer waits up to 5 seconds for another. Close with `destroy()`.
 */
export function openDb(url: string): Db {
  const file = databaseFile(url)
  if (file !== MEMORY) mkdirSync(dirname(file), { recursive: true })
  const database = new BetterSqlite3(file)
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  return new Kysely<Database>({ dialect: new CalmDialect(database) })
}
