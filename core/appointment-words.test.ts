import { expect, test } from 'vitest'
import { appointmentInWords, timeInWords } from './appointment-words.ts'
import type { IsoDate } from './calendar.ts'

test('midnight and noon are twelve, in words', () => {
  expect(['00:05', '11:59', '12:00', '23:30'].map(timeInWords)).toEqual([
    '12:05 AM',
    '11:59 AM',
    '12:00 PM',
    '11:30 PM',
  ])
})

test('an appointment is named by its day, and by its time where there is one', () => {
  const day = '2026-12-03' as IsoDate
  expect(appointmentInWords({ day, time: '14:30' })).toBe('December 3, 2026 at 2:30 PM')
  expect(appointmentInWords({ day, time: null })).toBe('December 3, 2026')
})
