import { appointmentInWords } from '#core/appointment-words.ts'
import type { Appointment, Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { changeEntry, ENTRY_STATUS_WORDS } from '#core/shortlist.ts'
import { DayField } from '../parts/day-field.tsx'
import { READING } from '../parts/reading-words.ts'
import { focusUndo } from '../shortlist/focus.ts'
import { UndoLine } from '../shortlist/undo-line.tsx'
import { amend, change, noneInWords, shortlist } from '../state/kept.ts'
import { ready, today } from './ready.ts'
import { appointmentDoubt } from './time-doubts.ts'
import { WrittenField } from './written-field.tsx'

/** A day in the calendar means that it is booked; nothing that is further along goes back. */
const booked = (entry: ShortlistEntry, appointment: Appointment) => (list: Shortlist) =>
  changeEntry(list, entry.provider, {
    appointment,
    status: entry.status === 'to_call' ? 'booked' : entry.status,
  })

function book(entry: ShortlistEntry, appointment: Appointment): void {
  change(booked(entry, appointment), `The appointment with ${entry.name} is saved.`)
}

function remove({ provider, name, status }: ShortlistEntry): void {
  const before = status === 'booked' ? 'to_call' : status
  change(
    (list) => changeEntry(list, provider, { appointment: null, status: before }),
    `The appointment with ${name} is taken out.`,
  )
  focusUndo()
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
        <DayField
          label="Day of the consult"
          day={appointment?.day ?? null}
          onDay={(day) => book(entry, { time: null, note: '', ...appointment, day })}
        />
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
      {appointment !== null && <p class="print-only">{appointmentInWords(appointment)}</p>}
      <p role="status" class="on-screen">
        {doubt !== null && <span class="doubt">{doubt}</span>}
      </p>
      {appointment !== null && (
        <>
          <WrittenField
            label={`Note for the consult with ${entry.name}`}
            value={appointment.note}
            rows={2}
            onText={(note) =>
              amend(`consult ${entry.provider}`, booked(entry, { ...appointment, note }))
            }
          />
          <p class="on-screen">
            <button type="button" class="button" onClick={() => remove(entry)}>
              Remove this appointment<span class="hidden-text"> with {entry.name}</span>
            </button>
          </p>
        </>
      )}
    </fieldset>
  )
}

/** A day, time and note for a consult with each saved provider. */
export function Appointments() {
  const { entries } = shortlist.value
  if (!ready.value) return <p class="needs-script">{READING}</p>
  if (entries.length === 0) {
    return (
      <p class="needs-script">
        {noneInWords.value}. A field for the appointment with each saved provider will stand here.{' '}
        <a href="/providers">Find providers to save</a>
      </p>
    )
  }
  return (
    <>
      {entries.map((entry) => (
        <AppointmentFields key={entry.provider} entry={entry} />
      ))}
      <UndoLine />
    </>
  )
}
