/**
 * The rows of the list as the server sends them. The server keeps its list items and only adds the
 * distance for each question; so a row is drawn once and kept for as long as its item is.
 */

import { renderToString } from 'preact-render-to-string'
import type { ListItem } from '#core/listing.ts'
import { asDrawn } from './parts/drawn-item.ts'
import { MILES_PLACE, milesInWords, ProviderRow } from './parts/provider-row.tsx'

type Kept = { item: ListItem; state: string | null; html: string; json: string }

const keptRows = new WeakMap<ListItem['cases'], Kept>()

/** Whether two items are one but for the distance; the fields of a kept item are shared. */
function isSame(one: ListItem, other: ListItem): boolean {
  return (Object.keys(one) as (keyof ListItem)[]).every(
    (field) => field === 'distance_miles' || one[field] === other[field],
  )
}

/** JSON that can stand in a script element: no `<` that could end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function draw(item: ListItem, state: string | null): Kept {
  const { distance_miles: _, ...rest } = asDrawn(item)
  const html = renderToString(<ProviderRow item={item} state={state} miles={MILES_PLACE} />)
  return { item, state, html, json: scriptJson(rest).slice(0, -1) }
}

function keptRow(item: ListItem, state: string | null): Kept {
  const kept = keptRows.get(item.cases)
  if (kept && kept.state === state && isSame(kept.item, item)) return kept
  const drawn = draw(item, state)
  keptRows.set(item.cases, drawn)
  return drawn
}

/** The HTML of all rows, each with its own distance. */
export function rowsHtml(items: readonly ListItem[], state: string | null): string {
  return items
    .map((item) =>
      keptRow(item, state).html.replace(MILES_PLACE, milesInWords(item.distance_miles)),
    )
    .join('')
}

/** The items as a JSON list for the browser, each with its own distance. */
export function rowsJson(items: readonly ListItem[], state: string | null): string {
  const rows = items.map(
    (item) => `${keptRow(item, state).json},"distance_miles":${item.distance_miles}}`,
  )
  return `[${rows.join(',')}]`
}
