/** `/api/providers`: the list with its counts, and one provider in full. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { profileParams, providerPath } from '#core/contract/comparison-params.ts'
import { listReply } from '#core/contract/list-reply.ts'
import { profileReply } from '#core/contract/profile-reply.ts'
import { searchParams } from '#core/contract/search-params.ts'
import { searchRequest } from '../care-context.ts'
import { JSON_HEADERS } from '../content-types.ts'
import { loadListJson } from '../loaders/provider-list.ts'
import { loadProfile } from '../loaders/provider-profile.ts'
import { invalidRequest } from '../problems.ts'
import type { RouteOptions } from './route-options.ts'

export const providerRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, options) => {
  const { db, findPlace } = options

  const list = {
    summary: 'Providers that match, with counts for every filter',
    description:
      'OR within a parameter, AND across parameters. Counts of a group are made without its own filter.',
    tags: ['providers'],
    querystring: searchParams,
    response: { 200: listReply },
  }
  app.get('/api/providers', { schema: list, config: { also: [304, 400] } }, (request, reply) =>
    reply.answer(async (snapshot) => {
      const asked = await searchRequest(request.query, snapshot, findPlace)
      if (asked.errors.length > 0) throw invalidRequest(asked.errors)
      return { body: await loadListJson(db, snapshot, asked), headers: JSON_HEADERS }
    }),
  )

  const profile = {
    summary: 'One provider: its record, and every kind of care assessed and priced',
    tags: ['providers'],
    params: providerPath,
    querystring: profileParams,
    response: { 200: profileReply },
  }
  app.get(
    '/api/providers/:id',
    { schema: profile, config: { also: [304, 400, 404] } },
    (request, reply) =>
      reply.answer(async (snapshot) => {
        const { id } = request.params
        const body = JSON.stringify(await loadProfile(db, snapshot, id, request.query))
        return { body, headers: JSON_HEADERS }
      }),
  )
}
