/**
 * What a provider's public figures were when it was first looked at on the shortlist, so that a
 * later visit can say what has changed. Kept apart from the shortlist: it is nobody's own words, and
 * losing it loses nothing.
 */

import type { IsoDate } from '#core/calendar.ts'
import { dateInWords, parseDay } from '#core/calendar.ts'
import { moneyInWords } from '#core/money.ts'
import { onScreen } from '#core/points.ts'
import { STATUS_WORDS } from '#core/words.ts'
import { FIGURES_KEY } from '../state/kept.ts'
import type { EntryFacts } from './facts.ts'

export type FirstFigures = {
  on: IsoDate
  status: string
  case: string | null
  low: number | null
  high: number | null
  session_low: number | null
  session_high: number | null
}

/** The public figures of a provider as they are now. */
export function figuresNow({ record, plain, cost }: EntryFacts, day: IsoDate): FirstFigures {
  return {
    on: day,
    status: STATUS_WORDS[record.status.value],
    case: plain?.summary.id ?? null,
    low: plain?.summary.low ?? null,
    high: plain?.summary.high ?? null,
    session_low: cost?.per_session?.low ?? null,
    session_high: cost?.per_session?.high ?? null,
  }
}

const points = (value: number | null) => (value === null ? 'not scored' : String(onScreen(value)))
const price = (cents: number | null) => (cents === null ? 'not known' : moneyInWords(cents))

/** What differs, a sentence each. Points are compared only for the same kind of care. */
export function changesBetween(before: FirstFigures, now: FirstFigures): string[] {
  const pairs: [name: string, was: string, is: string][] = [['Status', before.status, now.status]]
  if (before.case === now.case) {
    pairs.push(['Points confirmed', points(before.low), points(now.low)])
    pairs.push(['Points possible', points(before.high), points(now.high)])
    pairs.push(['Lowest price of a session', price(before.session_low), price(now.session_low)])
    pairs.push(['Highest price of a session', price(before.session_high), price(now.session_high)])
  }
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}: ${was} then, ${is} now.`)
}

/** "Since November 3, 2026:" and what changed, or that nothing did. */
export function changesInWords(before: FirstFigures, now: FirstFigures): string {
  const changes = changesBetween(before, now)
  const since = `Since you first looked here, ${dateInWords(before.on)}`
  return changes.length === 0 ? `${since}, nothing changed.` : `${since}: ${changes.join(' ')}`
}

function isFigures(value: unknown): value is FirstFigures {
  const on = (value as Partial<FirstFigures> | null)?.on
  return typeof on === 'string' && parseDay(on) !== null
}

/** What is kept, by provider id; empty where nothing can be read. */
export function readFirstFigures(): Map<string, FirstFigures> {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(FIGURES_KEY) ?? '{}')
    const entries = Object.entries((all ?? {}) as Record<string, unknown>)
    return new Map(entries.filter((entry): entry is [string, FirstFigures] => isFigures(entry[1])))
  } catch {
    return new Map()
  }
}

/** Keeps first figures; a browser that keeps nothing only cannot say what changed. */
export function writeFirstFigures(all: ReadonlyMap<string, FirstFigures>): void {
  try {
    localStorage.setItem(FIGURES_KEY, JSON.stringify(Object.fromEntries(all)))
  } catch {
    // Nothing that a person wrote is lost by this.
  }
}
