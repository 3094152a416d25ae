import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from './calendar.ts'
import {
  addDays,
  dateInWords,
  dayFromNumber,
  dayNumber,
  daysBetween,
  firstDay,
  isPartialDate,
  lastDay,
  parseDay,
} from './calendar.ts'

const day = fc.integer({ min: -700_000, max: 2_900_000 })

describe('days', () => {
  test('agree with the platform calendar from 1 to 9900', () => {
    fc.assert(
      fc.property(day, (number) => {
        const expected = new Date(number * 86_400_000).toISOString().slice(0, 10)
        expect(dayFromNumber(number)).toBe(expected)
        expect(dayNumber(expected as IsoDate)).toBe(number)
      }),
    )
  })

  test('count from one to another and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (number, step) => {
        const from = dayFromNumber(number)
        expect(daysBetween(from, addDays(from, step))).toBe(step)
      }),
    )
  })

  test('that do not exist are refused', () => {
    for (const text of ['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-1-1', '']) {
      expect(parseDay(text)).toBeNull()
    }
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    expect(parseDay('2024-02')).toBeNull()
  })
})

describe('partial dates', () => {
  test('stand for their first and last day', () => {
    expect(firstDay('2024')).toBe('2024-01-01')
    expect(lastDay('2024')).toBe('2024-12-31')
    expect(firstDay('2024-02')).toBe('2024-02-01')
    expect(lastDay('2024-02')).toBe('2024-02-29')
    expect(lastDay('1900-02')).toBe('1900-02-28')
  })

  test('must exist in one of three forms', () => {
    expect(['2024', '2024-02', '2024-02-29'].every(isPartialDate)).toBe(true)
    expect(
      ['24', '2024-2', '2024-13', '2023-02-29', '0000', '2024-02-29T00'].some(isPartialDate),
    ).toBe(false)
  })

  test('read as plain English', () => {
    expect(dateInWords('2026-11-03')).toBe('November 3, 2026')
    expect(dateInWords('2023-05')).toBe('May 2023')
    expect(dateInWords('2018')).toBe('2018')
  })
})
