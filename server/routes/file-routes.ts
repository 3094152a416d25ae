/** Files as they are: the built browser files, the icon, and what robots may read. */

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

  if (folder === null) return
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    // A file's name changes with its content, so a browser may keep it for good.
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  })
}
