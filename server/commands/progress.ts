/** Shows how far a long run is: one line that renews itself on a terminal, plain lines in a log. */

import type { LookUps } from '../actions/gather-rows.ts'
import type { ImportProgress } from '../actions/import-rows.ts'
import type { World } from './command.ts'
import { barOf } from './terminal-line.ts'

const ON_TERMINAL_MS = 200
const IN_LOG_MS = 10_000

const inMb = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)

/** "3 min 20 s"; whole seconds, and no seconds from ten minutes on. */
export function durationInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 10 ? `${minutes} min ${whole % 60} s` : `${minutes} min`
}

/** "[##..........] 412 of 2000 MB (21 %), 310 MB/s, 5 s left; 812000 rows read, 120 kept, 0 refused". */
export function progressInWords(progress: ImportProgress, elapsedMs: number): string {
  const { bytes, skipped, size, rows_read, rows_kept, rows_refused } = progress
  const rate = (bytes - skipped) / Math.max(elapsedMs, 1)
  const left = rate > 0 ? Math.max(size - bytes, 0) / rate / 1000 : 0
  const done = size > 0 ? Math.min(1, bytes / size) : 1
  const share = Math.floor(done * 100)
  return [
    `${barOf(done)} ${inMb(bytes)} of ${inMb(size)} MB (${share} %), ${(rate / 1000).toFixed(0)} MB/s, ${durationInWords(left)} left`,
    `${rows_read} rows read, ${rows_kept} kept, ${rows_refused} refused`,
  ].join('; ')
}

/** How many people and companies were looked up: "[####........] 34 of 101 looked up, 3 a second, 21 s left". */
export function lookUpsInWords({ done, total }: LookUps, elapsedMs: number): string {
  const rate = (done / Math.max(elapsedMs, 1)) * 1000
  const left = rate > 0 ? durationInWords((total - done) / rate) : 'unknown time'
  return `${barOf(total > 0 ? done / total : 1)} ${done} of ${total} looked up in the NPI registry, ${rate.toFixed(1)} a second, ${left} left`
}

/** A function to call with every step, and one to end the line with. */
export function createProgress<Progress>(
  { err, renew }: World,
  inWords: (progress: Progress, elapsedMs: number) => string,
  clock: () => number = () => performance.now(),
): { show: (progress: Progress) => void; end: () => void } {
  const started = clock()
  let shown = started
  return {
    show: (progress) => {
      const now = clock()
      if (now - shown < (renew ? ON_TERMINAL_MS : IN_LOG_MS)) return
      shown = now
      const line = inWords(progress, now - started)
      if (renew) renew(line)
      else err(line)
    },
    end: () => renew?.(''),
  }
}
