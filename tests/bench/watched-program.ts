/** Runs a program and watches the most memory that it holds. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Watched = {
  output: string
  seconds: number
  /** Most resident memory in MB of 1,000,000 bytes; null where the kernel does not tell. */
  rssMb: number | null
  code: number | null
  errors: string
}

const LOOK_EVERY_MS = 20

/** The high-water mark that Linux keeps for a process, in kB of 1024 bytes. */
function highWater(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
    return found ? Number(found[1]) : null
  } catch {
    return null
  }
}

/** What a program wrote, how long it took and the memory it held; null if it is not installed. */
export function watchProgram(name: string, words: string[], input = ''): Promise<Watched | null> {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(name, words, { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    let most: number | null = null
    const look = () => {
      most = highWater(child.pid) ?? most
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    child.stdout.on('data', (part: Buffer) => {
      look()
      output += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      errors += part.toString()
    })
    child.stdin.on('error', () => {})
    child.on('error', () => {
      clearInterval(timer)
      resolve(null)
    })
    child.on('close', (code) => {
      clearInterval(timer)
      const seconds = (performance.now() - start) / 1000
      const rssMb = most === null ? null : (most * 1024) / 1e6
      resolve({ output, seconds, rssMb, code, errors })
    })
    child.stdin.end(input)
  })
}
