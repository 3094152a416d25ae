import { signal } from '@preact/signals'
import { focusUndo } from '../shortlist/focus.ts'
import { saveFile } from '../shortlist/save-file.ts'
import { shortlist } from '../state/kept.ts'
import { materialHere } from './decide-place.tsx'
import { ready, today } from './ready.ts'
import { newId, plan } from './stores.ts'

const said = signal('')

/** Runs what makes a file; a part that cannot be loaded is said, and nothing else is lost. */
async function make(what: string, run: () => Promise<string>): Promise<void> {
  try {
    said.value = await run()
  } catch {
    said.value = `The ${what} could not be made. Check your connection and try again, or use Print, which needs none.`
  }
}

async function saveCalendar(): Promise<string> {
  const { appointmentEvents, icsText, planEvents } = await import('#core/export/ics.ts')
  const { state } = plan
  // By its id a calendar knows the same entries again; one is kept from the first file on.
  if (state.value.id === '') plan.change({ ...state.value, id: newId() })
  const events = [
    ...planEvents(state.value),
    ...appointmentEvents(shortlist.value, state.value.id, today.value),
  ]
  if (events.length === 0) return 'Every day is done, so there is nothing left for the calendar.'
  const text = icsText('Touchstone plan', events, new Date().toISOString())
  saveFile('touchstone-plan.ics', 'text/calendar;charset=utf-8', text)
  return `The calendar file has ${events.length} ${events.length === 1 ? 'entry' : 'entries'}. Open it with your calendar. A newer file moves these entries and adds none twice.`
}

async function savePdf(): Promise<string> {
  said.value = 'Making the PDF…'
  const [{ pdfFile }, { planPaper }] = await Promise.all([
    import('../pdf/load-pdf.ts'),
    import('./plan-paper.ts'),
  ])
  const paper = await planPaper(plan.state.value, shortlist.value, materialHere(), today.value)
  const file = await pdfFile(paper)
  saveFile('touchstone-plan.pdf', 'application/pdf', file)
  return 'The PDF is saved.'
}

function deleteAll(): void {
  plan.clear('Your plan is deleted: marks, goals and days.')
  focusUndo('.said-bar')
}

/** The plan as a calendar file and on paper, and the way to delete it. */
export function TakeAway() {
  const isBooked = shortlist.value.entries.some(({ appointment }) => appointment !== null)
  const hasDays = isBooked || plan.state.value.starts_on !== null
  return (
    <section class="section stack on-screen needs-script" aria-labelledby="take-away">
      <h2 id="take-away" tabIndex={-1}>
        Take it with you
      </h2>
      <fieldset class="actions" disabled={!ready.value}>
        <button
          type="button"
          class="button"
          aria-disabled={!hasDays}
          onClick={() => {
            if (hasDays) void make('calendar file', saveCalendar)
            else
              said.value =
                'Choose a first day, or the day of a consult, then save the calendar file.'
          }}
        >
          Save for my calendar (.ics)
        </button>
        <button type="button" class="button" onClick={() => void make('PDF', savePdf)}>
          Download PDF
        </button>
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" class="button" onClick={deleteAll}>
          Delete my plan
        </button>
      </fieldset>
      <p role="status">{said.value}</p>
      <p class="prose quiet">
        The titles in the calendar say nothing about treatment, since calendars are often shared.
        Days that are done are left out.
      </p>
    </section>
  )
}
