import type { ComponentChildren } from 'preact'

/** Words at the foot of the window, said aloud and in sight until they are closed; nothing moves. */
export function SaidBar({
  words,
  children,
  onClose,
}: {
  /** Empty while there is nothing to say. */
  words: string
  children?: ComponentChildren
  onClose: () => void
}) {
  return (
    <div class={words === '' ? undefined : 'said-bar on-screen'}>
      <p role="status">{words}</p>
      {words !== '' && (
        <p class="actions">
          {children}
          <button type="button" class="link-button" onClick={onClose}>
            Close
          </button>
        </p>
      )}
    </div>
  )
}
