import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import { mergedSheet } from '#core/ask.ts'
import { askSheet, assessShown, shownCase } from '#core/ask-sheet.ts'
import { findingsOf } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { parseRecord } from '#core/contract/provider.ts'
import type { Context } from '#core/listing.ts'
import { providerProfile } from '#core/profile.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import { withAnswers } from '#core/told-findings.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json') as Rubric)
const context: Context = {
  prepared,
  today: '2026-11-23' as IsoDate,
  state: null,
  plan: DEFAULT_CARE_PLAN,
}

const records = readdirSync('seeds/providers')
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): ProviderRecord[] => {
    const parsed = parseRecord(read(`seeds/providers/${name}`))
    return parsed.ok ? [parsed.record] : []
  })

function sheetOf(record: ProviderRecord) {
  const of = shownCase(record, null, context)
  return askSheet(record, of && assessShown(record, of, context), context)
}

describe('a consult sheet', () => {
  test('is about the case that the provider page shows first', () => {
    expect(records.length).toBeGreaterThan(50)
    for (const record of records) {
      const first = providerProfile(record, context).cases[0]?.summary.id ?? null
      expect(sheetOf(record).case?.id ?? null).toBe(first)
    }
  })

  test('asks a closed provider nothing, and starts with the questions of the profile', () => {
    for (const record of records) {
      const { items, closed } = sheetOf(record)
      const asked = providerProfile(record, context).cases[0]?.questions ?? []
      expect(closed).toBe(isClosed(record))
      const start = items.slice(0, asked.length).map(({ criterion }) => criterion)
      expect(start).toEqual(asked.map(({ criterion }) => criterion))
      if (closed) expect(items).toEqual([])
    }
  })

  test('puts required checks first and then what is worth most', () => {
    for (const { items } of records.map(sheetOf)) {
      const later = items.findIndex(({ is_gate }) => !is_gate)
      const others = later < 0 ? [] : items.slice(later)
      const gains = others.filter(({ is_gate }) => !is_gate).map(({ gain }) => gain)
      expect(gains).toEqual([...gains].sort((one, other) => other - one))
    }
  })

  test('for several providers has each question once, with all who need it', () => {
    const sheets = records.slice(0, 6).map(sheetOf)
    const merged = mergedSheet(sheets, prepared)
    const ids = merged.map(({ criterion }) => criterion)
    expect(new Set(ids).size).toBe(ids.length)
    const needs = merged.reduce((sum, { needed_by }) => sum + needed_by.length, 0)
    expect(needs).toBe(sheets.reduce((sum, { items }) => sum + items.length, 0))
  })

  test('being told yes to the first question never widens the range', () => {
    for (const record of records) {
      const of = shownCase(record, null, context)
      const [item] = sheetOf(record).items
      if (of === null || item === undefined) continue
      const answer: Answer = {
        provider: record.id,
        criterion: item.criterion,
        case: null,
        state: null,
        level: 'met',
        note: '',
        told_on: context.today,
        how: 'call',
      }
      const told = withAnswers(findingsOf(record), [answer], prepared)
      const before = assessShown(record, of, context).summary
      const after = assessShown(record, of, context, told).summary
      expect(after.low ?? 0).toBeGreaterThanOrEqual((before.low ?? 0) - 0.01)
      expect(after.high ?? 0).toBeLessThanOrEqual((before.high ?? 0) + 0.01)
    }
  })
})
