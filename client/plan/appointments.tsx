import { dateInWords, parseDay } from '#core/calendar.ts'
import type { Appointment, ShortlistEntry } from '#core/shortlist.ts'
import { changeEntry, ENTRY_STATUS_WORDS } from '#core/shortlist.ts'
import { change, shortlist } from '../state/kept.ts'
import { today } from './ready.ts'
import { appointmentDoubt, timeInWords } from './time-doubts.ts'
import { WrittenField } from './written-field.tsx'

function book(entry: ShortlistEntry, appointment: Appointment | null): void {
  // A day in the calendar means that it is booked; nothing that is further along goes back.
  const status = entry.status === 'to_call' && appointment !== null ? 'booked' : entry.status
  const what = appointment === null ? 'taken out' : 'saved'
  change(
    (list) => changeEntry(list, entry.provider, { appointment, status }),
    `The appointment with ${entry.name} is ${what}.`,
  )
}

function setDay(entry: ShortlistEntry, text: string): void {
  const day = parseDay(text)
  const { time = null, note = '' } = entry.appointment ?? {}
  if (day !== null) book(entry, { day, time, note })
  else if (text === '') book(entry, null)
}

function AppointmentFields({ entry }: { entry: ShortlistEntry }) {
  const { appointment } = entry
  const doubt =
    appointment === null || entry.status === 'spoken' || entry.status === 'decided'
      ? null
      : appointmentDoubt(appointment.day, appointment.time, today.value)
  return (
    <fieldset class="appointment">
      <legend>
        {entry.name} <span class="tag">{ENTRY_STATUS_WORDS[entry.status]}</span>
      </legend>
      <div class="plan-when">
        <label class="field">
          Day of the consult
          <input
            type="date"
            value={appointment?.day ?? ''}
            onChange={(event) => setDay(entry, event.currentTarget.value)}
          />
        </label>
        {appointment !== null && (
          <label class="field">
            Time, if you know it
            <input
              type="time"
              value={appointment.time ?? ''}
              onChange={(event) =>
                book(entry, {
                  ...appointment,
                  time: event.currentTarget.value.slice(0, 5) || null,
                })
              }
            />
          </label>
        )}
      </div>
      {appointment !== null && (
        <p class="in-print">
          {dateInWords(appointment.day)}
          {appointment.time !== null && `, ${timeInWords(appointment.time)}`}
        </p>
      )}
      <p role="status" class="on-screen">
        {doubt !== null && <span class="doubt">{doubt}</span>}
      </p>
      {appointment !== null && (
        <WrittenField
          label={`Note for the consult with ${entry.name}`}
          value={appointment.note}
          rows={2}
          onText={(note) => book(entry, { ...appointment, note })}
        />
      )}
    </fieldset>
  )
}

/** A day, time and note for a consult with each saved provider. */
export function Appointments() {
  const { entries } = shortlist.value
  if (entries.length === 0) {
    return (
      <p class="needs-script">
        When you have saved providers, a field for each appointment stands here.{' '}
        <a href="/providers">Find providers to save</a>
      </p>
    )
  }
  return (
    <>
      {entries.map((entry) => (
        <AppointmentFields key={entry.provider} entry={entry} />
      ))}
    </>
  )
}
