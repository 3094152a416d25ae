/** The real application over the real records, on a fixed day, with its log lines at hand. */

import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { SuperTest, Test } from 'supertest'
import supertest from 'supertest'
import { render } from '#client/render.tsx'
import type { IsoDate } from '#core/calendar.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import type { Db } from '#db/schema.ts'
import { SAMPLE_PROVIDERS, seedAll } from '#seeds/load.ts'
import { buildApp } from '#server/app.ts'
import { Directory } from '#server/directory.ts'

export const TODAY = '2026-11-23' as IsoDate
const ASSETS = { script: '/assets/entry.js', style: '/assets/entry.css', partStyles: [], ahead: [] }

export type RealApp = {
  app: FastifyInstance
  db: Db
  directory: Directory
  lines: string[]
  /** Moves the server's clock on, so that it looks at the database again. */
  wait: (milliseconds: number) => void
  setDay: (day: string) => void
  get: (path: string) => Test
  close: () => Promise<void>
}

type Wishes = {
  sample?: boolean
  /** Adds routes of the test's own. */
  extend?: (app: FastifyInstance) => void
  /** The folder of built browser files; none by default. */
  clientFolder?: string
}

/** Seeds a database in memory and builds the application over it. */
export async function realApp({
  sample = false,
  extend,
  clientFolder,
}: Wishes = {}): Promise<RealApp> {
  const db = openDb(':memory:')
  await migrateToLatest(db)
  const now = `${TODAY}T00:00:00.000Z`
  await seedAll(db, sample ? { now, folder: SAMPLE_PROVIDERS } : { now })
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
  let clock = 0
  let day = TODAY
  const directory = await Directory.open({
    db,
    today: () => day,
    build: 'test',
    onTrouble: (error) => log.error({ err: error }, 'catalog not renewed'),
    clock: () => clock,
  })
  const assets = { ...ASSETS, icon: null, base: { partStyles: [], ahead: [] }, parts: {} }
  const pages = { render: (data: Parameters<typeof render>[0]) => render(data, ASSETS), assets }
  const app = await buildApp({
    directory,
    pages: { ...pages, build: 'test' },
    log,
    version: '0.0.0',
    clientFolder: clientFolder ?? null,
  })
  extend?.(app)
  await app.ready()
  const agent = supertest(app.server) as unknown as SuperTest<Test>
  return {
    app,
    db,
    directory,
    lines,
    wait: (milliseconds) => {
      clock += milliseconds
    },
    setDay: (next) => {
      day = next as IsoDate
    },
    get: (path) => agent.get(path),
    close: async () => {
      await app.close()
      await db.destroy()
    },
  }
}
