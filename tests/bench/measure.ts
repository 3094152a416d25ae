/** Timing and tables. */

/** Milliseconds: percentiles of single calls, and what the thread itself used of a call on average. */
export type Timing = { p50: number; p99: number; cpu: number; calls: number }

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Times one call per input, after a warm-up of up to `warm` calls that are not counted. Each call is
 * timed by itself; the processor time of the thread, which some kernels count in steps of 4 ms, is
 * taken over all of them: on a machine with other work to do it says what an idle core would take.
 */
export function timeEach<Input>(
  inputs: readonly Input[],
  call: (input: Input, at: number) => unknown,
  warm: number,
): Timing {
  inputs.slice(0, warm).forEach(call)
  const before = process.threadCpuUsage()
  const wall = inputs.map((input, at) => {
    const start = performance.now()
    call(input, at)
    return performance.now() - start
  })
  const { user, system } = process.threadCpuUsage(before)
  wall.sort((one, other) => one - other)
  return {
    p50: percentile(wall, 0.5),
    p99: percentile(wall, 0.99),
    cpu: (user + system) / 1000 / inputs.length,
    calls: wall.length,
  }
}

export function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** Prints rows in columns, the first to the left and the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  for (const row of all) {
    const cells = widths.map((width, at) =>
      at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width),
    )
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
  process.stdout.write('\n')
}
