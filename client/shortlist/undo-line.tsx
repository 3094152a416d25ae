import { canRedo, canUndo, redoChange, said, shortlist, undoChange } from '../state/kept.ts'

/**
 * Undo and redo of the shortlist, and what was last done. With `mayHide` the buttons stay away while
 * there is nothing that could be changed; elsewhere they keep their room, so that nothing moves at
 * the first change.
 */
export function UndoLine({ mayHide = false }: { mayHide?: boolean }) {
  const { entries, answers } = shortlist.value
  const idle = !canUndo.value && !canRedo.value
  const isBare = mayHide && idle && entries.length + answers.length === 0
  return (
    <p class={isBare ? 'on-screen' : 'actions undo-line on-screen'}>
      {!isBare && (
        <>
          <button
            type="button"
            class="button"
            aria-disabled={!canUndo.value}
            onClick={() => canUndo.value && undoChange()}
          >
            Undo
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={!canRedo.value}
            onClick={() => canRedo.value && redoChange()}
          >
            Redo
          </button>
        </>
      )}
      <span role="status">{said.value}</span>
    </p>
  )
}
