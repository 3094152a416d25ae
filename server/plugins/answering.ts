/**
 * Answers that are pure functions of catalog, day and address: entity tag, 304, gzip, and a bounded
 * memory of finished bodies. A route calls `reply.answer(make)`; repeats never reach the route.
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Answer, MadeAnswer } from '../answers.ts'
import { AnswerCache, acceptsGzip, namesTag } from '../answers.ts'
import type { Directory } from '../directory.ts'
import type { Snapshot } from '../snapshot.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Sends what `make` makes of the snapshot, or what was kept of it. */
    answer(make: Make): Promise<void>
  }
  interface FastifyRequest {
    snapshot: Snapshot
  }
}

type Make = (snapshot: Snapshot) => MadeAnswer | Promise<MadeAnswer>

const wantedEncoding = (request: FastifyRequest) =>
  acceptsGzip(request.headers['accept-encoding']) ? 'gzip' : 'identity'

function sendAnswer(reply: FastifyReply, answer: Answer, etag: string): FastifyReply {
  reply.headers(answer.headers)
  if (answer.status === 200) reply.header('etag', etag).header('cache-control', 'no-cache')
  else reply.code(answer.status).header('cache-control', 'no-store')
  reply.header('vary', 'Accept-Encoding')
  if (answer.encoding === 'gzip') reply.header('content-encoding', 'gzip')
  return reply.send(answer.body)
}

function sendUnchanged(reply: FastifyReply, etag: string): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'Accept-Encoding')
  return reply.code(304).send()
}

export type AnsweringOptions = { directory: Directory; maxBytes: number }

/** Gives requests their `snapshot` of the directory and replies their `answer`. */
export const answering = fastifyPlugin<AnsweringOptions>(
  async (app, { directory, maxBytes }) => {
    const cache = new AnswerCache(maxBytes)
    const etagOf = (snapshot: Snapshot) => `W/"${snapshot.tag}"`

    app.decorateRequest('snapshot', null as unknown as Snapshot)
    app.decorateReply('answer', async function answer(this: FastifyReply, make: Make) {
      const { request } = this
      const { snapshot } = request
      const etag = etagOf(snapshot)
      if (namesTag(request.headers['if-none-match'], etag)) {
        return sendUnchanged(this, etag) as unknown as undefined
      }
      const wanted = wantedEncoding(request)
      const answer = await cache.take(snapshot.tag, request.url, wanted, () => make(snapshot))
      // Fastify wants the reply back; routes see nothing, since the body is typed where it is made.
      return sendAnswer(this, answer, etag) as unknown as undefined
    })

    app.addHook('onRequest', async (request, reply) => {
      await directory.refresh()
      request.snapshot = directory.snapshot
      if (request.method !== 'GET' && request.method !== 'HEAD') return
      const { tag } = request.snapshot
      const kept = cache.find(tag, request.url, wantedEncoding(request))
      if (!kept) return
      const etag = etagOf(request.snapshot)
      if (namesTag(request.headers['if-none-match'], etag)) return sendUnchanged(reply, etag)
      return sendAnswer(reply, kept, etag)
    })
  },
  { name: 'answering' },
)
