/** The settings and the database, as commands get at them. */

import { NoRubric } from '#db/no-rubric.ts'
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
  SQLITE_FULL: 'cannot grow: the disk is full. Make room, then run the command again.',
  SQLITE_IOERR: 'cannot be read or written: look after the disk, then run the command again.',
}

const SET_UP = 'Run first: npm run cli -- prepare'

/** What a query says when the database is empty or of an older version. */
const OTHER_SHAPE = /^no such (table|column)\b|\bhas no column named\b/

function troubleOf(error: Error): string | undefined {
  const code = String((error as { code?: unknown }).code ?? '')
  if (error instanceof NoRubric) return `holds no records yet. ${SET_UP}`
  if (code === 'SQLITE_ERROR' && OTHER_SHAPE.test(error.message)) {
    return `has not been set up for this version. ${SET_UP}`
  }
  const known = Object.keys(SQLITE_TROUBLE).find((name) => code.startsWith(name))
  return known && SQLITE_TROUBLE[known]
}

/** The sentence for a database that does not work, or null for any other error. */
export function databaseTrouble(error: unknown, url: string): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const trouble = troubleOf(cause)
    if (trouble) return `The database ${url} ${trouble}`
  }
  return null
}

/** The database, open; refuses a file or folder that cannot be had. */
function openOrRefuse(url: string): Db {
  try {
    return openDb(url)
  } catch (error) {
    if (databaseTrouble(error, url)) throw error
    // The folder could not be made, or the address names no SQLite file.
    const isFolder = (error as NodeJS.ErrnoException).syscall !== undefined
    const said = `The database ${url} ${SQLITE_TROUBLE.SQLITE_CANTOPEN}`
    throw new CommandRefusal(isFolder ? said : (error as Error).message)
  }
}

/** Runs with the database open and closes it after; trouble with it becomes one sentence. */
export async function withDatabase<Result>(
  url: string,
  use: (db: Db) => Promise<Result>,
): Promise<Result> {
  try {
    const db = openOrRefuse(url)
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
