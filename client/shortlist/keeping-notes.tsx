import { Notice } from '../parts/notice.tsx'
import { KEEPING_WORDS, keeping, saveAgain, unread, unreadText } from '../state/kept.ts'
import { saveFile } from './save-file.ts'
import { saveJson } from './save-json.ts'

/** What a visitor must know about how the shortlist is kept: not at all, not fully, or in part. */
export function KeepingNotes() {
  const state = keeping.value
  return (
    <>
      {state !== 'kept' && (
        <Notice tone="warn" title="Not saved in this browser.">
          <p>{KEEPING_WORDS[state]}</p>
          {state !== 'newer' && (
            <p class="actions">
              <button type="button" class="button" onClick={saveJson}>
                Download my shortlist (JSON)
              </button>
              <button type="button" class="button" onClick={() => saveAgain()}>
                Try to save again
              </button>
            </p>
          )}
        </Notice>
      )}
      {unread.value.length > 0 && (
        <Notice tone="warn" title="Not everything of your saved shortlist could be read.">
          <ul>
            {unread.value.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p>The text as it was is kept aside in this browser.</p>
          <p>
            <button
              type="button"
              class="button"
              onClick={() =>
                saveFile('touchstone-unread.txt', 'text/plain;charset=utf-8', unreadText() ?? '')
              }
            >
              Download it as it was
            </button>
          </p>
        </Notice>
      )}
    </>
  )
}
