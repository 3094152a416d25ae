import { useId, useState } from 'preact/hooks'
import type { SessionEntry } from '#core/journal.ts'

/** The number of a session as typed; null where nothing or no whole number from 1 to 1000 stands. */
function sessionNumber(text: string): number | null {
  if (!/^\d+$/.test(text.trim())) return null
  const number = Number(text)
  return number >= 1 && number <= 1000 ? number : null
}

/** The fields of a session note. What is typed stays in the field; only what holds is kept. */
export function SessionFields({
  entry,
  onEntry,
}: {
  entry: SessionEntry
  onEntry: (entry: SessionEntry) => void
}) {
  const [typed, setTyped] = useState('')
  const problem = useId()
  // Another tab, or an undo, may have set another number since.
  const text = sessionNumber(typed) === entry.session ? typed : `${entry.session ?? ''}`
  const isWrong = text.trim() !== '' && entry.session === null
  return (
    <>
      <div class="plan-when">
        <label class="field">
          Which session of the course, if you count them
          <input
            inputMode="numeric"
            autocomplete="off"
            value={text}
            aria-invalid={isWrong}
            aria-describedby={problem}
            onInput={({ currentTarget: { value } }) => {
              setTyped(value)
              onEntry({ ...entry, session: sessionNumber(value) })
            }}
          />
        </label>
        <label class="field">
          Where
          <input
            value={entry.where ?? ''}
            autocomplete="off"
            onInput={(event) => onEntry({ ...entry, where: event.currentTarget.value || null })}
          />
        </label>
      </div>
      <p role="status" id={problem}>
        {isWrong && (
          <span class="doubt">
            This number is not kept. Only a whole number from 1 to 1000 can be.
          </span>
        )}
      </p>
    </>
  )
}
