/** Where the focus goes when the button that had it is gone or has moved. */

/** To Undo, after something was taken away; `line` is where it stands. */
export function focusUndo(line: '.undo-line' | '.said-bar' = '.undo-line'): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`${line} button`)?.focus())
}

/** Back to a button that moved with its entry; moving an element takes its focus. */
export function keepFocus(button: HTMLElement): void {
  requestAnimationFrame(() => button.focus())
}
