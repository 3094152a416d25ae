/** The HTTP application: plugins first, then every route there is, by name. */

import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import Fastify, { LogController } from 'fastify'
import { findZip } from '#db/places.ts'
import type { Directory } from './directory.ts'
import type { PageRenderer } from './page-renderer.ts'
import { answering } from './plugins/answering.ts'
import { openApi } from './plugins/open-api.ts'
import { problemReplies } from './plugins/problem-replies.ts'
import { pathOf, requestLog } from './plugins/request-log.ts'
import { security } from './plugins/security.ts'
import { parseQuery } from './query-string.ts'
import { aboutRoutes } from './routes/about-routes.ts'
import { comparisonRoutes } from './routes/comparison-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { pageRoutes } from './routes/page-routes.ts'
import { providerRoutes } from './routes/provider-routes.ts'
import { referenceRoutes } from './routes/reference-routes.ts'
import { serviceWorkerRoute } from './routes/service-worker-route.ts'
import { SCHEMA_COMPILERS } from './schema-compilers.ts'

/** No route takes a body yet; what is sent anyway is cut off early. */
const BODY_LIMIT_BYTES = 64 * 1024
/** Room for about a thousand finished list pages, compressed. */
const ANSWER_CACHE_BYTES = 16 * 1024 * 1024
/** Longer than any address that Node lets through, so that routes do the refusing. */
const MAX_PARAM_LENGTH = 16 * 1024

export type AppOptions = {
  directory: Directory
  pages: PageRenderer
  log: FastifyBaseLogger
  version: string
  /** The folder of the built browser files; null serves none. */
  clientFolder: string | null
}

/**
 * An address that cannot be decoded would never reach a route, nor the page that says what is wrong:
 * its percent signs are read as themselves.
 */
function decodable(url: string): string {
  const path = pathOf(url)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}

function createServer(log: FastifyBaseLogger): FastifyInstance {
  return Fastify({
    loggerInstance: log,
    // Its own request lines would carry the query string and the address of the visitor.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    schemaController: { compilersFactory: SCHEMA_COMPILERS },
    return503OnClosing: false,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, querystringParser: parseQuery },
    rewriteUrl: ({ url = '/' }) => decodable(url),
  })
}

/** Builds the application; it does not listen. Whoever made the directory closes its database. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { directory, pages, log, version, clientFolder } = options
  const { db } = directory
  const { render, assets } = pages
  const findPlace = (zip: string) => findZip(db, zip)

  const app = createServer(log)
  await app.register(requestLog)
  await app.register(security)
  await app.register(answering, { directory, maxBytes: ANSWER_CACHE_BYTES })
  await app.register(problemReplies, { render })
  await app.register(openApi, { version })

  await app.register(providerRoutes, { db, findPlace })
  await app.register(comparisonRoutes, { db, findPlace })
  await app.register(aboutRoutes)
  await app.register(referenceRoutes, { assets })
  await app.register(pageRoutes, { db, findPlace, render })
  await app.register(fileRoutes, { folder: clientFolder, icon: assets.icon })
  await app.register(serviceWorkerRoute, { folder: clientFolder })
  return app
}
