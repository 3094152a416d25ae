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

/** What another tab deleted or changed, until the next change of one's own; null when nothing. */
function elsewhereInWords(all: readonly Noted[]): string | null {
  const named = (what: 'changed' | 'deleted') =>
    all.filter(({ elsewhere }) => elsewhere.value === what).map(({ form }) => `your ${form.name}`)
  const changed = named('changed').join(' and ')
  const said = [
    ...named('deleted').map((one) => `Another tab deleted ${one}.`),
    changed &&
      `Another tab changed ${changed}. This page shows it now. Where both tabs changed the same words, both texts stand here, one below the other.`,
  ]
  return said.filter(Boolean).join(' ') || null
}

/**
 * The way back from the last change, and what another tab changed. It stays in view however far up
 * or down the button was. When it goes, the focus goes to `home`.
 */
function SaidOfKept({ all, home }: { all: readonly Noted[]; home: string }) {
  const undoing = all.find(({ undoable }) => undoable.value !== null)
  const words = [
    undoing &&
      `${undoing.undoable.value?.what} You can undo this until you close this line or leave the page.`,
    elsewhereInWords(all),
  ].filter(Boolean)
  const goHome = () => document.getElementById(home)?.focus()
  const undo = () => {
    undoing?.undoable.value?.back()
    goHome()
  }
  const close = () => {
    if (undoing) undoing.undoable.value = null
    for (const { elsewhere } of all) elsewhere.value = null
    goHome()
  }
  return (
    <SaidBar words={words.join(' ')} onClose={close}>
      {undoing && (
        <button type="button" class="button" onClick={undo}>
          Undo
        </button>
      )}
    </SaidBar>
  )
}

/**
 * What could not be read or saved, the way back from the last change, and what another tab changed,
 * of all that stands on a page. `download` hands over a copy of it; `home` is the id of what has the
 * focus once a line is closed.
 */
export function KeptNotes({
  all,
  download,
  home = 'main',
}: {
  all: readonly Noted[]
  download?: Download
  home?: string
}) {
  return (
    <div class="kept-notes on-screen">
      {all.map((kept) => (
        <Trouble key={kept.form.name} kept={kept} download={download} />
      ))}
      <SaidOfKept all={all} home={home} />
    </div>
  )
}
