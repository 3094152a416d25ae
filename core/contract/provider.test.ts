import { describe, expect, test } from 'vitest'
import { parseRecord } from './provider.ts'

const source = {
  id: 'S1',
  url: 'https://example.com/prices',
  kind: 'provider',
  retrieved_on: '2026-11-23',
}

const least = {
  id: 'blue-door',
  name: 'Blue Door',
  kind: 'clinic',
  status: { value: 'open' },
  offerings: [],
  findings: [],
  sources: [source],
}

const price = { service: 'session', min: 40_000, max: 60_000, currency: 'USD', source: 'S1' }
const finding = { criterion: 'A1', level: 'met', basis: 'Names the director.', source: 'S1' }

/** The problems of the least record with these fields put in. */
function problemsWith(fields: Record<string, unknown>): unknown {
  const parsed = parseRecord({ ...least, ...fields })
  return parsed.ok ? [] : parsed.problems
}

describe('a provider record in JSON', () => {
  test('fills in what absent means', () => {
    expect(
      parseRecord({
        ...least,
        prices: [price],
        locations: [{ city: null, state: 'NY', source: 'S1' }],
      }),
    ).toEqual({
      ok: true,
      record: {
        id: 'blue-door',
        origin: 'real',
        name: 'Blue Door',
        aliases: [],
        kind: 'clinic',
        status: { value: 'open', since: null, successor: null, note: null, source: null },
        website: null,
        country: 'US',
        locations: [
          {
            address: null,
            city: null,
            state: 'NY',
            zip: null,
            phone: null,
            basis: null,
            point: null,
            source: 'S1',
          },
        ],
        serves: [],
        clinicians: [],
        offerings: [],
        prices: [
          {
            ...price,
            modality: null,
            setting: null,
            sessions: null,
            minutes: null,
            includes: [],
            payer: null,
            required: null,
            introductory: false,
            estimate: false,
            as_of: null,
            note: null,
          },
        ],
        payment: [],
        conditions: [],
        findings: [],
        events: [],
        sources: [
          {
            ...source,
            publisher: null,
            title: null,
            observed_on: null,
            excerpt_only: false,
            repost_of: null,
          },
        ],
      },
    })
  })

  test('refuses an unknown key by its own path, at any depth', () => {
    expect(problemsWith({ phone: '555', prices: [{ ...price, tax: 1 }] })).toEqual([
      { path: '$.prices[0].tax', reason: 'is not a known key' },
      { path: '$.phone', reason: 'is not a known key' },
    ])
  })

  test('refuses a source that is not there', () => {
    expect(problemsWith({ findings: [{ ...finding, source: 'S9' }] })).toEqual([
      { path: '$.findings[0].source', reason: 'no source has the id S9' },
    ])
    expect(problemsWith({ status: { value: 'open', source: 'S2' } })).toEqual([
      { path: '$.status.source', reason: 'no source has the id S2' },
    ])
  })

  test('refuses the same source id twice', () => {
    expect(problemsWith({ sources: [source, source] })).toEqual([
      { path: '$.sources[1].id', reason: 'S1 stands twice' },
    ])
  })

  test('refuses days that do not exist', () => {
    expect(problemsWith({ prices: [{ ...price, as_of: '2025-02-29' }] })).toEqual([
      {
        path: '$.prices[0].as_of',
        reason: 'is not a date that exists (YYYY, YYYY-MM or YYYY-MM-DD)',
      },
    ])
    expect(problemsWith({ prices: [{ ...price, as_of: '2024-02-29' }] })).toEqual([])
  })

  test('refuses a price whose ends are reversed, negative or in fractions of a cent', () => {
    expect(problemsWith({ prices: [{ ...price, max: 39_999 }] })).toEqual([
      { path: '$.prices[0].max', reason: 'is less than min' },
    ])
    expect(problemsWith({ prices: [{ ...price, min: -1 }] })).toHaveLength(1)
    expect(problemsWith({ prices: [{ ...price, min: 1.5 }] })).toHaveLength(1)
  })

  test('refuses an NPI whose check digit does not hold', () => {
    const clinician = (npi: string) => ({ clinicians: [{ role: 'prescriber', npi, source: 'S1' }] })
    expect(problemsWith(clinician('1234567893'))).toEqual([])
    expect(problemsWith(clinician('1234567894'))).toEqual([
      { path: '$.clinicians[0].npi', reason: 'is not an NPI: ten digits whose last one checks' },
    ])
  })

  test('refuses a floor that is not a partly', () => {
    expect(problemsWith({ findings: [{ ...finding, at_least: true }] })).toEqual([
      { path: '$.findings[0].at_least', reason: 'goes with the level partly only' },
    ])
  })

  test('refuses an address that a browser would run', () => {
    expect(problemsWith({ website: 'javascript:alert(1)' })).toEqual([
      { path: '$.website', reason: 'is not an http or https address' },
    ])
  })

  test('refuses a US state that does not exist, and takes a region of another country', () => {
    const locations = [{ city: 'Oxford', state: 'England', source: 'S1' }]
    expect(problemsWith({ locations })).toEqual([
      { path: '$.locations[0].state', reason: 'England is not a US state' },
    ])
    expect(problemsWith({ locations, country: 'GB' })).toEqual([])
  })

  test('names every problem at once, and survives what is no object at all', () => {
    expect(problemsWith({ kind: 'spa', offerings: undefined })).toHaveLength(2)
    expect(parseRecord(null).ok).toBe(false)
    expect(parseRecord([]).ok).toBe(false)
  })
})
