/** Whether the process of an import still runs. */

import { readFileSync } from 'node:fs'
import type { Holder, RegistryImport } from '#db/registry-imports.ts'

/** A sign of life is older than this when its process no longer runs. */
const SILENCE_MS = 10 * 60_000

/** Whether a process was killed and only waits for its parent to take note, where Linux tells. */
function isDefunct(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The state stands behind the name, which is in brackets and may hold any character.
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

/**
 * Whether the process of an import still runs; on another machine, its last sign of life tells. One
 * of our own number was of a process before us: in a container, each has the same.
 */
export function isAlive(held: RegistryImport, holder: Holder, now: string): boolean {
  if (Date.parse(now) - Date.parse(held.seen_at) > SILENCE_MS) return false
  if (held.held_by_host !== holder.host) return true
  if (held.held_by_pid === holder.pid) return false
  try {
    process.kill(held.held_by_pid, 0)
    return !isDefunct(held.held_by_pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
