import { useSignal } from '@preact/signals'
import { same } from '#core/saved-merge.ts'
import { sharedPart } from '#core/share-link.ts'
import type { CaseWords, SharedProvider } from '#core/shared-preview.ts'
import { previewShared } from '#core/shared-preview.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { statusInWords } from '#core/status-since.ts'
import { Notice } from '../parts/notice.tsx'
import type { Found } from './facts.ts'
import { Tick } from './tick.tsx'

/** " (Closed since May 2023)" where it is not known to be open, once its record is here. */
function statusOf(record: Found | undefined): string {
  if (record === 'gone') return ' (no longer in the directory)'
  if (typeof record !== 'object' || record.status.value === 'open') return ''
  return ` (${statusInWords(record.status)})`
}

type Records = ReadonlyMap<string, Found>

function Providers({
  title,
  list,
  records,
}: {
  title: string
  list: readonly SharedProvider[]
  records: Records
}) {
  if (list.length === 0) return null
  return (
    <div>
      <p>
        {title} ({list.length}):
      </p>
      <ul class="bullets">
        {list.map(({ provider, name, brings }) => (
          <li key={provider}>
            {name}
            {statusOf(records.get(provider))}
            {brings.length > 0 && `. ${brings.join('. ')}.`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether a list carries anything that goes into a link only if notes are ticked. */
function hasOwnWords(shared: Shortlist): boolean {
  const without = sharedPart(shared, { notes: false, answers: true })
  return !same(without, sharedPart(shared, { notes: true, answers: true }))
}

/** All that a shared list carries and would change, and the choice to take it, a part of it or none. */
export function IncomingPreview({
  from,
  shared,
  problems,
  mine,
  records,
  caseWords,
  add,
  close,
}: {
  from: string
  shared: Shortlist
  problems: readonly string[]
  /** One's own list, which it would change. */
  mine: Shortlist
  /** What the directory said of those in it, as far as it has answered. */
  records: Records
  caseWords: CaseWords
  add: (part: Shortlist) => void
  close: () => void
}) {
  const notes = useSignal(true)
  const answers = useSignal(true)
  const taken = { notes: notes.value, answers: answers.value }
  const part = taken.notes && taken.answers ? shared : sharedPart(shared, taken)
  const preview = previewShared(mine, part, caseWords)
  const lists: [string, readonly SharedProvider[]][] = [
    ['New to your list', preview.new_providers],
    ['On your list, and something else here', preview.different],
    ['On your list already, nothing changes', preview.same],
  ]
  return (
    <Notice tone="warn" title={`A shortlist from this ${from}. Nothing is added yet.`}>
      {lists.map(([title, list]) => (
        <Providers key={title} title={title} list={list} records={records} />
      ))}
      {preview.others.length > 0 && (
        <div>
          <p>It also carries:</p>
          <ul class="bullets">
            {preview.others.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      {preview.changes_nothing && <p>All of this is on your list. Adding it changes nothing.</p>}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {hasOwnWords(shared) && (
        <Tick
          state={notes}
          text="Take its notes, statuses, appointments and the figure from an insurer"
        />
      )}
      {shared.answers.length > 0 && <Tick state={answers} text="Take what was told" />}
      <p class="actions">
        <button type="button" class="button button--main" onClick={() => add(part)}>
          Add to my shortlist
        </button>
        <button type="button" class="button" onClick={close}>
          Do not add
        </button>
      </p>
    </Notice>
  )
}
