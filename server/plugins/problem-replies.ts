/**
 * Turns refusals into responses: problem+json under /api and for programs, a page for people. What
 * we did not expect becomes a 500 that tells the visitor nothing and the log everything.
 */

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { KnownRoute } from '../allowed-methods.ts'
import { allowedMethods } from '../allowed-methods.ts'
import { HTML_HEADERS } from '../content-types.ts'
import { pageData } from '../page-data.ts'
import type { RenderPage } from '../page-renderer.ts'
import type { ProblemSlug } from '../problems.ts'
import { PROBLEMS, Problem, problemBody } from '../problems.ts'
import { pathOf } from './request-log.ts'

/** What Fastify itself refuses, by its error code. */
const KNOWN_CODES: Record<string, [slug: ProblemSlug, detail: string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-json', 'The body cannot be read as JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-json', 'The body is empty, though it says it is JSON.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload-too-large', 'The body is more than we take.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'The content type is not JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-request', 'The body is not as long as it says.'],
}

/** What the other refusals of Fastify and its plugins are to a visitor, by their status. */
const KNOWN_STATUSES: ReadonlyMap<number, ProblemSlug> = new Map([
  // Nobody need learn that a file is there and may not be had.
  [403, 'not-found'],
  [404, 'not-found'],
  [413, 'payload-too-large'],
  [415, 'unsupported-media-type'],
])

/** The refusal that an error stands for; null for one that nobody expected. */
function problemOf(error: unknown, path: string): Problem | null {
  if (error instanceof Problem) return error
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>
  const known = KNOWN_CODES[code]
  if (known) return new Problem(known[0], known[1])
  if (statusCode < 400 || statusCode >= 500) return null
  const slug = KNOWN_STATUSES.get(statusCode) ?? 'invalid-request'
  return slug === 'not-found' ? nothingAt(path) : new Problem(slug, `${PROBLEMS[slug].title}.`)
}

const nothingAt = (path: string) => new Problem('not-found', `Nothing is at ${path}.`)

/** Whether the asker is a program: anything under /api, or one that wants JSON and no HTML. */
export function wantsJson(request: FastifyRequest): boolean {
  const path = pathOf(request.url)
  if (path === '/api') return false
  if (path.startsWith('/api/')) return true
  const accept = request.headers.accept ?? ''
  return accept.includes('json') && !accept.includes('html')
}

/** Sends a refusal in the form that suits the asker. Refusals are never kept by caches. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  render: RenderPage,
): FastifyReply {
  const { status, title, next } = PROBLEMS[problem.slug]
  reply.code(status).header('cache-control', 'no-store').headers(problem.headers)
  if (wantsJson(request)) {
    reply.header('content-type', 'application/problem+json; charset=utf-8')
    return reply.send(JSON.stringify(problemBody(problem, request.id)))
  }
  const { slug, detail, errors } = problem
  const page = pageData(request.url, request.snapshot, {
    page: 'problem',
    type: `/problems/${slug}`,
    title,
    status,
    detail: `${detail} ${next}`,
    errors,
  })
  return reply.headers(HTML_HEADERS).send(render(page))
}

/** A path nobody serves, or one that is served by other methods. */
function notFoundProblem(request: FastifyRequest, routes: readonly KnownRoute[]): Problem {
  const path = pathOf(request.url)
  const allowed = allowedMethods(routes, path)
  if (allowed.length > 0 && !allowed.includes(request.method)) {
    const allow = allowed.join(', ')
    const detail = `${path} takes ${allow}, not ${request.method}.`
    return new Problem('method-not-allowed', detail, [], { allow })
  }
  return nothingAt(path)
}

export type ProblemReplyOptions = { render: RenderPage }

/** Answers every error and every unknown address. */
export const problemReplies = fastifyPlugin<ProblemReplyOptions>(
  async (app, { render }) => {
    const routes: KnownRoute[] = []
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, segments: url.split('/') })
    })
    app.setErrorHandler((error, request, reply) => {
      const problem = problemOf(error, pathOf(request.url))
      if (problem) return sendProblem(request, reply, problem, render)
      app.log.error({ id: request.id, path: pathOf(request.url), err: error }, 'request failed')
      const detail = 'The server could not answer. Nothing you did caused this.'
      return sendProblem(request, reply, new Problem('internal-error', detail), render)
    })
    app.setNotFoundHandler((request, reply) =>
      sendProblem(request, reply, notFoundProblem(request, routes), render),
    )
  },
  { name: 'problem-replies', dependencies: ['answering'] },
)
