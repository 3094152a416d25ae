/** The product's own server as visitors meet it: another process, the real records, a fixed day. */

import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = join(ROOT, 'server/main.js')

export type RunningServer = {
  address: string
  pid: number
  startMs: number
  stop: () => Promise<void>
}

/** The options that `npm start` gives to Node, so that memory is measured as it is shipped. */
function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return String(scripts.start)
    .split(' ')
    .filter((word) => word.startsWith('--max-'))
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [address] = said.match(/http:\/\/[\d.]+:\d+/) ?? []
      if (address) resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

/** A folder with a prepared database in it, gone when `use` is done. */
export async function withPrepared(use: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'))
  const env = {
    ...process.env,
    DATABASE_URL: join(folder, 'bench.sqlite'),
    HOST: '127.0.0.1',
    PORT: '0',
    TODAY: '2026-11-23',
    LOG_LEVEL: 'info',
  }
  try {
    execFileSync(process.execPath, [MAIN, 'prepare'], { cwd: ROOT, env, stdio: 'ignore' })
    await use(env)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts the server on a prepared database; `startMs` runs from the spawn to the first answer. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const began = performance.now()
  const server = spawn(process.execPath, [...nodeOptions(), MAIN, 'serve'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(server)
  await (await fetch(`${address}/api/health`)).arrayBuffer()
  const startMs = performance.now() - began
  const stop = async () => {
    server.removeAllListeners('exit')
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  return { address, pid: server.pid ?? 0, startMs, stop }
}
