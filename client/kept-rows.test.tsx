import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { CaseSummary, ListItem } from '#core/listing.ts'
import { rowsHtml, rowsJson, scriptJson } from './kept-rows.tsx'
import { milesInWords, ProviderRow } from './parts/provider-row.tsx'

function itemOf(changes: Partial<ListItem> = {}): ListItem {
  return {
    id: 'blue-door',
    origin: 'sample',
    name: 'Blue Door',
    kind: 'clinic',
    status: 'open',
    status_since: null,
    status_note: null,
    status_source: null,
    places: [{ city: 'Austin', state: 'TX', country: 'US' }],
    serves: null,
    cases: [
      { id: 'iv-clinic', modality: 'iv', setting: 'clinic', label: 'IV in a clinic', ended: false },
    ],
    shown: null,
    cost: null,
    takes_insurance: 'not_known',
    distance_miles: null,
    ...changes,
  }
}

const drawn = (item: ListItem, state: string | null) =>
  renderToString(
    <ProviderRow item={item} state={state} miles={milesInWords(item.distance_miles)} />,
  )

test('a kept row is, letter for letter, what the browser would draw', () => {
  const item = itemOf()
  for (const distance_miles of [null, 3.24, 41]) {
    const asked = { ...item, distance_miles }
    expect(rowsHtml([asked], null)).toBe(drawn(asked, null))
  }
})

test('another state or another name is drawn anew', () => {
  const item = itemOf()
  rowsHtml([item], null)
  expect(rowsHtml([item], 'NY')).toBe(drawn(item, 'NY'))
  const renamed = { ...item, name: 'Red Door' }
  expect(rowsHtml([renamed], 'NY')).toBe(drawn(renamed, 'NY'))
})

test('the items sent along read back as they are, with their distance', () => {
  const near = { ...itemOf(), distance_miles: 3.2 }
  expect(JSON.parse(rowsJson([near, itemOf({ id: 'b' })], null))).toEqual([
    near,
    itemOf({ id: 'b' }),
  ])
})

test('no text can end the script element that carries the data', () => {
  const wicked = itemOf({ name: '</script><script>alert(1)</script>' })
  expect(rowsJson([wicked], null)).not.toContain('<')
  expect(JSON.parse(scriptJson(wicked.name))).toBe(wicked.name)
})

test('a provider whose care and price no source tells says both', () => {
  const html = drawn(itemOf({ cases: [] }), null)
  expect(html).toContain('No source says what kind of care it gives.')
  expect(html).toContain('No price found')
})

test('a closed provider says since when and cannot be picked', () => {
  const html = drawn(itemOf({ status: 'closed', status_since: '2023-05' }), null)
  expect(html).toContain('Closed since May 2023')
  expect(html).not.toContain('type="checkbox"')
})

test('a closed provider has no score and no price, and its closing has a source', () => {
  const shown: CaseSummary = {
    ...{ id: 'iv-clinic', modality: 'iv', setting: 'clinic', label: 'IV in a clinic' },
    ...{ ended: false, status: 'scored', low: 0, stated: 0, high: 100, coverage: 0 },
    ...{ confirmed_grade: null, possible_grade: null, letter_shown: false, no_letter: [] },
    ...{ caps: [], red_flags: [], boxes: [], next_question: null, oldest_on: null, undated: 0 },
  }
  const html = drawn(itemOf({ status: 'closed', shown, status_source: 'https://a.org/end' }), null)
  expect(html).not.toMatch(/points confirmed|class="bar|Not enough|[Pp]rice/)
  expect(html).toContain('A closed provider gets no score.')
  expect(html).toContain('href="https://a.org/end"')
  expect(drawn(itemOf({ shown }), null)).toContain('points confirmed')
})
