import type { Saveable } from '../state/saved.ts'
import { savedIds, savedSaid } from '../state/saved.ts'
import { toggleSaved } from '../state/saved-press.ts'

/** "Save" for one provider. It needs JavaScript, since only this browser keeps the shortlist. */
export function SaveChoice({ id, name, case: kind }: Saveable) {
  const isSaved = savedIds.value.has(id)
  return (
    <button
      type="button"
      class="save scripted-only on-screen"
      aria-pressed={isSaved}
      onClick={() => void toggleSaved({ id, name, case: kind })}
    >
      <span aria-hidden="true">{isSaved ? '★' : '☆'}</span> Save
      <span class="hidden-text"> {name} to your shortlist</span>
    </button>
  )
}

/** Says aloud what a press of Save has done, and shows it when it could not be kept. */
export function SavedSaid() {
  return (
    <p class="hidden-text" role="status">
      {savedSaid.value}
    </p>
  )
}
