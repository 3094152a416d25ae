/** `dev` rebuilds the pages and restarts the server when a source changes; open pages reload. */

import { spawn } from 'node:child_process'
import { buildPages, ENTRIES, ROOT, VITE } from './build-pages.ts'
import type { Command } from './command.ts'

/** What a change of restarts the server; the built pages are among it. */
const WATCHED = ['server', 'core', 'db', 'migrations', 'seeds', 'dist/server', 'dist/client/.vite']

/** Runs the programs until one of them ends, then stops the others; the first exit code. */
function runTogether(programs: readonly (readonly string[])[]): Promise<number> {
  return new Promise((resolve) => {
    const children = programs.map((words) =>
      spawn(process.execPath, [...words], { cwd: ROOT, stdio: 'inherit' }),
    )
    const stop = (code: number) => {
      for (const child of children) child.kill()
      resolve(code)
    }
    for (const child of children) child.once('exit', (code) => stop(code ?? 0))
    process.once('SIGINT', () => stop(0))
    process.once('SIGTERM', () => stop(0))
  })
}

export const devCommand: Command = {
  words: ['dev'],
  operands: [],
  summary: 'serve while you work: rebuilds, restarts and reloads on every change',
  options: {},
  run: async (_given, { out }) => {
    out('Building the pages.')
    await buildPages()
    const builds = ENTRIES.map((entry) => [
      VITE,
      'build',
      '--watch',
      '--emptyOutDir',
      'false',
      '--logLevel',
      'warn',
      ...entry,
    ])
    const watched = WATCHED.map((folder) => `--watch-path=${folder}`)
    const server = [...watched, '--watch-preserve-output', 'server/main.js', 'serve', '--live']
    return (await runTogether([...builds, server])) === 0 ? 0 : 1
  },
}
