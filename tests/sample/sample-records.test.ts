import { describe, expect, test } from 'vitest'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { CostRange } from '#core/cost.ts'
import { costOf } from '#core/cost.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { casesOf, hasEnded } from '#core/provider.ts'
import {
  ACCEPTANCES,
  CLINICIAN_ROLES,
  CONDITIONS,
  EVENT_KINDS,
  EVENT_STAGES,
  INCLUSIONS,
  LOCATION_BASES,
  MODALITIES,
  PAYERS,
  PAYMENT_WAYS,
  PROVIDER_KINDS,
  PROVIDER_STATUSES,
  SERVICES,
  SOURCE_KINDS,
} from '#core/vocabulary.ts'
import { prepared, records, scored, sorted, TODAY } from './sample-directory.ts'

describe('between them, the sample records show', () => {
  const all = <Part>(part: (record: ProviderRecord) => readonly Part[]) => records.flatMap(part)

  test.each<[string, readonly string[], readonly (string | null)[]]>([
    ['modality', MODALITIES, all((record) => record.offerings.map((one) => one.modality))],
    ['kind of provider', PROVIDER_KINDS, records.map(({ kind }) => kind)],
    ['status', PROVIDER_STATUSES, records.map(({ status }) => status.value)],
    ['clinician role', CLINICIAN_ROLES, all((record) => record.clinicians.map((one) => one.role))],
    ['service', SERVICES, all((record) => record.prices.map((one) => one.service))],
    ['payer', PAYERS, all((record) => record.prices.map((one) => one.payer))],
    ['inclusion', INCLUSIONS, all((record) => record.prices.flatMap((one) => one.includes))],
    ['way of payment', PAYMENT_WAYS, all((record) => record.payment.map((one) => one.way))],
    ['answer on payment', ACCEPTANCES, all((record) => record.payment.map((one) => one.accepted))],
    ['condition', CONDITIONS, all((record) => record.conditions.flatMap((one) => one.names))],
    ['kind of event', EVENT_KINDS, all((record) => record.events.map((one) => one.kind))],
    ['stage of an event', EVENT_STAGES, all((record) => record.events.map((one) => one.stage))],
    ['kind of source', SOURCE_KINDS, all((record) => record.sources.map((one) => one.kind))],
    [
      'basis of a location',
      LOCATION_BASES,
      all((record) => record.locations.map((one) => one.basis)),
    ],
  ])('every %s', (_, words, used) => {
    expect(words.filter((word) => !used.includes(word))).toEqual([])
  })

  test('a closed provider with the day and the source', () => {
    const closed = records.filter(({ status }) => status.value === 'closed')
    expect(closed.length).toBeGreaterThan(0)
    for (const { status } of closed) {
      expect(status.since).not.toBeNull()
      expect(status.source).not.toBeNull()
    }
  })

  test('acquired and renamed providers with their successors', () => {
    const moved = records.filter(({ status }) => ['acquired', 'renamed'].includes(status.value))
    expect(sorted(moved.map(({ status }) => status.value))).toEqual(['acquired', 'renamed'])
    for (const { status } of moved) expect(status.successor).not.toBeNull()
  })

  test('reach as a whole list, as a part of one and as a number only', () => {
    const reach = all((record) => record.serves)
    expect(reach.some(({ states, complete }) => states !== null && complete === true)).toBe(true)
    expect(reach.some(({ states, complete }) => states !== null && complete === false)).toBe(true)
    expect(reach.some(({ states, count }) => states === null && count !== null)).toBe(true)
  })

  test('an offering that has ended, one that may have, and a provider with none established', () => {
    expect(scored.some(({ record, of }) => hasEnded(record, of))).toBe(true)
    expect(all((record) => record.offerings).some(({ current }) => current === null)).toBe(true)
    expect(records.some(({ offerings }) => offerings.length === 0)).toBe(true)
  })

  test('events with a response and without one', () => {
    const events = all((record) => record.events)
    expect(events.some(({ response }) => response !== null)).toBe(true)
    expect(events.some(({ response }) => response === null)).toBe(true)
  })

  test('sites in at least 12 states', () => {
    const states = all((record) => record.locations.map(({ state }) => state))
    expect(new Set(states).size).toBeGreaterThanOrEqual(12)
  })
})

describe('between them, the sample prices show', () => {
  const costs = records.flatMap((record) =>
    casesOf(record).map((of) => costOf(record, of, DEFAULT_CARE_PLAN, prepared, TODAY)),
  )
  const partsOf = (range: CostRange) =>
    range.known ? [...range.low_parts, ...range.high_parts] : []
  const starts = costs.map(({ to_start }) => partsOf(to_start))
  const parts = costs.flatMap(({ first_year }) => partsOf(first_year))

  test('an evaluation with sessions, a course and months as ways to start', () => {
    const bought = starts.map((start) => new Set(start.map(({ line }) => line.service)))
    expect(bought.some((one) => one.has('evaluation') && one.has('session'))).toBe(true)
    expect(bought.some((one) => one.has('course') && !one.has('evaluation'))).toBe(true)
    expect(bought.some((one) => one.has('month'))).toBe(true)
  })

  test('a required follow-up and add-on, and optional add-ons, therapy and a sitter', () => {
    const required = sorted(parts.map(({ line }) => line.service))
    expect(required).toEqual(expect.arrayContaining(['addon', 'follow_up']))
    const optional = costs.flatMap((cost) => cost.optional.map(({ service }) => service))
    expect(sorted(optional)).toEqual(['addon', 'follow_up', 'sitter', 'therapy_session'])
  })

  test('introductory prices, counted once', () => {
    const introductory = parts.filter(({ line }) => line.introductory)
    expect(sorted(introductory.map(({ line }) => line.service))).toEqual(['evaluation', 'month'])
    for (const { count } of introductory) expect(count).toBe(1)
  })

  test('amounts after insurance and in another currency, apart from the sums', () => {
    expect(costs.some((cost) => cost.after_insurance.length > 0)).toBe(true)
    expect(costs.some((cost) => cost.other_currency.length > 0)).toBe(true)
    expect(parts.every(({ line }) => line.payer === 'cash' && line.currency === 'USD')).toBe(true)
  })

  test('a stated total that contradicts its own lines', () => {
    expect(costs.some((cost) => cost.contradictions.length > 0)).toBe(true)
  })

  test('prices past re-check, stale and undated', () => {
    const ages = costs.flatMap((cost) => cost.aged.map(({ age }) => age))
    expect(sorted(ages)).toEqual(['past_recheck', 'stale', 'undated'])
  })

  test('one amount, a range, an estimate and a price left out for a newer one', () => {
    expect(costs.some(({ to_start }) => to_start.known && to_start.low === to_start.high)).toBe(
      true,
    )
    expect(costs.some(({ to_start }) => to_start.known && to_start.low < to_start.high)).toBe(true)
    expect(parts.some(({ line }) => line.estimate)).toBe(true)
    expect(costs.some(({ assumed }) => assumed.some((text) => text.includes('older price')))).toBe(
      true,
    )
  })

  test('no price at all, a course without its sessions and a start without a later price', () => {
    expect(records.some(({ prices }) => prices.length === 0)).toBe(true)
    const unsized = records.some(({ prices }) =>
      prices.some(({ service, sessions }) => service === 'course' && sessions === null),
    )
    expect(unsized).toBe(true)
    expect(costs.some(({ to_start, first_year }) => to_start.known && !first_year.known)).toBe(true)
  })
})
