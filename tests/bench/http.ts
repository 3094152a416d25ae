/**
 * What HTTP costs, in one run on one machine: our API against a bare `node:http` server that sends
 * the very same bytes, and the rendered list page. Cold means that each address is asked once and
 * nothing is kept of it; warm means that the same addresses are asked again and again.
 */

import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { Agent } from 'node:http'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { generateAddresses } from './addresses.ts'
import { ACCEPTED, ask } from './ask.ts'
import type { Captured } from './bare-server.ts'
import { printTable, rounded } from './measure.ts'
import { startServer, withPrepared } from './server.ts'

const ADDRESSES = 1000
const CONNECTIONS = 32
const SECONDS = 8
const SEED = 20_261_123
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))

type Load = { perSecond: number; p50: number; p99: number; refused: number }

/** Asks the paths in turn, over and over, for some seconds. */
async function askAgain(address: string, paths: readonly string[]): Promise<Load> {
  const { requests, latency, non2xx, errors, duration } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ path, headers: ACCEPTED })),
  })
  const perSecond = requests.total / duration
  return { perSecond, p50: latency.p50, p99: latency.p99, refused: non2xx + errors }
}

/** Asks each path once, over as many connections, and times the whole. */
async function askOnce(address: string, paths: readonly string[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const waiting = [...paths]
  const times: number[] = []
  let refused = 0
  const began = performance.now()
  const visitor = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const start = performance.now()
      const { status } = await ask(agent, address + path)
      if (status !== 200) refused += 1
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, visitor))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  return { perSecond: paths.length / seconds, p50: at(0.5), p99: at(0.99), refused }
}

/** Captures our answers and serves the same bytes from a process of its own. */
async function startBare(address: string, paths: readonly string[]) {
  const agent = new Agent({ keepAlive: true })
  const bodies: Captured[] = []
  for (const path of paths) {
    const { body, encoding } = await ask(agent, address + path)
    bodies.push({ path, body: body.toString('base64'), encoding })
  }
  agent.destroy()
  const server: ChildProcess = fork(BARE)
  const port = await new Promise<number>((resolve) => {
    server.once('message', (message) => resolve((message as { port: number }).port))
    server.send({ bodies })
  })
  const bytes = bodies.reduce((sum, { body }) => sum + Buffer.byteLength(body, 'base64'), 0)
  return { address: `http://127.0.0.1:${port}`, mean: bytes / bodies.length, server }
}

const row = (name: string, { perSecond, p50, p99, refused }: Load) => [
  name,
  rounded(perSecond),
  rounded(p50),
  rounded(p99),
  String(refused),
]

/** Prints requests per second, bare and ours, cold and warm. */
export async function benchHttp(): Promise<void> {
  const queries = generateAddresses(ADDRESSES, SEED)
  const api = queries.map((query) => `/api/providers?${query}`)
  const pages = queries.map((query) => `/providers?${query}`)
  await withPrepared(async (env) => {
    const ours = await startServer(env)
    try {
      const coldPages = await askOnce(ours.address, pages)
      const coldApi = await askOnce(ours.address, api)
      const bare = await startBare(ours.address, api)
      try {
        const bareCold = await askOnce(bare.address, api)
        const bareWarm = await askAgain(bare.address, api)
        const warmApi = await askAgain(ours.address, api)
        const warmPages = await askAgain(ours.address, pages)
        process.stdout.write(
          `http: ${ADDRESSES} addresses, ${CONNECTIONS} connections, ${rounded(bare.mean)} bytes a reply\n\n`,
        )
        printTable(
          ['what', 'requests/s', 'p50 ms', 'p99 ms', 'refused'],
          [
            row('bare node:http, each once', bareCold),
            row('API, each once, nothing kept', coldApi),
            row('list page, each once, nothing kept', coldPages),
            row('bare node:http, again and again', bareWarm),
            row('API, again and again', warmApi),
            row('list page, again and again', warmPages),
          ],
        )
        const share = (one: Load, other: Load) => rounded((100 * one.perSecond) / other.perSecond)
        process.stdout.write(
          `API against bare: ${share(coldApi, bareCold)} % cold, ${share(warmApi, bareWarm)} % warm\n\n`,
        )
      } finally {
        bare.server.kill()
      }
    } finally {
      await ours.stop()
    }
  })
}
