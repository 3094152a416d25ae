/** A shortlist from a link or a file: shown first, added only when the visitor says so. */

import { signal } from '@preact/signals'
import { openFragment } from '#core/share-link.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addShared, previewShared } from '#core/shortlist-merge.ts'
import { readShortlist } from '#core/shortlist-read.ts'
import { Notice } from '../parts/notice.tsx'
import { change, shortlist } from '../state/kept.ts'
import { inflate } from './compression.ts'
import { loadFacts } from './facts.ts'

/** More is no shortlist. */
const FILE_LIMIT_BYTES = 2_000_000

type Opened = { from: 'link' | 'file'; shared: Shortlist; problems: readonly string[] }
type Incoming = Opened | { from: 'link' | 'file'; refused: string }

export const incoming = signal<Incoming | null>(null)

const NOT_OURS =
  'What follows the # in this link is not a shortlist. The link may be damaged or cut off, or it was made by something else. Ask for it again, or for a file. Your own shortlist has not been changed.'

/** Whether a fragment names no place on this page either. */
function isStray(fragment: string): boolean {
  const name = fragment.slice(1)
  if (name === '') return false
  try {
    return document.getElementById(decodeURIComponent(name)) === null
  } catch {
    return document.getElementById(name) === null
  }
}

/** Looks into the address for a shared shortlist; says so when what is there is none. */
export async function openAddress(): Promise<void> {
  const opened = await openFragment(location.hash, inflate)
  if (opened.outcome === 'none') {
    if (isStray(location.hash)) incoming.value = { from: 'link', refused: NOT_OURS }
    return
  }
  incoming.value =
    opened.outcome === 'opened'
      ? { from: 'link', shared: opened.shared, problems: opened.problems }
      : { from: 'link', refused: opened.problem }
}

/** Reads a file that the visitor chose. */
export async function openFile(file: File): Promise<void> {
  if (file.size > FILE_LIMIT_BYTES) {
    incoming.value = { from: 'file', refused: 'This file is far larger than a shortlist.' }
    return
  }
  const { state, problems, backup } = readShortlist(await file.text())
  const nothing = backup !== null && state.entries.length === 0 && state.answers.length === 0
  incoming.value = nothing
    ? { from: 'file', refused: problems.join(' ') }
    : { from: 'file', shared: state, problems }
}

function close(): void {
  incoming.value = null
  // So that a reload does not ask again.
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
}

function add(shared: Shortlist): void {
  change((list) => addShared(list, shared), 'Added to your shortlist. Undo takes it back.')
  void loadFacts(shared.entries.map(({ provider }) => provider))
  close()
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <div>
      <p>{title}</p>
      <ul class="bullets">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

function Preview({ from, shared, problems }: Opened) {
  const preview = previewShared(shortlist.value, shared)
  const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`
  return (
    <Notice tone="warn" title={`A shortlist from this ${from}. Nothing is added yet.`}>
      <Names title="New to your list:" names={preview.new_providers} />
      <Names title="On your list already:" names={preview.already_saved} />
      <p>
        It brings {count(preview.notes, 'note')} and {count(preview.answers, 'new answer')}.
      </p>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <p class="actions">
        <button type="button" class="button button--main" onClick={() => add(shared)}>
          Add to my shortlist
        </button>
        <button type="button" class="button" onClick={close}>
          Do not add
        </button>
      </p>
    </Notice>
  )
}

/** What came with the address or a file, if anything did. */
export function IncomingShortlist() {
  const one = incoming.value
  return (
    <section aria-label="Shared shortlist" aria-live="polite">
      {one !== null && 'refused' in one && (
        <Notice tone="stop" title={`This ${one.from} could not be opened.`}>
          <p>{one.refused}</p>
          <p>
            <button type="button" class="button" onClick={close}>
              Close
            </button>
          </p>
        </Notice>
      )}
      {one !== null && 'shared' in one && <Preview {...one} />}
    </section>
  )
}
