import { saveFile } from '../shortlist/save-file.ts'
import type { Kept } from '../state/keep.ts'
import { Notice } from './notice.tsx'

function KeptAside<State>({ kept }: { kept: Kept<State> }) {
  const text = kept.keptAside()
  if (text === null) return null
  const name = `touchstone-${kept.form.name}-unread.txt`
  return (
    <button
      type="button"
      class="button"
      onClick={() => saveFile(name, 'text/plain;charset=utf-8', text)}
    >
      Download it as it was
    </button>
  )
}

/**
 * What could not be read or saved, and the way back from the last change. `download` hands over a
 * copy of what stands on the page.
 */
export function KeptNotes<State>({
  kept,
  download,
}: {
  kept: Kept<State>
  download?: { label: string; run: () => void }
}) {
  const { unsaved, problems, undoable } = kept
  return (
    <div class="kept-notes on-screen">
      <div role="status">
        {unsaved.value !== null && (
          <Notice tone="stop" title="Not saved in this browser.">
            <p>{unsaved.value}</p>
            <p class="actions">
              {download && (
                <button type="button" class="button" onClick={download.run}>
                  {download.label}
                </button>
              )}
              <button type="button" class="button" onClick={() => kept.save()}>
                Try to save again
              </button>
            </p>
          </Notice>
        )}
        {problems.value.length > 0 && (
          <Notice tone="warn" title="Not everything could be read">
            {problems.value.map((one) => (
              <p key={one}>{one}</p>
            ))}
            <KeptAside kept={kept} />
          </Notice>
        )}
      </div>
      <div role="status">
        {undoable.value !== null && (
          <Notice>
            <p>
              {undoable.value.what} You can undo this until you leave the page.{' '}
              <button type="button" class="button" data-undo onClick={() => undoable.value?.back()}>
                Undo
              </button>
            </p>
          </Notice>
        )}
      </div>
    </div>
  )
}
