// @vitest-environment happy-dom
/** What a saved provider that is not known to be open looks like, on the screen and in the files. */

import { readFileSync } from 'node:fs'
import { h, render } from 'preact'
import { beforeEach, describe, expect, test } from 'vitest'
import { facts, found, prepared, today } from '#client/shortlist/facts.ts'
import { IncomingShortlist, incoming } from '#client/shortlist/incoming.tsx'
import { shortlistPaper } from '#client/shortlist/shortlist-paper.ts'
import { ShortlistView } from '#client/shortlist/shortlist-view.tsx'
import { change, deleteAll, loadKept, shortlist, undoChange } from '#client/state/kept.ts'
import type { IsoDate } from '#core/calendar.ts'
import { parseRecord } from '#core/contract/provider.ts'
import { shortlistCsv } from '#core/export/shortlist-csv.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { prepareRubric } from '#core/rubric.ts'
import { addEntry, emptyShortlist } from '#core/shortlist.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const rubric = prepareRubric(read('seeds/rubric/rubric-v1.json'))
const day = '2026-11-23' as IsoDate

function recordOf(id: string): ProviderRecord {
  const parsed = parseRecord(read(`seeds/providers/${id}.json`))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return parsed.record
}

const SAVED = [
  'smith-ketamine-services',
  'nushama',
  'field-trip-health-clinics',
  'gone-clinic',
  'ember-health',
]
const CLOSED = 'Closed since May 2023'
const ACQUIRED = 'Taken over by another company since 2023'

const fill = (list = emptyShortlist()) =>
  SAVED.reduce((sofar, provider) => {
    return addEntry(sofar, { provider, name: provider, case: null, added_on: day })
  }, list)

beforeEach(() => {
  localStorage.clear()
  loadKept()
  deleteAll()
  today.value = day
  prepared.value = rubric
  found.value = new Map(
    SAVED.map((id) => [id, id === 'gone-clinic' ? ('gone' as const) : recordOf(id)]),
  )
  change(fill, 'Filled.')
  render(null, document.body)
})

const cards = () => {
  render(h(ShortlistView, {}), document.body)
  return [...document.querySelectorAll('.entry')]
}
const words = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ') ?? ''

describe('a closed provider on the shortlist', () => {
  test('says since when and where that was read, and shows neither bar nor points nor price', () => {
    const [card] = cards()
    expect(words(card)).toContain(CLOSED)
    expect(card?.querySelector('a[rel~=external]')?.textContent).toContain('source')
    expect(words(card)).toContain('A closed provider gets no score')
    expect(words(card)).not.toMatch(/of 100|First 3 months/)
    expect(card?.querySelector('.bar')).toBeNull()
    expect(words(card)).not.toContain('What to ask')
  })

  test('is left out of the comparison, and so is one that was removed', () => {
    cards()
    const link = [...document.querySelectorAll('a')].find((one) => /^\/compare/.test(one.pathname))
    expect(link?.search).toBe('?ids=nushama&ids=field-trip-health-clinics&ids=ember-health')
    expect(link?.textContent).toBe('Compare the first 3')
  })

  test('says so in the spreadsheet and on paper, where it has no points', () => {
    const known = new Map(
      [...facts.value].map(([id, one]) => {
        const { record, cost, plain } = one
        const summary = plain?.summary ?? null
        return [id, { record, cost, summary, public_coverage: null, told_coverage: null }] as const
      }),
    )
    const out = {
      list: shortlist.value,
      facts: known,
      as_of: day,
      with_answers: true,
      origin: 'https://a.example',
    }
    const lines = shortlistCsv(out, rubric).split('\r\n')
    const own = lines.filter((line) => line.includes('Smith'))
    expect(own.find((line) => line.includes('In the directory'))).toMatch(
      /Closed since May 2023,.*,https?:.*,(\d{4}|date unknown)/,
    )
    expect(own.join()).not.toContain('Points')
    expect(
      lines.find((line) => line.includes('Field Trip') && line.includes('In the dir')),
    ).toMatch(ACQUIRED)
    const paper = shortlistPaper({
      ...{ list: shortlist.value, facts: facts.value, found: found.value, prepared: rubric },
      ...{ today: day, with_answers: true, origin: 'https://example.org' },
    })
    const text = JSON.stringify(paper.blocks)
    expect(text).toMatch(/"In the directory","Closed since May 2023\. Read at https?:/)
    expect(text).toContain(ACQUIRED)
  })
})

test('a takeover stands on the card of a provider that is scored', () => {
  const card = cards()[2]
  expect(words(card)).toContain(ACQUIRED)
  expect(card?.querySelector('.bar')).not.toBeNull()
})

test('a shared list says before it is added who has closed', () => {
  incoming.value = { from: 'link', shared: shortlist.value, problems: [] }
  render(h(IncomingShortlist, {}), document.body)
  expect(document.body.textContent).toContain(`(${CLOSED})`)
  expect(document.body.textContent).toContain('(no longer in the directory)')
  incoming.value = null
})

test('the kind of care of a saved provider can be picked, and the pick undone', async () => {
  const add = { provider: 'mindbloom', name: 'Mindbloom', case: 'sc-home', added_on: day }
  found.value = new Map([['mindbloom', recordOf('mindbloom')]])
  change(() => addEntry(emptyShortlist(), add), 'Saved.')
  const [card] = cards()
  expect(words(card)).toContain('A course price only: $1,254')
  const [choice] = card?.querySelectorAll('select') ?? []
  if (!choice) throw new Error('nothing to choose from')
  choice.value = 'lozenge-home'
  choice.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(shortlist.value.entries[0]?.case).toBe('lozenge-home')
  expect(words(card)).toContain('One session$200')
  undoChange()
  expect(shortlist.value.entries[0]?.case).toBe('sc-home')
})
