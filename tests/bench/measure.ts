/** Timing and tables. */

/** Milliseconds, at percentiles of single calls; `cpu` is what the thread itself used of them. */
export type Timing = { p50: number; p99: number; cpu_p50: number; calls: number }

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Times one call per input, after a warm-up of up to `warm` calls that are not counted. Each call is
 * timed by itself, on the wall clock and by the processor time of this thread: on a machine with
 * other work to do, the second says what an idle core would take.
 */
export function timeEach<Input>(
  inputs: readonly Input[],
  call: (input: Input, at: number) => unknown,
  warm: number,
): Timing {
  inputs.slice(0, warm).forEach(call)
  const cpu: number[] = []
  const wall = inputs.map((input, at) => {
    const before = process.threadCpuUsage()
    const start = performance.now()
    call(input, at)
    const took = performance.now() - start
    const used = process.threadCpuUsage(before)
    cpu.push((used.user + used.system) / 1000)
    return took
  })
  for (const times of [wall, cpu]) times.sort((one, other) => one - other)
  return {
    p50: percentile(wall, 0.5),
    p99: percentile(wall, 0.99),
    cpu_p50: percentile(cpu, 0.5),
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
