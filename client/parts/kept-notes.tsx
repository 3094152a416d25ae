import { saveFile } from '../shortlist/save-file.ts'
import type { Kept } from '../state/keep.ts'
import { Notice } from './notice.tsx'
import { SaidBar } from './said-bar.tsx'

/** What is kept, as far as there is something to say of it. */
type Noted = Pick<
  Kept<unknown>,
  'unsaved' | 'problems' | 'undoable' | 'elsewhere' | 'keptAside' | 'save'
> & { form: { name: string } }

function KeptAside({ kept }: { kept: Noted }) {
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

type Download = { label: string; run: () => void }

function Trouble({ kept, download }: { kept: Noted; download: Download | undefined }) {
  const { unsaved, problems, form } = kept
  return (
    <div role="status">
      {unsaved.value !== null && (
        <Notice tone="stop" title={`Your ${form.name} is not saved in this browser.`}>
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
        <Notice tone="warn" title={`Not everything in your ${form.name} could be read`}>
          {problems.value.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <KeptAside kept={kept} />
        </Notice>
      )}
    </div>
  )
}

function Undo({ kept: { undoable } }: { kept: Noted }) {
  return (
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
  )
}

/** That another tab changed something, until the next change of one's own. */
function Elsewhere({ all }: { all: readonly Noted[] }) {
  const changed = all.filter(({ elsewhere }) => elsewhere.value)
  const names = changed.map(({ form }) => `your ${form.name}`).join(' and ')
  const words =
    names === ''
      ? ''
      : `Another tab changed ${names}. This page shows it now. Where both tabs changed the same words, both texts stand here, one below the other.`
  const close = () => {
    for (const { elsewhere } of changed) elsewhere.value = false
  }
  return <SaidBar words={words} onClose={close} />
}

/**
 * What could not be read or saved, the way back from the last change, and what another tab changed,
 * of all that stands on a page. `download` hands over a copy of it.
 */
export function KeptNotes({ all, download }: { all: readonly Noted[]; download?: Download }) {
  return (
    <div class="kept-notes on-screen">
      {all.map((kept) => (
        <Trouble key={kept.form.name} kept={kept} download={download} />
      ))}
      {all.map((kept) => (
        <Undo key={kept.form.name} kept={kept} />
      ))}
      <Elsewhere all={all} />
    </div>
  )
}
