import { expect, test } from 'vitest'
import { killImports } from './kill-import.ts'

test('killed at random moments, an import leaves the data as before or as after, and goes on', {
  timeout: 180_000,
}, async () => {
  const { kills, before, after, between, continued, unlike } = await killImports(12, 90_000)
  expect(between).toEqual([])
  expect(before + after).toBe(kills)
  // At least one import was killed before its end, or nothing was tried.
  expect(before).toBeGreaterThan(0)
  // What was continued ended with the rows, the refusals and the record of an undisturbed import.
  expect(unlike).toEqual([])
  expect(continued).toBeGreaterThan(0)
})
