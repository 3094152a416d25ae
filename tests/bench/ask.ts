/** Asks as browsers do, compressed and over kept connections, and leaves the bytes as they came. */

import type { Agent } from 'node:http'
import { get } from 'node:http'

/** What browsers accept that matters here. */
export const ACCEPTED = { 'accept-encoding': 'gzip' }

export type Reply = { status: number; encoding: string | undefined; body: Buffer }

/** One request; the reply's body is not decompressed. */
export function ask(agent: Agent, url: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: ACCEPTED }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => {
        const encoding = reply.headers['content-encoding']
        resolve({ status: reply.statusCode ?? 0, encoding, body: Buffer.concat(chunks) })
      })
    })
    request.on('error', reject)
  })
}
