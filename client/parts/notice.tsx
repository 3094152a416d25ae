import type { ComponentChildren } from 'preact'

/** A note set apart from the text. `warn` is for limits, `stop` for what must be known first. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone?: 'warn' | 'stop'
  title?: string
  children?: ComponentChildren
}) {
  return (
    <div class={tone === undefined ? 'notice' : `notice notice--${tone}`}>
      {title !== undefined && <p class="notice__title">{title}</p>}
      {children}
    </div>
  )
}
