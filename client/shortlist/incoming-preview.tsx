import { useSignal } from '@preact/signals'
import { same } from '#core/saved-merge.ts'
import { sharedPart } from '#core/share-link.ts'
import type { SharedProvider } from '#core/shared-preview.ts'
import { previewShared } from '#core/shared-preview.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { statusInWords } from '#core/status-since.ts'
import { Notice } from '../parts/notice.tsx'
import { shortlist } from '../state/kept.ts'
import { found, prepared } from './facts.ts'
import { Tick } from './tick.tsx'

const caseWords = (id: string) => prepared.value?.caseById.get(id)?.label ?? id

/** " (Closed since May 2023)" where it is not known to be open, once its record is here. */
function statusOf(provider: string): string {
  const record = found.value.get(provider)
  if (record === 'gone') return ' (no longer in the directory)'
  if (typeof record !== 'object' || record.status.value === 'open') return ''
  return ` (${statusInWords(record.status)})`
}

function Providers({ title, list }: { title: string; list: readonly SharedProvider[] }) {
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
            {statusOf(provider)}
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
  add,
  close,
}: {
  from: string
  shared: Shortlist
  problems: readonly string[]
  add: (part: Shortlist) => void
  close: () => void
}) {
  const notes = useSignal(true)
  const answers = useSignal(true)
  const taken = { notes: notes.value, answers: answers.value }
  const part = taken.notes && taken.answers ? shared : sharedPart(shared, taken)
  const preview = previewShared(shortlist.value, part, caseWords)
  return (
    <Notice tone="warn" title={`A shortlist from this ${from}. Nothing is added yet.`}>
      <Providers title="New to your list" list={preview.new_providers} />
      <Providers title="On your list, and something else here" list={preview.different} />
      <Providers title="On your list already, nothing changes" list={preview.same} />
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
