import { hrefOf, withValue } from '../state/query-string.ts'

/** How many pages a list has, one at least. */
export const pagesOf = ({ total, per_page }: { total: number; per_page: number }) =>
  Math.max(1, Math.ceil(total / per_page))

/** The address of a page of the list. */
export const pageHref = (query: URLSearchParams, page: number) =>
  hrefOf('/providers', withValue(query, 'page', page === 1 ? null : String(page)))

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
  const pages = pagesOf({ total, per_page })
  if (pages === 1 || page > pages) return null
  return (
    <nav class="paging on-screen" aria-label="Pages of the list">
      {page > 1 && (
        <a class="button" href={pageHref(query, page - 1)} rel="prev">
          Previous
        </a>
      )}
      <p class="number">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <a class="button" href={pageHref(query, page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  )
}
