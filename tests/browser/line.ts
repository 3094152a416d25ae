/** A line to a server that can be cut and mended, as a network goes and comes back. */

import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Line = {
  address: string
  cut: () => Promise<void>
  mend: () => Promise<void>
  /** How requests are met from now on: passed on, answered with 503, or not answered at all. */
  meet: (how: 'pass' | 'fail' | 'stall') => void
}

/** Listens on a port of its own and passes every request on to `target`. */
export async function startLine(target: string): Promise<Line> {
  let how: 'pass' | 'fail' | 'stall' = 'pass'
  const server = createServer((asked, answer) => {
    if (how === 'stall') return
    if (how === 'fail') {
      answer.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Down</h1>')
      return
    }
    const { method, headers } = asked
    const passed = request(new URL(asked.url ?? '/', target), { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    cut: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    mend: () => listen(port),
    meet: (next) => {
      how = next
    },
  }
}
