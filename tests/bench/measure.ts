/** Timing and tables. */

/** Milliseconds, at percentiles of single calls. */
export type Timing = { p50: number; p99: number; calls: number }

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Times one call per input, after a warm-up of up to `warm` calls that are not counted. Each call is
 * timed by itself on the wall clock.
 */
export function timeEach<Input>(
  inputs: readonly Input[],
  call: (input: Input) => unknown,
  warm: number,
): Timing {
  for (const input of inputs.slice(0, warm)) call(input)
  const times = inputs.map((input) => {
    const start = performance.now()
    call(input)
    return performance.now() - start
  })
  times.sort((one, other) => one - other)
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), calls: times.length }
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
