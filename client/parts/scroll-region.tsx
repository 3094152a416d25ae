import type { ComponentChildren } from 'preact'

/** A part that scrolls sideways: named, and in the tab order so that a keyboard can scroll it. */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll it
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
