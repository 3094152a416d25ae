import { expect, test } from 'vitest'
import { killImports } from './kill-import.ts'

test('killed at random moments, an import leaves the data as before or as after', {
  timeout: 120_000,
}, async () => {
  const { kills, before, after, between } = await killImports(12, 25_000)
  expect(between).toEqual([])
  expect(before + after).toBe(kills)
  // At least one import was killed before its end, or nothing was tried.
  expect(before).toBeGreaterThan(0)
})
