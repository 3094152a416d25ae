import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { JournalEntry, MoodEntry } from '#core/journal.ts'
import { MOODS, removeJournalEntry, writeEntry } from '#core/journal.ts'
import type { QuestionnaireId } from '#core/questionnaires.ts'
import { QUESTIONNAIRES } from '#core/questionnaires.ts'
import { DayField } from '../parts/day-field.tsx'
import { today } from '../plan/ready.ts'
import { journal, newId } from '../plan/stores.ts'
import { noteDayDoubt } from '../plan/time-doubts.ts'
import { WrittenField } from '../plan/written-field.tsx'
import { focusUndo } from '../shortlist/focus.ts'
import { entryName, isBlank, kindInWords } from './entry-words.ts'
import { QuestionnaireFields } from './questionnaire-fields.tsx'
import { SessionFields } from './session-fields.tsx'

/** The entry whose form is open. It is in the journal from the first word on. */
export const open = signal<JournalEntry | null>(null)
/** What had the focus before the form opened, to go back to. */
let opener: HTMLElement | null = null

export type NewKind = 'mood' | 'session' | QuestionnaireId

/** Opens the form of a new entry. */
export function openNew(kind: NewKind): void {
  const dated = { id: newId(), on: today.value, note: '' }
  if (kind === 'mood') openEntry({ ...dated, kind, mood: null })
  else if (kind === 'session') openEntry({ ...dated, kind, session: null, where: null })
  else {
    const answers = QUESTIONNAIRES[kind].items.map(() => null)
    openEntry({ ...dated, kind: 'questionnaire', questionnaire: kind, answers })
  }
}

/** Opens the form of an entry that is there. */
export function openEntry(entry: JournalEntry): void {
  opener = document.activeElement as HTMLElement | null
  open.value = entry
}

function closeForm(): void {
  open.value = null
  opener?.focus()
}

/** Saves as the person writes; what became blank is not kept. */
function write(entry: JournalEntry): void {
  open.value = entry
  const { value } = journal.state
  journal.change(isBlank(entry) ? removeJournalEntry(value, entry.id) : writeEntry(value, entry))
}

function MoodFields({ entry }: { entry: MoodEntry }) {
  return (
    <fieldset>
      <legend>How is your mood today?</legend>
      <div class="item__answers">
        {MOODS.map((words, at) => (
          <label key={words} class="choice">
            <input
              type="radio"
              name={`${entry.id}-mood`}
              checked={entry.mood === at + 1}
              onChange={() => write({ ...entry, mood: at + 1 })}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function WhenFields({ entry }: { entry: JournalEntry }) {
  const doubt = noteDayDoubt(entry.on, today.value)
  return (
    <>
      <DayField
        label="Day"
        class="field journal__day"
        day={entry.on}
        onDay={(on) => write({ ...entry, on })}
      />
      <p role="status">{doubt !== null && <span class="doubt">{doubt}</span>}</p>
    </>
  )
}

const NOTE_LABELS = {
  mood: 'A few words, if you like',
  session: 'What happened, how you felt, what you want to remember or ask',
  questionnaire: 'A note, if you like',
} as const

/** The form of the open entry; nothing when none is open. */
export function EntryForm() {
  const opened = open.value
  // Another tab may have written on this entry since it was opened.
  const kept = journal.state.value.entries.find(({ id }) => id === opened?.id)
  const entry = opened === null ? null : (kept ?? opened)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = entry?.id
  useEffect(() => {
    if (id !== undefined) heading.current?.focus()
  }, [id])
  if (entry === null) return null
  return (
    <section class="journal__form stack on-screen" aria-labelledby="entry-form">
      <h2 id="entry-form" tabIndex={-1} ref={heading}>
        {kindInWords(entry)}
      </h2>
      <WhenFields entry={entry} />
      {entry.kind === 'mood' && <MoodFields entry={entry} />}
      {entry.kind === 'session' && <SessionFields key={entry.id} entry={entry} onEntry={write} />}
      {entry.kind === 'questionnaire' && <QuestionnaireFields entry={entry} onEntry={write} />}
      <WrittenField
        label={NOTE_LABELS[entry.kind]}
        value={entry.note}
        rows={entry.kind === 'session' ? 6 : 3}
        onText={(note) => write({ ...entry, note })}
      />
      <p class="quiet small">It is saved in this browser as you write.</p>
      <div class="actions">
        <button type="button" class="button button--main" onClick={closeForm}>
          Done
        </button>
        <button type="button" class="button" onClick={() => removeEntry(entry)}>
          Delete this entry
        </button>
      </div>
    </section>
  )
}

/** Deletes an entry; it can be undone. */
export function removeEntry(entry: JournalEntry): void {
  const { value } = journal.state
  if (open.value?.id === entry.id) closeForm()
  if (!value.entries.some(({ id }) => id === entry.id)) return
  journal.change(removeJournalEntry(value, entry.id), `${entryName(entry)} is deleted.`)
  focusUndo('.said-bar')
}
