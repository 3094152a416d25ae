import { signal } from '@preact/signals'
import { render } from 'preact'
import { dayInWords } from '../service-worker/copy-note.ts'
import { isCopy } from './copy.ts'
import { beginKeeping, keeping, oldestRecord, startKeeping, stopKeeping } from './keeping.ts'
import { KeptPages } from './kept-pages.tsx'

const isBusy = signal(false)

/** One step at a time; the button keeps the focus, so it is never switched off. */
async function run(step: () => Promise<void>): Promise<void> {
  if (isBusy.value) return
  isBusy.value = true
  await step()
  isBusy.value = false
}

function Control() {
  const now = keeping.value
  if (now === 'unknown') return null
  return (
    <section class="section stack" aria-labelledby="offline">
      <h2 id="offline">Without a network</h2>
      <p class="prose" role="status">
        {now === 'on' &&
          'This browser keeps copies of the tool pages and of the records you open, so that they open again without a network and still make their files. A copy says from which day it is.'}
        {now === 'off' && 'No copies are kept. Without a network these pages do not open.'}
        {now === 'cannot' &&
          'This browser cannot keep copies here. Without a network these pages do not open.'}
      </p>
      {now !== 'cannot' && (
        <p>
          <button
            type="button"
            class="button"
            aria-disabled={isBusy.value}
            onClick={() => void run(now === 'on' ? stopKeeping : () => startKeeping(true))}
          >
            {now === 'on' ? 'Turn off and delete the copies' : 'Keep copies'}
          </button>
        </p>
      )}
    </section>
  )
}

/** Says that records on this page are older than the page itself. */
function OldRecords() {
  const oldest = oldestRecord.value
  if (oldest === null) return null
  return (
    <p class="notice notice--warn">
      {isCopy() ? '' : 'The network is gone. '}Records on this page are copies, the oldest from{' '}
      {dayInWords(oldest)}.
    </p>
  )
}

/** Starts use without a network, and says so where a page has room for it. */
export async function startOffline(isTool: boolean): Promise<void> {
  const main = document.getElementById('main')
  if (main) {
    const place = document.createElement('div')
    place.setAttribute('role', 'status')
    place.className = 'wide'
    // Not inside: a page that is taken over later must be as the server drew it.
    main.before(place)
    render(<OldRecords />, place)
  }
  const control = document.querySelector('[data-offline-control]')
  if (control) render(<Control />, control)
  const pages = document.querySelector('[data-kept-pages]')
  if (pages) render(<KeptPages />, pages)
  await beginKeeping(isTool)
}
