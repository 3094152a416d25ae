/**
 * One line for each request: method, path, status, time. Never the query string, which says what
 * somebody looks for, and nothing that tells visitors apart.
 */

import fastifyPlugin from 'fastify-plugin'

/** The path of a URL, without its query string. */
export function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

/** Writes the line when the response has been sent. */
export const requestLog = fastifyPlugin(
  async (app) => {
    app.addHook('onResponse', (request, reply, done) => {
      const ms = Math.round(reply.elapsedTime * 100) / 100
      const { method, id } = request
      const line = { id, method, path: pathOf(request.url), status: reply.statusCode, ms }
      app.log.info(line, 'request answered')
      done()
    })
  },
  { name: 'request-log' },
)
