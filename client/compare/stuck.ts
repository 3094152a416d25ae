/**
 * Tells the styles how much of the page's top the names of the table cover, so that labels stop
 * below them and no focus comes to rest beneath them. Answers with how to stop.
 */
export function measureStuck(): () => void {
  const names = document.querySelector<HTMLElement>('.compare__names')
  const bar = document.querySelector<HTMLElement>('.compare-pairs')
  const strip = bar?.querySelector<HTMLElement>('.compare-pairs__names')
  const measure = () => {
    const inBar = (bar?.offsetHeight ?? 0) + (strip?.offsetHeight ?? 0)
    const covered = inBar > 0 ? inBar : [...(names?.children ?? [])].reduce(tallest, 0)
    document.documentElement.style.setProperty('--stuck', `${covered}px`)
  }
  const watch = new ResizeObserver(measure)
  for (const one of [names, bar]) if (one) watch.observe(one)
  measure()
  return () => watch.disconnect()
}

const tallest = (most: number, cell: Element) => Math.max(most, (cell as HTMLElement).offsetHeight)
