// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import type { ShortlistEntry } from '#core/shortlist.ts'
import { EntryCard } from './entry-card.tsx'

const ENTRY: ShortlistEntry = {
  provider: 'ember',
  name: 'Ember Health',
  case: null,
  added_on: '2026-11-20' as IsoDate,
  status: 'booked',
  note: '',
  order: 1,
  appointment: { day: '2026-12-03' as IsoDate, time: '14:30', note: 'Ask for Dr. B.' },
}

test('a saved provider shows its appointment in words, and the note on it', () => {
  render(<EntryCard entry={ENTRY} last since={null} />, document.body)
  const text = document.body.textContent
  expect(text).toContain('Saved November 20, 2026. Appointment December 3, 2026 at 2:30 PM')
  expect(text).toContain('Note on the appointment: Ask for Dr. B.')
})

test('an appointment without a time or a note says neither', () => {
  const appointment = { day: '2026-12-03' as IsoDate, time: null, note: '' }
  render(<EntryCard entry={{ ...ENTRY, appointment }} last since={null} />, document.body)
  const text = document.body.textContent
  expect(text).toMatch(/Appointment December 3, 2026(?! at)/)
  expect(text).not.toContain('Note on the appointment')
})
