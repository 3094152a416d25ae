import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { databaseFile, openDb } from './open.ts'

test('a database is named by a path, with or without a scheme', () => {
  expect(databaseFile('data/touchstone.db')).toBe('data/touchstone.db')
  expect(databaseFile('sqlite:data/touchstone.db')).toBe('data/touchstone.db')
  expect(databaseFile('sqlite:///var/touchstone.db')).toBe('/var/touchstone.db')
  expect(databaseFile('file:data/touchstone.db')).toBe('data/touchstone.db')
  expect(databaseFile('file:///var/touch%20stone.db')).toBe('/var/touch stone.db')
  expect(databaseFile('C:\\data\\touchstone.db')).toBe('C:\\data\\touchstone.db')
  expect(databaseFile(':memory:')).toBe(':memory:')
  expect(databaseFile('sqlite::memory:')).toBe(':memory:')
})

test('another database is refused in one sentence that names it', () => {
  const sentence = (name: string) =>
    `DATABASE_URL asks for ${name}, but only SQLite is supported: give the path of a file.`
  expect(() => openDb('postgres://user@host/base')).toThrow(sentence('PostgreSQL'))
  expect(() => openDb('postgresql://host/base')).toThrow(sentence('PostgreSQL'))
  expect(() => openDb('mysql://host/base')).toThrow(sentence('"mysql:"'))
  expect(() => openDb(' ')).toThrow('DATABASE_URL is empty')
})

test('opening makes the folder, and sets what SQLite leaves off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-'))
  const file = join(folder, 'deep', 'er', 'touchstone.db')
  const db = openDb(file)
  const pragma = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('foreign_keys')).toBe(1)
  expect(await pragma('busy_timeout')).toBe(5000)
  expect(existsSync(file)).toBe(true)
  await db.destroy()
  rmSync(folder, { recursive: true })
})

test('what ended a transaction is told, even where SQLite has rolled it back itself', async () => {
  const db = openDb(':memory:')
  await sql`create table door (name text unique)`.execute(db)
  const twice = db.transaction().execute(async (trx) => {
    await sql`insert into door values ('blue')`.execute(trx)
    await sql`insert or rollback into door values ('blue')`.execute(trx)
  })
  await expect(twice).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
  const refused = db.transaction().execute(async (trx) => {
    await sql`insert into door values ('red')`.execute(trx)
    throw new Error('changed my mind')
  })
  await expect(refused).rejects.toThrow('changed my mind')
  expect((await sql`select name from door`.execute(db)).rows).toEqual([])
  await db.destroy()
})
