import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { clockDoubt } from './days.ts'

const TODAY = '2026-11-23' as IsoDate
const day = (text: string) => text as IsoDate

test('a device two days off is told so, but not by a kept copy or over a time zone', () => {
  expect(clockDoubt(day('1970-01-01'), TODAY, false)).toContain('January 1, 1970')
  expect(clockDoubt(day('2026-11-25'), TODAY, false)).toContain('November 23, 2026')
  expect(clockDoubt(day('2026-11-24'), TODAY, false)).toBeNull()
  expect(clockDoubt(day('2026-12-24'), TODAY, true)).toBeNull()
  expect(clockDoubt(TODAY, null, false)).toBeNull()
})
