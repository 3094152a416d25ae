/** A shortlist from a link or a file: shown first, added only when the visitor says so. */

import { signal } from '@preact/signals'
import { openFragment } from '#core/share-link.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addShared } from '#core/shortlist-merge.ts'
import { readShortlist } from '#core/shortlist-read.ts'
import { Notice } from '../parts/notice.tsx'
import { change, shortlist } from '../state/kept.ts'
import { inflate } from './compression.ts'
import { found, loadFacts, prepared } from './facts.ts'
import { focusUndo } from './focus.ts'
import { IncomingPreview } from './incoming-preview.tsx'

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

function offer(from: Opened['from'], shared: Shortlist, problems: readonly string[]): void {
  incoming.value = { from, shared, problems }
  // For the names of the kinds of care, and for whom the directory knows to be closed.
  void loadFacts(shared.entries.map(({ provider }) => provider))
}

/** Looks into the address for a shared shortlist; says so when what is there is none. */
export async function openAddress(): Promise<void> {
  const opened = await openFragment(location.hash, inflate)
  if (opened.outcome === 'none') {
    if (isStray(location.hash)) incoming.value = { from: 'link', refused: NOT_OURS }
    return
  }
  if (opened.outcome === 'opened') offer('link', opened.shared, opened.problems)
  else incoming.value = { from: 'link', refused: opened.problem }
}

/** Reads a file that the visitor chose. */
export async function openFile(file: File): Promise<void> {
  if (file.size > FILE_LIMIT_BYTES) {
    incoming.value = { from: 'file', refused: 'This file is far larger than a shortlist.' }
    return
  }
  const { state, problems, backup } = readShortlist(await file.text())
  const nothing = backup !== null && state.entries.length === 0 && state.answers.length === 0
  if (nothing) incoming.value = { from: 'file', refused: problems.join(' ') }
  else offer('file', state, problems)
}

function close(): void {
  incoming.value = null
  // So that a reload does not ask again.
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
  // The button that was pressed is gone; this stands next to where it was.
  focusUndo()
}

function add(shared: Shortlist): void {
  change((list) => addShared(list, shared), 'Added to your shortlist. Undo takes it back.')
  void loadFacts(shared.entries.map(({ provider }) => provider))
  close()
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
      {one !== null && 'shared' in one && (
        <IncomingPreview
          {...one}
          mine={shortlist.value}
          records={found.value}
          caseWords={(id) => prepared.value?.caseById.get(id)?.label ?? id}
          add={add}
          close={close}
        />
      )}
    </section>
  )
}
