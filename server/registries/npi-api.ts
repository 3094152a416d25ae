/**
 * Asks the NPI registry API, version 2.1: one number, or a search page by page. Polite by design:
 * one call at a time with a pause between, a time limit, and a growing wait after a failure.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { Npi } from '#core/npi.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { readNpiAnswer } from './npi-api-answer.ts'

export type NpiApiSettings = {
  /** Address up to the question mark. */
  base: string
  timeout_ms: number
  /** Tries in all, the first one included. */
  tries: number
  /** Wait after the first failure; doubled after each further one. */
  backoff_ms: number
  /** Least time between the starts of two calls. */
  pause_ms: number
  /** After so many calls in a row without an answer, no more are made. */
  give_up_after: number
}

export const NPI_API_SETTINGS: NpiApiSettings = {
  base: 'https://npiregistry.cms.hhs.gov/api/',
  timeout_ms: 10_000,
  tries: 4,
  backoff_ms: 500,
  pause_ms: 250,
  give_up_after: 3,
}

/** The registry gives 200 records a page and skips at most 1,000: 1,200 a query. */
export const PAGE_SIZE = 200
export const MAX_RECORDS = 1200

export type NpiLookup =
  | { outcome: 'found'; record: NpiRecord; request: string }
  /** No record, or a deactivated one: the deactivation list tells which. */
  | { outcome: 'not_found'; request: string }
  | { outcome: 'refused'; because: string; request: string }
  | { outcome: 'unavailable'; because: string; request: string }

export type NpiSearch =
  | {
      outcome: 'found'
      records: NpiRecord[]
      /** The registry held back what lies past 1,200 records: narrow the query. */
      cut_off: boolean
      requests: string[]
    }
  | { outcome: 'refused' | 'unavailable'; because: string; requests: string[] }

/** Parameters of a search by their API names; `version`, `limit` and `skip` are ours. */
export type NpiQuery = Partial<
  Record<
    | 'enumeration_type'
    | 'taxonomy_description'
    | 'first_name'
    | 'use_first_name_alias'
    | 'last_name'
    | 'organization_name'
    | 'address_purpose'
    | 'city'
    | 'state'
    | 'postal_code'
    | 'country_code',
    string
  >
>

export type NpiApi = {
  lookup: (npi: Npi) => Promise<NpiLookup>
  search: (query: NpiQuery) => Promise<NpiSearch>
  /** How many calls had no answer so far, those that were not made any more included. */
  unanswered: () => number
}

type Fetched = { ok: true; body: string } | { ok: false; because: string }

/** 429 and 5xx pass; any other status than 200 will be the same next time. */
const isPassing = (status: number) => status === 429 || status >= 500

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`
  return error.cause instanceof Error ? error.cause.message : error.message
}

const MOST_WAIT_MS = 60_000

/** The wait that a `Retry-After` header asks for, in seconds or until a date; null if it says none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_WAIT_MS)
}

/** Redirects without end lead nowhere the next time either. */
const isLoop = (error: unknown) =>
  error instanceof Error && /redirect count exceeded/i.test(String(error.cause))

async function fetchOnce(
  url: string,
  settings: NpiApiSettings,
): Promise<Fetched & { again: boolean; wait: number | null }> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(settings.timeout_ms),
    })
    const body = await response.text()
    if (response.status === 200) return { ok: true, body, again: false, wait: null }
    return {
      ok: false,
      because: `HTTP ${response.status}`,
      again: isPassing(response.status),
      wait: retryAfterMs(response.headers.get('retry-after'), Date.now()),
    }
  } catch (error) {
    const because = reasonOf(error, settings.timeout_ms)
    return { ok: false, because, again: !isLoop(error), wait: null }
  }
}

async function fetchPatiently(url: string, settings: NpiApiSettings): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetchOnce(url, settings)
    if (fetched.ok) return fetched
    if (!fetched.again) return fetched
    if (attempt >= settings.tries) {
      return { ok: false, because: `${fetched.because} (tried ${attempt} times)` }
    }
    await sleep(fetched.wait ?? settings.backoff_ms * 2 ** (attempt - 1))
  }
}

/** Runs calls one after the other, their starts at least `pauseMs` apart. */
function createQueue(pauseMs: number): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  let next = 0
  return (work) => {
    const turn = tail.then(async () => {
      // A timer that nothing else outlives must hold the process, or it would end in the pause.
      await sleep(Math.max(0, next - performance.now()))
      next = performance.now() + pauseMs
      return work()
    })
    tail = turn.catch(() => undefined)
    return turn
  }
}

function address(settings: NpiApiSettings, parameters: Record<string, string>): string {
  const url = new URL(settings.base)
  for (const [name, value] of Object.entries({ version: '2.1', ...parameters })) {
    url.searchParams.set(name, value)
  }
  return url.href
}

/** A client of the registry or of a mirror that answers alike; settings are merged over the default. */
export function createNpiApi(overrides: Partial<NpiApiSettings> = {}): NpiApi {
  const settings = { ...NPI_API_SETTINGS, ...overrides }
  const queue = createQueue(settings.pause_ms)
  let unanswered = 0
  let inARow = 0
  const ask = async (request: string): Promise<Fetched> => {
    if (inARow >= settings.give_up_after) {
      unanswered += 1
      return { ok: false, because: `not asked: ${inARow} calls in a row had no answer` }
    }
    const fetched = await queue(() => fetchPatiently(request, settings))
    inARow = fetched.ok ? 0 : inARow + 1
    unanswered += fetched.ok ? 0 : 1
    return fetched
  }
  return {
    async lookup(npi) {
      const request = address(settings, { number: npi })
      const fetched = await ask(request)
      if (!fetched.ok) return { outcome: 'unavailable', because: fetched.because, request }
      const answer = readNpiAnswer(fetched.body)
      if (answer.kind === 'unreadable')
        return { outcome: 'unavailable', because: answer.message, request }
      if (answer.kind === 'refused') return { outcome: 'refused', because: answer.message, request }
      const record = answer.records.find((found) => found.npi === npi)
      return record ? { outcome: 'found', record, request } : { outcome: 'not_found', request }
    },
    search: (query) => searchPages(query, settings, ask),
    unanswered: () => unanswered,
  }
}

async function searchPages(
  query: NpiQuery,
  settings: NpiApiSettings,
  ask: (request: string) => Promise<Fetched>,
): Promise<NpiSearch> {
  const requests: string[] = []
  const byNpi = new Map<Npi, NpiRecord>()
  for (let skip = 0; skip < MAX_RECORDS; skip += PAGE_SIZE) {
    const request = address(settings, { ...query, limit: String(PAGE_SIZE), skip: String(skip) })
    requests.push(request)
    const fetched = await ask(request)
    if (!fetched.ok) return { outcome: 'unavailable', because: fetched.because, requests }
    const answer = readNpiAnswer(fetched.body)
    if (answer.kind === 'unreadable') {
      return { outcome: 'unavailable', because: answer.message, requests }
    }
    if (answer.kind === 'refused') return { outcome: 'refused', because: answer.message, requests }
    // Pages can overlap when a record is added in between.
    for (const record of answer.records) byNpi.set(record.npi, record)
    if (answer.records.length + answer.odd < PAGE_SIZE) {
      return { outcome: 'found', records: [...byNpi.values()], cut_off: false, requests }
    }
  }
  return { outcome: 'found', records: [...byNpi.values()], cut_off: true, requests }
}
