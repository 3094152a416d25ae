import { hrefOf, withValue } from '../state/query-string.ts'

/** Links to the page before and after, and which page this is. */
export function Paging({
  query,
  page,
  per_page,
  total,
}: {
  query: URLSearchParams
  page: number
  per_page: number
  total: number
}) {
  const pages = Math.max(1, Math.ceil(total / per_page))
  if (pages === 1) return null
  const to = (number: number) =>
    hrefOf('/providers', withValue(query, 'page', number === 1 ? null : String(number)))
  return (
    <nav class="paging on-screen" aria-label="Pages of the list">
      {page > 1 && (
        <a class="button" href={to(page - 1)} rel="prev">
          Previous
        </a>
      )}
      <p class="number">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <a class="button" href={to(page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  )
}
