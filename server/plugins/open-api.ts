/** The API described by itself: an OpenAPI 3.1 document made from the schemas that guard it. */

import swagger from '@fastify/swagger'
import fastifyPlugin from 'fastify-plugin'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'

/** Values that a schema turns into something else are described as they are on the wire. */
const describe = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } })

/** Pages and files are not part of the API. */
const transform: typeof describe = (route) =>
  describe(
    route.url.startsWith('/api') ? route : { ...route, schema: { ...route.schema, hide: true } },
  )

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
