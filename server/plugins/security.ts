/** The headers that keep a page to itself: nothing inline, nothing from elsewhere, no frames. */

import helmet from '@fastify/helmet'
import fastifyPlugin from 'fastify-plugin'

/**
 * Everything comes from this server. `upgrade-insecure-requests` and HSTS are left to whoever puts
 * TLS in front: they would break plain http on localhost.
 */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** Sets the security headers on every response. */
export const security = fastifyPlugin(
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
    })
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('permissions-policy', 'geolocation=(), camera=(), microphone=()')
    })
  },
  { name: 'security' },
)
