import { signal } from '@preact/signals'
import type { ShortlistFacts } from '#core/export/shortlist-csv.ts'
import { deleteAll, shortlist } from '../state/kept.ts'
import { facts, found, prepared, shownOf, today, withMine } from './facts.ts'
import { focusUndo } from './focus.ts'
import { openFile } from './incoming.tsx'
import { saveFile } from './save-file.ts'
import { saveJson } from './save-json.ts'
import { SharePanel } from './share-panel.tsx'

const working = signal('')

/** Runs what may have to load a part first, and says so when that fails. */
async function work(what: string, make: () => Promise<void>): Promise<void> {
  working.value = `Making the ${what} …`
  try {
    await make()
    working.value = `The ${what} is in your downloads.`
  } catch {
    working.value = `The ${what} could not be made. Check your connection and try again, or use Print, which needs none.`
  }
}

async function saveCsv(): Promise<void> {
  const rubric = prepared.value
  if (rubric === null) throw new Error('the rubric is not here yet')
  const { shortlistCsv } = await import('#core/export/shortlist-csv.ts')
  const known = [...facts.value].map(([id, one]): [string, ShortlistFacts] => [
    id,
    {
      record: one.record,
      summary: shownOf(one)?.summary ?? null,
      public_coverage: one.plain?.summary.coverage ?? null,
      told_coverage: one.told?.summary.coverage ?? null,
      cost: one.cost,
    },
  ])
  const out = {
    list: shortlist.value,
    facts: new Map(known),
    as_of: today.value,
    with_answers: withMine.value,
    origin: location.origin,
  }
  saveFile('touchstone-shortlist.csv', 'text/csv;charset=utf-8', shortlistCsv(out, rubric))
}

async function savePdf(): Promise<void> {
  const rubric = prepared.value
  if (rubric === null) throw new Error('the rubric is not here yet')
  const [{ pdfFile }, { shortlistPaper }] = await Promise.all([
    import('../pdf/load-pdf.ts'),
    import('./shortlist-paper.ts'),
  ])
  const paper = shortlistPaper({
    list: shortlist.value,
    facts: facts.value,
    found: found.value,
    prepared: rubric,
    today: today.value,
    with_answers: withMine.value,
    origin: location.origin,
  })
  saveFile('touchstone-shortlist.pdf', 'application/pdf', await pdfFile(paper))
}

/** The button is gone after the press, so the focus goes to what can take it back. */
function deleteAndOfferUndo(): void {
  deleteAll()
  focusUndo()
}

/** A file to add; nothing of it is sent anywhere. */
export function ImportField() {
  return (
    <label class="field import-field">
      Open a shortlist file (JSON)
      <input
        type="file"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void openFile(file)
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

/** Every way to take the shortlist along, and the way to leave no trace of it. */
export function TakeAway() {
  return (
    <section class="section stack on-screen" aria-labelledby="take-away">
      <h2 id="take-away">Take it with you</h2>
      <p class="actions">
        <button type="button" class="button" onClick={() => void work('PDF', savePdf)}>
          Download PDF
        </button>
        <button type="button" class="button" onClick={() => void work('CSV', saveCsv)}>
          Download CSV
        </button>
        <button type="button" class="button" onClick={saveJson}>
          Download JSON
        </button>
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
      </p>
      <p role="status">{working.value}</p>
      <details class="share">
        <summary>Share by link or QR code</summary>
        <SharePanel />
      </details>
      <ImportField />
      <p>
        <button type="button" class="button" onClick={deleteAndOfferUndo}>
          Delete everything
        </button>{' '}
        <span class="small quiet">
          Takes the list and all answers out of this browser. You can undo it until you leave.
        </span>
      </p>
    </section>
  )
}
