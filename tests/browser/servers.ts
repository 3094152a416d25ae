/** Starts the real server twice, over the real and over the invented records, on a fixed day. */

import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

export type Servers = { real: string; sample: string }

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = join(ROOT, 'server/main.js')
const TODAY = '2026-11-23'
const START_LIMIT_MS = 30_000

type Environment = Record<string, string | undefined>

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => reject(new Error(`The server ${why}. It said:\n${said}`))
    const limit = setTimeout(() => fail('did not start in time'), START_LIMIT_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [address] = said.match(/http:\/\/[\d.]+:\d+/) ?? []
      if (!address) return
      clearTimeout(limit)
      resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => fail(`ended with ${code}`))
  })
}

/** Prepares a database and serves it; the server is added to `running` as soon as there is one. */
async function startServer(running: ChildProcess[], database: string, options: string[]) {
  const env: Environment = {
    ...process.env,
    DATABASE_URL: database,
    HOST: '127.0.0.1',
    PORT: '0',
    TODAY,
    LOG_LEVEL: 'warn',
  }
  await promisify(execFile)(process.execPath, [MAIN, 'prepare', ...options], { cwd: ROOT, env })
  const server = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(server)
  return await addressOf(server)
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

/** Before all tests; what it returns runs after them. */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-browser-'))
  const running: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(running.map(stopServer))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const real = await startServer(running, join(folder, 'real.sqlite'), [])
    const sample = await startServer(running, join(folder, 'sample.sqlite'), ['--sample'])
    project.provide('servers', { real, sample })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
