/** The service worker keeps one address for good, so each visit asks whether it has changed. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { Problem } from '../problems.ts'

export type ServiceWorkerOptions = { folder: string | null }

export const serviceWorkerRoute: FastifyPluginAsync<ServiceWorkerOptions> = async (
  app,
  { folder },
) => {
  const path = folder === null ? null : join(folder, 'service-worker.js')
  const worker = path !== null && existsSync(path) ? readFileSync(path) : null
  app.get('/service-worker.js', (_request, reply) => {
    if (worker === null) throw new Problem('not-found', 'There is no such file.')
    return reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(worker)
  })
}
