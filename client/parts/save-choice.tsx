import type { Saveable } from '../state/saved.ts'
import { isTakenAlong, savedIds, savedSaid, shortlistHref } from '../state/saved.ts'
import { readyToSave, toggleSaved } from '../state/saved-press.ts'
import { SaidBar } from './said-bar.tsx'

/** The star of a Save button, full once the provider is saved. */
export const starOf = (isSaved: boolean) => (isSaved ? '★' : '☆')

/** A pointer or the focus comes before the press. What cannot be loaded now is tried again then. */
const prepare = () => void readyToSave().catch(() => null)

/** "Save" for one provider. It needs JavaScript, since only this browser keeps the shortlist. */
export function SaveChoice({ id, name, case: kind }: Saveable) {
  const isSaved = savedIds.value.has(id)
  return (
    <button
      type="button"
      class="save scripted-only on-screen"
      value={id}
      aria-pressed={isSaved}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => void toggleSaved({ id, name, case: kind })}
    >
      <span aria-hidden="true">{starOf(isSaved)}</span> Save
      <span class="hidden-text"> {name} to your shortlist</span>
    </button>
  )
}

/** Says what a press of Save has done, aloud and in sight, until it is closed. */
export function SavedSaid() {
  const isCarried = shortlistHref.value.includes('#')
  return (
    <SaidBar words={savedSaid.value} onClose={() => (savedSaid.value = '')}>
      <a href={shortlistHref.value} onClick={() => (isTakenAlong.value = isCarried)}>
        {isCarried ? 'Take it along to My shortlist' : 'My shortlist'}
      </a>
    </SaidBar>
  )
}
