import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessRecord } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { buildCatalog } from '#core/catalog.ts'
import { catalogEntry } from '#core/catalog-entry.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { prepareRubric } from '#core/rubric.ts'
import { search } from '#core/search.ts'
import { emptyQuery } from '#core/search-query.ts'
import { readRecordFiles } from '#seeds/record-files.ts'

const prepared = prepareRubric(JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')))
const criteria = prepared.rubric.criteria.map(({ id }) => id)
const records = readRecordFiles('seeds/providers')
const today = '2026-11-23' as IsoDate
const entryOf = (record: ProviderRecord) => catalogEntry(record, prepared, today)
const recordOf = (id: string) => records.find((record) => record.id === id) as ProviderRecord
const catalog = buildCatalog(records.map(entryOf), criteria)

describe('the entry of a real record', () => {
  test('holds for each case what the assessment says', () => {
    for (const record of records) {
      for (const one of entryOf(record).cases) {
        const result = assessRecord(record, one, prepared, today)
        if (result.status !== 'scored') throw new Error(`${record.id} ${one.id} is not scored`)
        const { low, stated, high, coverage } = result
        expect(one).toMatchObject({ low, stated, high, coverage })
        const byId = new Map(result.criteria.map(({ criterion, verdict }) => [criterion, verdict]))
        const letters = criteria.map((id) => {
          const verdict = byId.get(id) ?? 'not_applicable'
          return verdict === 'not_applicable'
            ? '-'
            : verdict === 'at_least_partly'
              ? 'p'
              : verdict[0]
        })
        expect(one.verdicts).toBe(letters.join(''))
      }
    }
  })

  test('holds another assessment for each state that a finding names', () => {
    const record = recordOf('anywhere-clinic')
    const entry = entryOf(record)
    const named = entry.cases.filter(({ by_state }) => Object.keys(by_state).length > 0)
    expect(named.length).toBeGreaterThan(0)
    for (const one of named) {
      const there = assessRecord(record, one, prepared, today, 'GA')
      expect(Object.keys(one.by_state)).toEqual(['GA'])
      expect(one.by_state.GA).toMatchObject(
        there.status === 'scored' ? { low: there.low, coverage: there.coverage } : {},
      )
      expect(one.by_state.GA?.coverage).toBeGreaterThan(one.coverage ?? 0)
    }
  })

  test('knows the reach of a clinic with sites only, and not that of telehealth without a full list', () => {
    expect(entryOf(recordOf('ember-health')).reach_known).toBe(true)
    expect(entryOf(recordOf('mindbloom')).reach_known).toBe(false)
    expect(entryOf(recordOf('heading-health')).reach_known).toBe(true)
  })

  test('counts a refusal as a statement about paying, and accepts only what is accepted', () => {
    const refusing = records.filter(
      ({ payment }) => payment.length > 0 && payment.every(({ accepted }) => accepted === 'no'),
    )
    expect(refusing.length).toBeGreaterThan(0)
    for (const record of refusing) {
      expect(entryOf(record)).toMatchObject({ payment: [], payment_known: true })
    }
  })

  test('leaves out regions that are no US state', () => {
    expect(entryOf(recordOf('field-trip-health-clinics')).site_states).toEqual(['CA', 'NY', 'DC'])
  })

  test('gives no points to care that is not scored', () => {
    const record = recordOf('mindbloom')
    const [offering] = record.offerings
    if (!offering) throw new Error('the record has no offering')
    const offerings = [
      offering,
      { ...offering, modality: 'esketamine' as const, setting: 'home' as const },
    ]
    const entry = entryOf({ ...record, offerings })
    expect(entry.cases.map(({ id }) => id)).toEqual(['lozenge-home', 'esketamine-home'])
    expect(entry.cases[1]).toMatchObject({ low: null, coverage: null })
  })

  test('is refused when a finding cannot be assessed', () => {
    const record = recordOf('mindbloom')
    const findings = record.findings.map((finding) => ({ ...finding, criterion: 'Z9' }))
    expect(() => entryOf({ ...record, findings })).toThrow(/mindbloom.*unknown-criterion/)
  })
})

describe('the real directory', () => {
  test('finds Mindbloom by a slip of the finger', () => {
    const result = search(catalog, { ...emptyQuery(), q: 'mindblom' })
    expect(result.hits.map(({ id }) => id)).toContain('mindbloom')
  })

  test('lists every provider that is not closed, each once', () => {
    const result = search(catalog, { ...emptyQuery(), per_page: 100 })
    const open = records.filter(({ status }) => status.value !== 'closed')
    expect(result.hits.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
  })
})
