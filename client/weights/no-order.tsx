import type { ComponentChildren } from 'preact'
import { Notice } from '../parts/notice.tsx'

/** In place of an order: that it is being worked out, or could not be, and what there is to do. */
export function NoOrder({
  hasFailed,
  onAgain,
  children,
}: {
  hasFailed: boolean
  onAgain: () => void
  /** What holds without it. */
  children: ComponentChildren
}) {
  return (
    <div class="no-order on-screen" role="status">
      {hasFailed ? (
        <Notice tone="warn" title="The order could not be worked out.">
          <p>{children}</p>
          <p>
            <button type="button" class="button" onClick={onAgain}>
              Try again
            </button>
          </p>
        </Notice>
      ) : (
        <p class="quiet">Working out the order…</p>
      )}
    </div>
  )
}
