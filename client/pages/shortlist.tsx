import { OfflineControl } from '../offline/offline-control.tsx'
import { READING } from '../parts/reading-words.ts'

/** The frame of the shortlist: what it is for, until the browser fills in what it keeps. */
export function ShortlistPage() {
  return (
    <>
      <h1>My shortlist</h1>
      <p class="lead on-screen">
        The providers you saved, what you noted, and what you were told. All of it stays in this
        browser until you take it with you.
      </p>
      <noscript>
        <div class="stack">
          <p class="notice">
            The shortlist needs JavaScript. It is kept in your browser and never sent to us, so our
            server has no list to show you.
          </p>
          <p>
            Without it you can <a href="/providers">find providers</a>, read about each of them,{' '}
            <a href="/compare">compare up to four</a>, print every page, download a comparison as a
            file, and <a href="/ask">print questions to ask</a>.
          </p>
        </div>
      </noscript>
      <div data-clock-note role="status" />
      <div data-shortlist class="tool-place">
        <p class="quiet needs-script">{READING}</p>
      </div>
      <p data-part-note role="status" />
      <OfflineControl />
    </>
  )
}
