/** A registry on this machine that answers as told, closed when the test ends. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** Starts it; `calls` holds what it was asked so far. */
export async function standIn(
  answer: (url: URL, request: IncomingMessage, response: ServerResponse) => void,
) {
  const calls: URL[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://local')
    calls.push(url)
    answer(url, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  return { base, calls, settings: { base, timeout_ms: 300, tries: 3, backoff_ms: 5, pause_ms: 1 } }
}
