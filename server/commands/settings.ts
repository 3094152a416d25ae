/** The settings and the database, as commands get at them. */

import { openDb } from '#db/open.ts'
import type { Db } from '#db/schema.ts'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import type { World } from './command.ts'
import { CommandRefusal } from './command.ts'

/** The settings; refuses with a sentence for each that is wrong. */
export function settingsOf({ environment }: Pick<World, 'environment'>): Config {
  const result = readConfig(environment)
  if (!result.ok) throw new CommandRefusal(result.problems.join('\n'), 2)
  return result.config
}

const SQLITE_TROUBLE: Record<string, string> = {
  SQLITE_BUSY: 'is locked by another program. Close that program, or wait, and try again.',
  SQLITE_NOTADB: 'is not an SQLite database. Move it away, or set DATABASE_URL to another file.',
  SQLITE_CORRUPT: 'is damaged. Restore it from a copy, or move it away and start again.',
  SQLITE_CANTOPEN: 'cannot be opened. Check that the folder exists and that you may write there.',
  SQLITE_READONLY: 'cannot be written to. Check who owns the file, or set DATABASE_URL.',
  SQLITE_FULL: 'cannot grow: the disk is full.',
}

/** The sentence for a database that does not work, or null for any other error. */
export function databaseTrouble(error: unknown, url: string): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? '')
    const known = Object.keys(SQLITE_TROUBLE).find((name) => code.startsWith(name))
    if (known) return `The database ${url} ${SQLITE_TROUBLE[known]}`
  }
  return null
}

/** Runs with the database open and closes it after; trouble with it becomes one sentence. */
export async function withDatabase<Result>(
  url: string,
  use: (db: Db) => Promise<Result>,
): Promise<Result> {
  try {
    const db = openDb(url)
    try {
      return await use(db)
    } finally {
      await db.destroy()
    }
  } catch (error) {
    const trouble = databaseTrouble(error, url)
    if (trouble) throw new CommandRefusal(trouble)
    throw error
  }
}
