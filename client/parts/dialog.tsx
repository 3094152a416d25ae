import type { ComponentChildren, RefObject } from 'preact'
import { useId, useRef } from 'preact/hooks'

/**
 * A window under its heading. Escape, its button or a press beside it closes it; the browser keeps
 * the focus inside as long as it is modal, and puts it back where it was.
 */
export function Dialog({
  title,
  box,
  isOpen = false,
  children,
}: {
  title: string
  box?: RefObject<HTMLDialogElement | null>
  /** Drawn open in its place; to stand over the page it is opened by `showModal`. */
  isOpen?: boolean
  children: ComponentChildren
}) {
  const heading = useId()
  return (
    <dialog
      {...(box && { ref: box })}
      class="dialog on-screen"
      aria-labelledby={heading}
      closedby="any"
      open={isOpen || undefined}
    >
      <form class="dialog__head" method="dialog">
        <h2 id={heading}>{title}</h2>
        <button type="submit" class="button">
          Close
        </button>
      </form>
      {children}
    </dialog>
  )
}

/** A button that opens a dialog over the page. */
export function DialogButton({
  label,
  title,
  children,
}: {
  label: string
  title: string
  children: ComponentChildren
}) {
  const box = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        onClick={() => box.current?.showModal()}
      >
        {label}
      </button>
      <Dialog title={title} box={box}>
        {children}
      </Dialog>
    </>
  )
}
