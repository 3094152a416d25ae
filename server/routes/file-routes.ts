/** Files as they are: the built browser files, the icon, and what robots may read. */

import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { chooseBody, readAssetFiles } from '../asset-files.ts'
import { Problem } from '../problems.ts'

/** Everything may be indexed but the API, whose pages are the same data again. */
const ROBOTS = 'User-agent: *\nDisallow: /api/\n'

/** A file's name changes with its content, so a browser may keep it for good: a year, in seconds. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

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

  const files = folder === null ? new Map() : readAssetFiles(join(folder, 'assets'))
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const file = files.get(request.params.name)
    if (!file) throw new Problem('not-found', 'There is no such file.')
    const { coding, body } = chooseBody(file, request.headers['accept-encoding'] ?? '')
    if (coding !== 'identity') reply.header('content-encoding', coding)
    return reply
      .header('content-type', file.type)
      .header('cache-control', FOR_GOOD)
      .header('vary', 'Accept-Encoding')
      .send(body)
  })
}
