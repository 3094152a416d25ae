import { run } from '#server/cli.ts'

/**
 * Calls the command line in this process: its exit code, the lines that it wrote to either stream,
 * and all that it `said` to both, in order.
 */
export async function callCli(environment: Record<string, string>, words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const said: string[] = []
  const into = (stream: string[]) => (line: string) => {
    for (const lines of [stream, said]) lines.push(line)
  }
  const code = await run([...words], { environment, out: into(out), err: into(err) })
  return { code, out: out.join('\n'), err: err.join('\n'), said: said.join('\n') }
}
