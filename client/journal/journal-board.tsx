import { KeptNotes } from '../parts/kept-notes.tsx'
import { ready } from '../plan/ready.ts'
import { journal } from '../plan/stores.ts'
import type { NewKind } from './entry-form.tsx'
import { EntryForm, open, openNew } from './entry-form.tsx'
import { EntryList } from './entry-list.tsx'
import { ScoreChart } from './score-chart.tsx'
import { seriesOf } from './series.ts'
import { saveJson, TakeAway } from './take-away.tsx'

const KINDS: readonly (readonly [NewKind, string])[] = [
  ['mood', 'Mood note'],
  ['session', 'Session note'],
  ['phq9', 'PHQ-9: depression'],
  ['gad7', 'GAD-7: anxiety'],
]

/** Everything of the journal that a script fills; the server draws it empty. */
export function JournalBoard() {
  const series = seriesOf(journal.state.value)
  const { entries } = journal.state.value
  return (
    <div class="needs-script">
      <fieldset class="journal__new on-screen" disabled={!ready.value}>
        <legend>
          <h2>Write something new</h2>
        </legend>
        <div class="actions">
          {KINDS.map(([kind, words]) => (
            <button
              key={kind}
              type="button"
              class="button"
              aria-disabled={open.value !== null}
              onClick={() => open.value === null && openNew(kind)}
            >
              {words}
            </button>
          ))}
        </div>
        {open.value !== null && (
          <p class="small quiet">Press Done below before you start another.</p>
        )}
      </fieldset>
      <KeptNotes
        all={[journal]}
        download={{ label: 'Save a copy (JSON)', run: saveJson }}
        home="entries"
      />
      <EntryForm />
      {series.length > 0 && (
        <section class="section stack" aria-labelledby="over-time">
          <h2 id="over-time">Over time</h2>
          {series.map((one) => (
            <ScoreChart key={one.id} series={one} />
          ))}
        </section>
      )}
      <section class="section stack" aria-labelledby="entries">
        <h2 id="entries" tabIndex={-1}>
          What you wrote
        </h2>
        <EntryList entries={entries} />
      </section>
      <TakeAway />
    </div>
  )
}
