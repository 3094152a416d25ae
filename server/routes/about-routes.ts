/** What the directory stands on: the rubric in use, and how the server is. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { healthReply, noParams, rubricReply } from '#core/contract/about-reply.ts'
import { JSON_HEADERS } from '../content-types.ts'

export const aboutRoutes: FastifyPluginAsyncZod = async (app) => {
  const rubric = {
    summary: 'The rubric that everything is judged by',
    tags: ['about'],
    querystring: noParams,
    response: { 200: rubricReply },
  }
  app.get('/api/rubric', { schema: rubric, config: { also: [304, 400] } }, (_request, reply) =>
    reply.answer(({ prepared }) => ({
      body: JSON.stringify(prepared.rubric),
      headers: JSON_HEADERS,
    })),
  )

  const health = {
    summary: 'Whether the server answers, and from which data',
    tags: ['about'],
    querystring: noParams,
    response: { 200: healthReply },
  }
  app.get('/api/health', { schema: health, config: { also: [400] } }, (request, reply) => {
    const { version, entries, day, prepared, origin } = request.snapshot
    reply.header('cache-control', 'no-store')
    return {
      status: 'ok' as const,
      catalog_version: version,
      providers: entries.size,
      today: day,
      rubric_version: prepared.rubric.version,
      origin,
    }
  })
}
