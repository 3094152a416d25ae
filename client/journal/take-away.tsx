import { signal } from '@preact/signals'
import { journalText, mergeJournals, readJournal } from '#core/journal.ts'
import { ready } from '../plan/ready.ts'
import { journal } from '../plan/stores.ts'
import { focusUndo } from '../shortlist/focus.ts'
import { saveFile } from '../shortlist/save-file.ts'
import { open } from './entry-form.tsx'

const said = signal<readonly string[]>([])

async function saveCsv(): Promise<void> {
  try {
    const { journalCsv } = await import('#core/export/journal-csv.ts')
    saveFile('touchstone-journal.csv', 'text/csv;charset=utf-8', journalCsv(journal.state.value))
    said.value = ['The spreadsheet file is saved.']
  } catch {
    said.value = [
      'The spreadsheet file could not be made. Check your connection and try again, or use Print, which needs none.',
    ]
  }
}

export function saveJson(): void {
  saveFile('touchstone-journal.json', 'application/json', journalText(journal.state.value))
  said.value = ['The copy is saved. You can bring it back here or in another browser.']
}

/** Adds what a file holds to the journal and says what was in it; nothing here is taken away. */
export function addFile(text: string): readonly string[] {
  const { state, problems, newer } = readJournal(text)
  const known = new Set(journal.state.value.entries.map(({ id }) => id))
  const added = state.entries.filter(({ id }) => !known.has(id)).length
  if (state.entries.length === 0) {
    return problems.length > 0 ? problems : ['There are no entries in this file.']
  }
  if (newer) return problems
  const merged = mergeJournals(journal.state.value, state, null)
  const { length } = state.entries
  const what = `${length} ${length === 1 ? 'entry' : 'entries'} read, ${added} new.`
  journal.change(merged, what)
  return [what, ...problems]
}

async function readFile(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0]
  if (!file) return
  try {
    said.value = addFile(await file.text())
  } catch {
    said.value = ['This file could not be read.']
  }
  input.value = ''
}

function deleteAll(): void {
  open.value = null
  said.value = []
  journal.clear('Your whole journal is deleted from this browser.')
  focusUndo('.said-bar')
}

/** The journal as files, back from a file, and gone. */
export function TakeAway() {
  const count = journal.state.value.entries.length
  return (
    <section class="section stack on-screen" aria-labelledby="take-away">
      <h2 id="take-away">Save, bring back or delete</h2>
      <fieldset class="stack" disabled={!ready.value}>
        <div class="actions">
          <button type="button" class="button" onClick={() => void saveCsv()}>
            Save as a spreadsheet (CSV)
          </button>
          <button type="button" class="button" onClick={saveJson}>
            Save a copy (JSON)
          </button>
          <button type="button" class="button" onClick={() => print()}>
            Print
          </button>
        </div>
        <label class="field journal__file">
          Bring back a copy (JSON)
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => void readFile(event.currentTarget)}
          />
        </label>
        <div role="status">
          {said.value.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
        <p>
          <button type="button" class="button" onClick={deleteAll}>
            Delete everything{ready.value && ` (${count} ${count === 1 ? 'entry' : 'entries'})`}
          </button>
        </p>
      </fieldset>
    </section>
  )
}
