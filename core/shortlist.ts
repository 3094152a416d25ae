/**
 * The shortlist that a visitor keeps: its saved form, how it is read back, and every change to it as
 * a pure function. It never leaves the browser but by the visitor's own export or link. The form is
 * described in docs/shortlist-format.md.
 */

import type { Answer } from './answers.ts'
import { answerKey } from './answers.ts'
import type { IsoDate } from './calendar.ts'
import type { CarePlan } from './care-plan.ts'
import type { MustHave } from './rank-must-haves.ts'

export const SHORTLIST_FORMAT = 'touchstone-shortlist'
export const SHORTLIST_VERSION = 1

/** In the order of the way through them. */
export const ENTRY_STATUSES = ['to_call', 'booked', 'spoken', 'decided'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

export const ENTRY_STATUS_WORDS: Record<EntryStatus, string> = {
  to_call: 'To call',
  booked: 'Booked',
  spoken: 'Spoken to',
  decided: 'Decided on',
}

export type Appointment = {
  day: IsoDate
  /** `HH:MM`, local to the visitor; null for the whole day. */
  time: string | null
  note: string
}

export type ShortlistEntry = {
  /** The provider's id, and its name on the day it was saved. */
  provider: string
  name: string
  /** The case it is kept for, `iv-clinic`; null: none chosen. */
  case: string | null
  added_on: IsoDate
  status: EntryStatus
  note: string
  /** From 1, without gaps. */
  order: number
  appointment: Appointment | null
}

export const HORIZONS = [3, 12] as const

export type SavedPlan = CarePlan & {
  horizon_months: (typeof HORIZONS)[number]
  /** What the insurer has told this person that they would pay for a session; null: not asked. */
  told_by_insurer_cents: number | null
}

export type Shortlist = {
  format: typeof SHORTLIST_FORMAT
  version: typeof SHORTLIST_VERSION
  entries: ShortlistEntry[]
  answers: Answer[]
  care_plan: SavedPlan | null
  /** Pillar id to weight; null: the rubric's own. */
  weights: Record<string, number> | null
  must_haves: MustHave[]
}

/** A shortlist with nothing in it. */
export function emptyShortlist(): Shortlist {
  return {
    format: SHORTLIST_FORMAT,
    version: SHORTLIST_VERSION,
    entries: [],
    answers: [],
    care_plan: null,
    weights: null,
    must_haves: [],
  }
}

/** Entries in their order, numbered from 1 without gaps; equal numbers keep their place. */
export function renumbered(entries: readonly ShortlistEntry[]): ShortlistEntry[] {
  return [...entries]
    .sort((one, other) => one.order - other.order)
    .map((entry, at) => (entry.order === at + 1 ? entry : { ...entry, order: at + 1 }))
}

/** Adds a provider at the end; a provider that is there already stays as it is. */
export function addEntry(
  list: Shortlist,
  entry: Pick<ShortlistEntry, 'provider' | 'name' | 'case' | 'added_on'>,
): Shortlist {
  if (list.entries.some(({ provider }) => provider === entry.provider)) return list
  const order = list.entries.length + 1
  const added = { ...entry, status: 'to_call' as const, note: '', order, appointment: null }
  return { ...list, entries: [...list.entries, added] }
}

/** Takes a provider off; answers about it stay, since they were hard to get. */
export function removeEntry(list: Shortlist, provider: string): Shortlist {
  return { ...list, entries: renumbered(list.entries.filter((one) => one.provider !== provider)) }
}

/** Changes what is kept about one provider. */
export function changeEntry(
  list: Shortlist,
  provider: string,
  change: Partial<Pick<ShortlistEntry, 'status' | 'note' | 'case' | 'appointment'>>,
): Shortlist {
  const entries = list.entries.map((one) =>
    one.provider === provider ? { ...one, ...change } : one,
  )
  return { ...list, entries }
}

/** Moves a provider to a place, from 1; places outside the list are its ends. */
export function moveEntry(list: Shortlist, provider: string, place: number): Shortlist {
  const moved = list.entries.find((one) => one.provider === provider)
  if (!moved) return list
  const others = renumbered(list.entries.filter((one) => one !== moved))
  const at = Math.min(Math.max(place - 1, 0), others.length)
  const entries = [...others.slice(0, at), moved, ...others.slice(at)]
  return { ...list, entries: entries.map((entry, index) => ({ ...entry, order: index + 1 })) }
}

/** Records an answer; one about the same thing, told the same day in the same way, is replaced. */
export function recordAnswer(list: Shortlist, answer: Answer): Shortlist {
  const key = answerKey(answer)
  const others = list.answers.filter((one) => answerKey(one) !== key)
  return { ...list, answers: [...others, answer] }
}

/** Takes an answer back. */
export function removeAnswer(list: Shortlist, answer: Answer): Shortlist {
  const key = answerKey(answer)
  return { ...list, answers: list.answers.filter((one) => answerKey(one) !== key) }
}

/** The answers about one provider, oldest first. */
export function answersAbout(list: Shortlist, provider: string): Answer[] {
  return list.answers
    .filter((answer) => answer.provider === provider)
    .sort((one, other) => (one.told_on < other.told_on ? -1 : one.told_on > other.told_on ? 1 : 0))
}

/** How many answers are kept about each provider that is not on the list, in the order they came. */
export function answersOffList(list: Shortlist): Map<string, number> {
  const saved = new Set(list.entries.map(({ provider }) => provider))
  const counts = new Map<string, number>()
  for (const { provider } of list.answers) {
    if (!saved.has(provider)) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  }
  return counts
}

/** Entries whose provider is no longer in the directory; they are kept, and named as saved. */
export function goneFrom(list: Shortlist, known: ReadonlySet<string>): ShortlistEntry[] {
  return list.entries.filter(({ provider }) => !known.has(provider))
}
