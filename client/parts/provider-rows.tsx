import type { ListItem } from '#core/listing.ts'
import { rowsHtml } from '../kept-rows.tsx'
import { milesInWords, ProviderRow } from './provider-row.tsx'

/** The patient's state as rows pass it on to the provider page. */
export function rowState(query: URLSearchParams): string | null {
  const state = query.get('state')
  return state === 'unknown' ? null : state
}

/**
 * All rows of the list. The server writes the same HTML from its kept rows, which is several times
 * as fast; the browser draws them as components and finds just what it expects.
 */
export function ProviderRows({
  items,
  state,
}: {
  items: readonly ListItem[]
  state: string | null
}) {
  if (import.meta.env.SSR) {
    return <ul class="rows" dangerouslySetInnerHTML={{ __html: rowsHtml(items, state) }} />
  }
  return (
    <ul class="rows">
      {items.map((item) => (
        <ProviderRow
          key={item.id}
          item={item}
          state={state}
          miles={milesInWords(item.distance_miles)}
        />
      ))}
    </ul>
  )
}
