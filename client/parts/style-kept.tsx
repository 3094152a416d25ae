import { signal } from '@preact/signals'
import { WrittenField } from '../plan/written-field.tsx'
import { DENIED, KEPT_ASIDE } from '../state/keep.ts'
import { KeptNotes } from './kept-notes.tsx'
import { OwnText } from './own-text.tsx'

const nothing = () => {}

/** Something kept, of which there is nothing to say but what is given. */
function noted(
  name: string,
  says: { unsaved?: string; problems?: string[]; undo?: string; elsewhere?: 'changed' },
) {
  return {
    form: { name },
    unsaved: signal(says.unsaved ?? null),
    problems: signal(says.problems ?? []),
    undoable: signal(says.undo === undefined ? null : { what: says.undo, back: nothing }),
    elsewhere: signal(says.elsewhere ?? null),
    keptAside: () => 'not readable',
    save: nothing,
  }
}

const UNREAD = noted('journal', {
  problems: ['1 of 3 journal entries could not be read and was left out.', KEPT_ASIDE],
})
const GONE = noted('list of goals', { undo: 'Your goals are deleted.' })
const CHANGED = noted('shortlist', { elsewhere: 'changed' })

/** Fields for own words, empty, written and not saved, and what is said of what is kept. */
export function KeptStates() {
  return (
    <>
      <div class="specimens">
        <OwnText rows={3} value="" onText={nothing}>
          Own words: nothing yet
        </OwnText>
        <div class="stack">
          <WrittenField
            label="Own words: saved"
            value="Sleep through the night."
            hint="Printed in full, however long they are."
            rows={2}
            onText={nothing}
          />
          <p class="quiet small">It is saved in this browser as you write.</p>
        </div>
      </div>
      <div class="stack">
        <WrittenField
          label="Own words: not saved"
          value="Ask who is in the room during a session."
          rows={2}
          onText={nothing}
        />
        <KeptNotes
          all={[noted('plan', { unsaved: DENIED })]}
          download={{ label: 'Save a copy (JSON)', run: nothing }}
        />
      </div>
      <div class="still">
        <KeptNotes all={[UNREAD, GONE, CHANGED]} />
      </div>
    </>
  )
}
