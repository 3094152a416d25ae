/** The API's own description: for programs as OpenAPI, for people as a page. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { noParams } from '#core/contract/about-reply.ts'
import { HTML_HEADERS, JSON_HEADERS } from '../content-types.ts'
import type { Assets } from '../page-renderer.ts'
import type { ApiDocument } from '../reference-page.ts'
import { referencePage } from '../reference-page.ts'

export const referenceRoutes: FastifyPluginAsyncZod<{ assets: Assets }> = async (
  app,
  { assets },
) => {
  const document = {
    summary: 'This API as an OpenAPI 3.1 document',
    tags: ['about'],
    querystring: noParams,
    response: { 200: z.looseObject({ openapi: z.string() }).describe('The document') },
  }
  app.get(
    '/api/openapi.json',
    { schema: document, config: { also: [304, 400] } },
    (_request, reply) =>
      reply.answer(() => ({ body: JSON.stringify(app.swagger()), headers: JSON_HEADERS })),
  )

  app.get('/api', { schema: { hide: true } }, (_request, reply) =>
    reply.answer(({ origin }) => ({
      body: referencePage(app.swagger() as ApiDocument, assets, origin),
      headers: HTML_HEADERS,
    })),
  )
}
