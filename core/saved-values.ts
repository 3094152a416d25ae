/**
 * Reading what a browser, a file or a link has kept, without trust: each value is taken if it is
 * what it should be, else refused with a sentence, and the rest is read all the same.
 */

import type { IsoDate } from './calendar.ts'
import { parseDay } from './calendar.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Where refusals are noted, in the words that a person reads. */
export type Problems = string[]

/** The value as an object with named fields, or null. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null
}

/** The value as text that is not blank, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The value as text of any kind, kept as it is; empty when it is no text. */
export function noteOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A day that exists, or null. */
export function dayOf(value: unknown): IsoDate | null {
  return typeof value === 'string' ? parseDay(value) : null
}

/** `HH:MM` on a 24-hour clock, or null. */
export function timeOf(value: unknown): string | null {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null
}

/** One of the words, or null. */
export function wordOf<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null
}

/** A whole number within bounds, or null. */
export function wholeOf(value: unknown, least: number, most: number): number | null {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : null
}

/**
 * The names of the fields that hold something which was not taken over just as it stands: of the
 * wrong type, out of bounds, or readable in part only. Empty text and null hold nothing.
 */
export function unreadFields(given: Fields, taken: object): string[] {
  const isLost = ([key, value]: [string, unknown]) => {
    const held = given[key] ?? ''
    return held !== '' && JSON.stringify(held) !== JSON.stringify(value)
  }
  return Object.entries(taken)
    .filter(isLost)
    .map(([key]) => key)
}

/**
 * The entries of a list that can be read. What is missing is an empty list; what is no list, and
 * each entry that cannot be read, is noted as `what`.
 */
export function listOf<Entry>(
  value: unknown,
  what: string,
  read: (entry: Fields) => Entry | null,
  problems: Problems,
): Entry[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    problems.push(`The list of ${what} could not be read.`)
    return []
  }
  const entries: Entry[] = []
  let refused = 0
  for (const one of value) {
    const fields = fieldsOf(one)
    const entry = fields && read(fields)
    if (entry) entries.push(entry)
    else refused += 1
  }
  if (refused > 0) {
    const of = `${refused} of ${value.length} ${what}`
    problems.push(`${of} could not be read and ${refused === 1 ? 'was' : 'were'} left out.`)
  }
  return entries
}

export type Parsed =
  | { ok: true; fields: Fields; version: number }
  | { ok: false; newer: boolean; problem: string }

/** Changes what an older version saved into what the next version saves. */
export type Migration = (old: Fields) => Fields

/**
 * Saved text as fields of the current version: parsed, its version read, and each migration from
 * there on applied in turn. `name` is what a person calls it: "shortlist", "journal".
 */
export function parseSaved(
  text: string,
  name: string,
  current: number,
  migrations: Readonly<Record<number, Migration>>,
): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      ok: false,
      newer: false,
      problem: `The saved ${name} is damaged and could not be read.`,
    }
  }
  const found = fieldsOf(value)
  const version = wholeOf(found?.version, 0, Number.MAX_SAFE_INTEGER)
  if (found === null || version === null) {
    return { ok: false, newer: false, problem: `This is not a ${name} that Touchstone saved.` }
  }
  if (version > current) {
    const problem = `This ${name} was saved by a newer version of Touchstone. Reload the page to get that version; nothing has been changed.`
    return { ok: false, newer: true, problem }
  }
  let fields = found
  for (let from = version; from < current; from += 1) {
    const migrate = migrations[from]
    if (!migrate) {
      const problem = `This ${name} has version ${from}, which can no longer be read.`
      return { ok: false, newer: false, problem }
    }
    fields = migrate(fields)
  }
  return { ok: true, fields, version }
}
