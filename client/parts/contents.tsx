import type { ComponentChildren } from 'preact'

/** A section that the contents of a long page lead to: its place in the address, and its title. */
export type Heading = readonly [id: string, title: string]

/** The contents of a long page; not on paper, where nothing can be pressed. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  return (
    <nav aria-label="On this page" class="contents on-screen">
      <ul>
        {headings.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The sections of a page by the headings of its contents, so that both have the same words. */
export function sectionsOf(headings: readonly Heading[]) {
  const titles = new Map(headings)
  return function Section({ id, children }: { id: string; children: ComponentChildren }) {
    return (
      <section class="section stack" aria-labelledby={id}>
        <h2 id={id}>{titles.get(id)}</h2>
        {children}
      </section>
    )
  }
}
