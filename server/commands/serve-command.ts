/** `serve` listens until it is told to stop. */

import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import { todayFrom } from '../config.ts'
import { Directory } from '../directory.ts'
import { CLIENT_FOLDER, loadPageRenderer, PagesNotBuilt } from '../page-renderer.ts'
import { liveReload, withLiveReload } from '../plugins/live-reload.ts'
import type { Command, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { settingsOf, withDatabase } from './settings.ts'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

const LISTEN_TROUBLE: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ PORT }) =>
    `Port ${PORT} is in use. Stop the other program, or choose another port: PORT=${PORT + 1} npm start`,
  EACCES: ({ PORT }) => `Port ${PORT} may not be used by you. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: ({ HOST }) => `This machine has no address ${HOST}. Set HOST to 127.0.0.1.`,
  ENOTFOUND: ({ HOST }) => `The host name ${HOST} is not known. Set HOST to 127.0.0.1.`,
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.HOST, port: config.PORT })
  } catch (error) {
    await app.close()
    const trouble = LISTEN_TROUBLE[String((error as { code?: unknown }).code)]
    if (trouble) throw new CommandRefusal(trouble(config))
    throw error
  }
}

/** Resolves with the name of the first signal that asks us to stop. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name))
  })
}

function notBuilt(error: unknown): never {
  if (error instanceof PagesNotBuilt) throw new CommandRefusal(error.message)
  throw error
}

async function serve(config: Config, live: boolean, { err }: World): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL, base: null })
  await withDatabase(config.DATABASE_URL, async (db) => {
    const built = await loadPageRenderer(version).catch(notBuilt)
    const pages = live ? { ...built, render: withLiveReload(built.render) } : built
    const directory = await Directory.open({
      db,
      today: todayFrom(config.TODAY),
      build: pages.build,
      onTrouble: (error) => log.error({ err: error }, 'catalog not renewed'),
    })
    const app = await buildApp({ directory, pages, log, version, clientFolder: CLIENT_FOLDER })
    if (live) await app.register(liveReload)
    const stopping = stopSignal()
    const address = await listen(app, config)
    const { size } = directory.snapshot.entries
    // Standard output belongs to the log, one JSON line each.
    err(`Touchstone is at ${address} with ${size} provider records. Press Ctrl+C to stop.`)
    const name = await stopping
    log.info({ signal: name }, 'server stopping')
    await app.close()
  })
}

export const serveCommand: Command = {
  words: ['serve'],
  operands: [],
  summary: 'serve the pages and the API; run prepare first',
  options: {
    live: {
      type: 'boolean',
      summary: 'reload open pages after a restart, for working on the code',
    },
  },
  run: async ({ values }, world) => {
    await serve(settingsOf(world), values.live === true, world)
    return 0
  },
}
