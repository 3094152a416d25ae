/** How long a prepared server takes to answer, and how much memory it holds. */

import { readFileSync } from 'node:fs'
import { generateAddresses } from './addresses.ts'
import { printTable, rounded } from './measure.ts'
import type { RunningServer } from './server.ts'
import { startServer, withPrepared } from './server.ts'

const STARTS = 5
const REQUESTS = 1000

/** Megabytes (of 1,000,000 bytes) that the kernel counts as resident. */
function residentMegabytes({ pid }: RunningServer): number {
  const [, kibibytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kibibytes) * 1024) / 1_000_000
}

async function askPages({ address }: RunningServer): Promise<void> {
  for (const [at, query] of generateAddresses(REQUESTS, 7).entries()) {
    const path = at % 2 === 0 ? '/providers' : '/api/providers'
    await (await fetch(`${address}${path}?${query}`)).arrayBuffer()
  }
}

/** Prints warm starts and resident memory. Linux only, since memory is read from /proc. */
export async function benchStart(): Promise<void> {
  await withPrepared(async (env) => {
    const rows: string[][] = []
    // The first start fills Node's compile cache and is not counted.
    for (let start = 0; start <= STARTS; start++) {
      const server = await startServer(env)
      const fresh = residentMegabytes(server)
      const isLast = start === STARTS
      if (isLast) await askPages(server)
      const after = isLast ? rounded(residentMegabytes(server)) : ''
      await server.stop()
      if (start > 0) rows.push([`start ${start}`, rounded(server.startMs), rounded(fresh), after])
    }
    printTable(
      ['warm start', 'ms to first answer', 'MB then', `MB after ${REQUESTS} requests`],
      rows,
    )
  })
}
