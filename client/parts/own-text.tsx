import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { changeOf } from '#core/saved-merge.ts'

/** Where a caret stands after the text around it has changed from outside. */
export function movedCaret(before: string, after: string, caret: number): number {
  const { from, to, text } = changeOf(before, after)
  if (caret <= from) return caret
  return caret >= to ? caret + after.length - before.length : from + text.length
}

/** A field for one's own words under its label. What another tab writes into them leaves the caret in its place. */
export function OwnText({
  children,
  class: kind = 'field',
  value,
  rows,
  onText,
}: {
  children: ComponentChildren
  class?: string
  value: string
  rows: number
  onText: (text: string) => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const shown = field.current?.value ?? value
  const caret = field.current?.selectionStart ?? 0
  useLayoutEffect(() => {
    if (shown === value || document.activeElement !== field.current) return
    const place = movedCaret(shown, value, caret)
    field.current?.setSelectionRange(place, place)
  }, [value])
  return (
    <label class={kind}>
      {children}
      <textarea
        ref={field}
        rows={rows}
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  )
}
