/** Lets pages that are open reload when the server has restarted; for working on the code only. */

import type { FastifyPluginAsync } from 'fastify'
import type { RenderPage } from '../page-renderer.ts'

const SCRIPT_PATH = '/live-reload.js'

/** Reloads once the stream of events, broken by a restart, opens again. */
const SCRIPT = `let wasOpen = false
new EventSource('/live-reload').onopen = () => {
  if (wasOpen) location.reload()
  wasOpen = true
}
`

/** The renderer with the reloading script added to every page. */
export function withLiveReload(render: RenderPage): RenderPage {
  const tag = `<script type="module" src="${SCRIPT_PATH}"></script></head>`
  return (data) => render(data).replace('</head>', tag)
}

export const liveReload: FastifyPluginAsync = async (app) => {
  app.get(SCRIPT_PATH, (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(SCRIPT),
  )
  app.get('/live-reload', (_request, reply) => {
    const { raw } = reply.hijack()
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    raw.write('retry: 300\n\n')
    app.server.once('close', () => raw.end())
  })
}
