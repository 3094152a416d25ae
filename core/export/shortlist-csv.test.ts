import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import { findingsOf } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { summaryOf } from '#core/case-summary.ts'
import { parseRecord } from '#core/contract/provider.ts'
import { costOf } from '#core/cost.ts'
import type { ShortlistExport } from '#core/export/shortlist-csv.ts'
import { shortlistCsv } from '#core/export/shortlist-csv.ts'
import { shortlistJson } from '#core/export/shortlist-json.ts'
import { lawFor } from '#core/learn-law.ts'
import { onScreen } from '#core/points.ts'
import { priceAgeInWords } from '#core/price-words.ts'
import type { Case } from '#core/provider.ts'
import { prepareRubric } from '#core/rubric.ts'
import { addEntry, changeEntry, emptyShortlist, recordAnswer } from '#core/shortlist.ts'
import { readShortlist } from '#core/shortlist-read.ts'
import { sourcedAnswers } from '#core/told-findings.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json'))
const ORIGIN = 'https://touchstone.example'
const today = '2026-11-23' as IsoDate
const clinic: Case = { modality: 'iv', setting: 'clinic' }

function factsOf(id: string, of: Case = clinic) {
  const parsed = parseRecord(read(`seeds/providers/${id}.json`))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  const { record } = parsed
  const context = { prepared, today, state: null, plan: DEFAULT_CARE_PLAN }
  const summary = summaryOf(record, of, context)
  const answers = sourcedAnswers([{ ...answer, criterion: 'C4' }], prepared).map(
    ({ finding }) => finding,
  )
  const told = summaryOf(record, of, context, [...findingsOf(record), ...answers])
  const coverage = { public_coverage: summary.coverage, told_coverage: told.coverage }
  return {
    record,
    summary,
    ...coverage,
    cost: costOf(record, of, DEFAULT_CARE_PLAN, prepared, today),
  }
}

const answer: Answer = {
  provider: 'ember-health',
  criterion: 'C1',
  case: 'iv-clinic',
  state: null,
  level: 'met',
  note: 'By video, before dose 1',
  told_on: today,
  how: 'call',
}
const add = (list: ReturnType<typeof emptyShortlist>, provider: string, name: string) =>
  addEntry(list, { provider, name, case: 'iv-clinic', added_on: today })
const base = add(add(emptyShortlist(), 'ember-health', 'Ember'), 'gone-clinic', 'Gone Clinic')
const appointment = { day: today, time: '09:30', note: 'Bring list' }
const list = recordAnswer(
  changeEntry(base, 'ember-health', { note: '=cmd()', appointment }),
  answer,
)
const facts = new Map([['ember-health', factsOf('ember-health')]])
const out: ShortlistExport = { list, facts, as_of: today, with_answers: false, origin: ORIGIN }

const rows = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]
const find = (item: string) => rows(shortlistCsv(out, prepared)).find((row) => row.Item === item)

describe('the shortlist as a spreadsheet', () => {
  test('gives every figure its unit, whose words it is, its source and its day', () => {
    const figures = rows(shortlistCsv(out, prepared)).filter((row) => row.Unit !== '')
    expect(figures.length).toBeGreaterThan(5)
    for (const row of figures) {
      expect(row.Value).toMatch(/^\d+(\.\d\d)?$/)
      expect(row.Source).toMatch(/^https?:\/\//)
      const days = (row['Source date'] ?? '').split('\n')
      expect(days).toHaveLength((row.Source ?? '').split('\n').length)
      for (const day of days) expect(day).toMatch(/^(\d{4}(-\d\d)?(-\d\d)?|date unknown)$/)
      expect(row['In whose words']).not.toBe('')
    }
  })

  test('holds costs in dollars as they stand on the page', () => {
    expect(find('Cost of the first 3 months, low')).toMatchObject({ Value: '4000.00', Unit: 'USD' })
    expect(find('Cost of the first year, high')?.Value).toBe('8500.00')
  })

  test('holds the price of a session as the screen shows it, and what was stated', () => {
    const facts = new Map([['nushama', factsOf('nushama')]])
    const list = add(emptyShortlist(), 'nushama', 'Nushama')
    const said = rows(shortlistCsv({ ...out, list, facts }, prepared))
    const prices = said.filter(({ Item }) => Item?.startsWith('Price'))
    expect(prices.map(({ Item, Value, Unit }) => [Item, Value, Unit])).toEqual([
      ['Price of one session, low', '466.67', 'USD per session, sold as a course'],
      ['Price of one session, high', '750.00', 'USD per session, sold as a course'],
      ['Price as stated, one price', '4500.00', 'USD per course of 6 sessions'],
      ['Price as stated, one price', '2800.00', 'USD per course of 6 sessions'],
    ])
    for (const price of prices) expect(price.Source).toMatch(/^https?:/)
  })

  test('gives a course whose sessions are not stated, with where it was read', () => {
    const sub: Case = { modality: 'sc', setting: 'home' }
    const known = new Map([['mindbloom', factsOf('mindbloom', sub)]])
    const list = add(emptyShortlist(), 'mindbloom', 'Mindbloom')
    const prices = rows(shortlistCsv({ ...out, list, facts: known }, prepared)).filter(({ Item }) =>
      Item?.startsWith('Price'),
    )
    expect(prices.map(({ Item, Value }) => [Item, Value])).toEqual([
      ['Price of one session', 'A course price only: $1,254 (date of price unknown)'],
      ['Price as stated, one price', '1254.00'],
    ])
    for (const price of prices) {
      expect(price.Source).toMatch(/^https?:/)
      expect(price['Source date']).toBe('date unknown')
    }
  })

  test('says that answers count only beside a provider that has some', () => {
    const spoken = (told_coverage: number | null) => {
      const facts = new Map([['ember-health', { ...factsOf('ember-health'), told_coverage }]])
      const csv = shortlistCsv({ ...out, with_answers: true, facts }, prepared)
      return rows(csv).find(({ Item }) => Item === 'Points confirmed')?.['In whose words']
    }
    expect(spoken(null)).toBe('Touchstone, from public sources')
    expect(spoken(0.5)).toBe('Touchstone, from public sources, counting what I was told')
  })

  test('names for the points the page with their evidence, and each source with its day', () => {
    expect(find('Points confirmed')?.Source).toBe(`${ORIGIN}/providers/ember-health`)
    const sources = find('Sources that the points rest on')
    const urls = sources?.Source?.split('\n') ?? []
    expect(String(urls.length)).toBe(sources?.Value)
    const days = sources?.['Source date']?.split('\n') ?? []
    expect(days).toHaveLength(urls.length)
    for (const url of urls) expect(url).toMatch(/^https?:/)
    for (const day of days) expect(day).toMatch(/^(\d{4}(-\d\d)?(-\d\d)?|date unknown)$/)
  })

  test('calls a cost a least amount where the first evaluation is not priced', () => {
    const id = 'brigham-and-womens-faulkner-hospital-ketamine-program'
    const known = new Map([[id, factsOf(id)]])
    const list = add(emptyShortlist(), id, 'Brigham')
    const costs = rows(shortlistCsv({ ...out, list, facts: known }, prepared)).filter(({ Item }) =>
      Item?.startsWith('Cost of'),
    )
    expect(costs.map(({ Value, Unit }) => [Value, Unit])[0]).toEqual([
      '4400.00',
      'USD at least, first evaluation not priced',
    ])
  })

  test('tells what sources answer apart from what the person was told', () => {
    const { public_coverage, told_coverage } = factsOf('ember-health')
    expect(find('Answered by public sources')).toMatchObject({
      Value: String(onScreen(public_coverage ?? -1)),
      'In whose words': 'Touchstone, from public sources',
    })
    expect(find('Answered with what I was told')).toMatchObject({
      Value: String(onScreen(told_coverage ?? -1)),
      'In whose words': 'Touchstone, from public sources, counting what I was told',
    })
    expect(told_coverage).toBeGreaterThan(public_coverage ?? 100)
    const before = new Map([['ember-health', { ...factsOf('ember-health'), told_coverage: null }]])
    const items = rows(shortlistCsv({ ...out, facts: before }, prepared)).map(({ Item }) => Item)
    expect(items).not.toContain('Answered with what I was told')
  })

  test('dates a cost as the page does: by the oldest price that is not fresh', () => {
    const cost = factsOf('ember-health').cost.first_3_months
    const page = priceAgeInWords(cost.known ? cost.low_parts.map(({ line }) => line) : [])
    const days = find('Cost of the first 3 months, low')?.['Source date']?.split('\n') ?? []
    const [day = ''] = days.filter((one) => one !== 'date unknown').sort()
    expect(page).toBe(`old price from ${dateInWords(day)}`)
    expect(day).toBe('2021-12')
  })

  test('marks what the person was told and noted', () => {
    expect(find('I was told: Live mental health evaluation')).toMatchObject({
      Value: 'It meets this point: By video, before dose 1',
      'In whose words': 'Told to me in a call or visit',
      'Source date': '2026-11-23',
    })
    expect(find('Appointment')?.Value).toBe('2026-11-23 09:30')
    expect(find('Note')?.Value).toBe("'=cmd()")
  })

  test('keeps a provider that has left the directory, and the crisis line', () => {
    const gone = rows(shortlistCsv(out, prepared)).filter((row) => row.Provider === 'Gone Clinic')
    expect(gone.map((row) => row.Value)).toContain('No longer listed; kept as saved')
    expect(find('Please note')?.Value).toMatch(/988/)
  })

  test('lets no note run as a formula and loses none of its text', () => {
    const risky = fc.tuple(
      fc.constantFrom('', ' ', '\u00a0', '\n', 'a\n'),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'x'),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(risky, (parts) => {
        const note = parts.join('')
        const noted = { ...out, list: changeEntry(base, 'ember-health', { note }) }
        const cell =
          rows(shortlistCsv(noted, prepared)).find((row) => row.Item === 'Note')?.Value ?? ''
        expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@\t\r]/)
        expect(cell.startsWith("'") && !note.startsWith("'") ? cell.slice(1) : cell).toBe(note)
      }),
      { numRuns: 50 },
    )
  })

  test('warns of a legal date where care at home is in it, and only there', () => {
    expect(find('Legal date')).toBeUndefined()
    const home = factsOf('mindbloom', { modality: 'lozenge', setting: 'home' })
    const text = shortlistCsv({ ...out, facts: new Map([['mindbloom', home]]) }, prepared)
    const said = rows(text).find(({ Item }) => Item === 'Legal date')?.Value
    expect(said).toContain('ends in 38 days, on December 31, 2026.')
  })

  test('starts with a byte order mark and ends lines as RFC 4180 says', () => {
    const text = shortlistCsv(out, prepared)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.endsWith('\r\n')).toBe(true)
  })
})

test('the shortlist as JSON is read back equal', () => {
  const law = lawFor(prepared, today, ['lozenge-home'])
  const text = shortlistJson(list, today, law)
  expect(JSON.parse(text)).toMatchObject({
    format: 'touchstone-shortlist',
    version: 1,
    exported_on: today,
    legal_dates: [expect.stringContaining('ends in 38 days, on December 31, 2026.')],
  })
  expect(readShortlist(text)).toEqual({ state: list, problems: [], newer: false, backup: null })
})
