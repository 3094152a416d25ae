import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** Budgets of what every page loads first, in bytes after gzip; 1 kB is 1,000 bytes. */
const SCRIPT_BUDGET = 25_000
const STYLE_BUDGET = 10_000

const BUILT = 'dist/client'
type Entry = { file: string; css?: string[]; imports?: string[] }
const manifest: Record<string, Entry> = JSON.parse(
  readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8'),
)

/** The entry and what it imports at once; what is imported later is not loaded first. */
function firstLoad(name: string, seen = new Set<string>()): Entry[] {
  const entry = manifest[name]
  if (entry === undefined || seen.has(name)) return []
  seen.add(name)
  return [entry, ...(entry.imports ?? []).flatMap((one) => firstLoad(one, seen))]
}

const gzipped = (files: readonly string[]) =>
  [...new Set(files)]
    .map((file) => gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0)

const entries = firstLoad('client/entry.tsx')

describe('the first load', () => {
  test('has a script and a style', () => {
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.flatMap(({ css = [] }) => css).length).toBeGreaterThan(0)
  })

  test('keeps its script within 25 kB', async ({ annotate }) => {
    const size = gzipped(entries.map(({ file }) => file))
    await annotate(`script: ${size} bytes gzip`)
    expect(size).toBeLessThanOrEqual(SCRIPT_BUDGET)
  })

  test('keeps its style within 10 kB', async ({ annotate }) => {
    const size = gzipped(entries.flatMap(({ css = [] }) => css))
    await annotate(`style: ${size} bytes gzip`)
    expect(size).toBeLessThanOrEqual(STYLE_BUDGET)
  })
})
