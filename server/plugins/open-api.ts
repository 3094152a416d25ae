/** The API described by itself: an OpenAPI 3.1 document made from the schemas that guard it. */

import swagger from '@fastify/swagger'
import fastifyPlugin from 'fastify-plugin'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { problemReply } from '#core/contract/problem-reply.ts'

/** Values that a schema turns into something else are described as they are on the wire. */
const describe = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } })

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an address of the API answers besides 200. */
    also?: readonly (keyof typeof REFUSALS | 304)[]
  }
}

/** Each status at which an address refuses, in the words of the document. */
const REFUSALS = {
  400: 'A parameter is wrong or unknown; `errors` names each',
  404: 'No provider has this id',
  422: 'These providers cannot be compared',
} as const

const UNCHANGED = { description: 'Unchanged since the ETag in If-None-Match; empty', type: 'null' }

const refusal = (status: keyof typeof REFUSALS) => ({
  description: REFUSALS[status],
  content: { 'application/problem+json': { schema: problemReply } },
})

/** Pages and files are not part of the API. Refusals are added to what a route says it replies. */
const transform: typeof describe = (route) => {
  if (!route.url.startsWith('/api')) {
    return describe({ ...route, schema: { ...route.schema, hide: true } })
  }
  const also = route.route.config?.also ?? []
  const refusals = also.flatMap((status) =>
    status === 304 ? [] : [[status, refusal(status)] as const],
  )
  const given = (route.schema?.response ?? {}) as object
  const response = { ...given, ...Object.fromEntries(refusals) }
  const described = describe({ ...route, schema: { ...route.schema, response } })
  if (also.includes(304)) Object.assign(described.schema.response as object, { 304: UNCHANGED })
  return described
}

/** Collects the routes that are registered after it. */
export const openApi = fastifyPlugin<{ version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Touchstone',
          version,
          description:
            'Ketamine providers, judged on evidence. Every statement carries its source and day. Not medical advice.',
          license: { name: 'MIT', identifier: 'MIT' },
        },
        servers: [{ url: '/' }],
        tags: [
          { name: 'providers', description: 'Find providers and read one in full' },
          { name: 'comparison', description: 'Put 2 to 4 side by side' },
          { name: 'about', description: 'The rubric, and how the server is' },
        ],
      },
      transform,
    })
  },
  { name: 'open-api' },
)
