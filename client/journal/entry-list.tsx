import { dateInWords } from '#core/calendar.ts'
import type { JournalEntry } from '#core/journal.ts'
import { READING } from '../parts/reading-words.ts'
import { ready } from '../plan/ready.ts'
import { openEntry, removeEntry } from './entry-form.tsx'
import { entryName, isCrisis, kindInWords, resultInWords } from './entry-words.ts'

function EntryLine({ entry }: { entry: JournalEntry }) {
  const result = resultInWords(entry)
  return (
    <li class="journal__entry">
      <h3>
        {kindInWords(entry)} <span class="quiet small">{dateInWords(entry.on)}</span>
      </h3>
      {result !== null && <p>{result}</p>}
      {entry.note.trim() !== '' && <p class="written-note">{entry.note}</p>}
      {isCrisis(entry) && (
        <p>
          You do not have to be alone with these thoughts. Call or text <a href="tel:988">988</a> at
          any hour.
        </p>
      )}
      <div class="actions on-screen">
        <button type="button" class="button" onClick={() => openEntry(entry)}>
          Change<span class="hidden-text"> {entryName(entry)}</span>
        </button>
        <button type="button" class="button" onClick={() => removeEntry(entry)}>
          Delete<span class="hidden-text"> {entryName(entry)}</span>
        </button>
      </div>
    </li>
  )
}

/** Every entry, the newest first. */
export function EntryList({ entries }: { entries: readonly JournalEntry[] }) {
  if (!ready.value) return <p class="quiet">{READING}</p>
  if (entries.length === 0) {
    return <p>Nothing is written yet. A few words about today are a good start.</p>
  }
  return (
    <ul>
      {[...entries].reverse().map((entry) => (
        <EntryLine key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}
