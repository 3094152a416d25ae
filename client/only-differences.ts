/**
 * Hides and shows the rows that are the same, in place, until the part of the page that does all
 * changes in place has been loaded; without a script the link does it.
 */
export function startOnlyDifferences(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-only-toggle]')
  const view = document.querySelector<HTMLElement>('.compare-view')
  const count = document.querySelector('[data-only-count]')
  if (!link || !view || !count) return
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    if (view.closest('[data-alive]')) return
    event.preventDefault()
    const only = view.dataset.only !== 'differences'
    if (only) view.dataset.only = 'differences'
    else delete view.dataset.only
    const { hidden, total } = link.dataset
    count.textContent = only
      ? `${hidden} of ${total} rows are the same and hidden.`
      : `${total} rows.`
    link.textContent = only ? 'Show all rows' : 'Show only differences'
    const target = new URL(link.href)
    history.replaceState(null, '', target)
    if (only) target.searchParams.delete('only')
    else target.searchParams.set('only', 'differences')
    link.href = target.href
  })
}
