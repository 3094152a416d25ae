/** The least that a Node server can do: looks a finished answer up and sends it. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A finished answer; `body` is Base64, since messages between processes are text. */
export type Captured = { path: string; body: string; encoding: string | undefined }

process.once('message', ({ bodies }: { bodies: Captured[] }) => {
  const answers = new Map(
    bodies.map(({ path, body, encoding }) => [
      path,
      { body: Buffer.from(body, 'base64'), encoding: encoding ?? 'identity' },
    ]),
  )
  const server = createServer(({ url = '' }, response) => {
    const found = answers.get(url)
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': found?.encoding ?? 'identity',
      'content-length': found?.body.length ?? 0,
    })
    response.end(found?.body)
  })
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port })
  })
})
