import { expect, test } from 'vitest'
import { addCents, moneyInWords, rangeInWords, timesCents, toCents } from './money.ts'

test('money reads in dollars with separators, and in cents only when there are any', () => {
  expect(moneyInWords(0)).toBe('$0')
  expect(moneyInWords(125_400)).toBe('$1,254')
  expect(moneyInWords(100_000_005)).toBe('$1,000,000.05')
  expect(moneyInWords(22_500, 'GBP')).toBe('GBP 225')
  expect(rangeInWords(40_000, 60_000)).toBe('$400 to $600')
  expect(rangeInWords(40_000, 40_000)).toBe('$400')
})

test('an amount that is not whole cents is refused', () => {
  for (const amount of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => toCents(amount)).toThrow(RangeError)
  }
  expect(() => timesCents(100, 1.005)).toThrow(RangeError)
  expect(addCents(1, 2, 3)).toBe(6)
})
