import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { appointmentDoubt, noteDayDoubt, startDoubt, timeDoubt } from './time-doubts.ts'

const TODAY = '2026-11-23' as IsoDate
const day = (text: string) => text as IsoDate

test('a plan that starts around now raises no doubt', () => {
  expect(startDoubt(TODAY, TODAY)).toBeNull()
  expect(startDoubt(day('2026-11-16'), TODAY)).toBeNull()
  expect(startDoubt(day('2027-01-04'), TODAY)).toBeNull()
})

test('a plan years ahead or long past is asked about', () => {
  expect(startDoubt(day('2062-11-23'), TODAY)).toContain('Is the year right?')
  expect(startDoubt(day('2026-01-23'), TODAY)).toContain('304 days ago')
})

test('an appointment at night, in the past or years ahead is asked about', () => {
  expect(appointmentDoubt(day('2026-12-01'), '14:30', TODAY)).toBeNull()
  expect(appointmentDoubt(day('2026-12-01'), null, TODAY)).toBeNull()
  expect(appointmentDoubt(day('2026-12-01'), '03:00', TODAY)).toBe(
    '3:00 AM is at night. Did you mean 3:00 PM?',
  )
  expect(appointmentDoubt(day('2026-11-22'), '14:30', TODAY)).toContain('past')
  expect(appointmentDoubt(day('2062-12-01'), null, TODAY)).toContain('year')
})

test('the hours of night end at six and begin at ten', () => {
  expect(['05:59', '06:00', '21:59', '22:00'].map((one) => timeDoubt(one) !== null)).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('a journal day to come or long gone is asked about', () => {
  expect(noteDayDoubt(TODAY, TODAY)).toBeNull()
  expect(noteDayDoubt(day('2026-11-24'), TODAY)).toContain('not come yet')
  expect(noteDayDoubt(day('1926-11-23'), TODAY)).toContain('ten years ago')
})
