/** Files as they are: the built browser files, the icon, and what robots may read. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { Problem } from '../problems.ts'

/** Everything may be indexed but the API, whose pages are the same data again. */
const ROBOTS = 'User-agent: *\nDisallow: /api/\n'

export type FileRouteOptions = { folder: string | null; icon: string | null }

export const fileRoutes: FastifyPluginAsync<FileRouteOptions> = async (app, { folder, icon }) => {
  app.get('/robots.txt', (_request, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(ROBOTS),
  )

  // Browsers ask for this address on their own; the real icon has a hashed name.
  app.get('/favicon.ico', (_request, reply) => {
    if (icon === null) throw new Problem('not-found', 'There is no icon.')
    return reply.redirect(icon, 302)
  })

  // `prepare` writes compressed copies beside the files; other folders may not be built yet.
  const root = folder === null ? null : join(folder, 'assets')
  if (root === null || !existsSync(root)) return
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
}
