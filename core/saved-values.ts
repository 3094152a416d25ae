/**
 * Reading what a browser, a file or a link has kept, without trust: each value is taken if it is
 * what it should be, else refused with a sentence, and the rest is read all the same.
 */

import type { IsoDate } from './calendar.ts'
import { parseDay } from './calendar.ts'
import { salvaged } from './saved-salvage.ts'

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

/** What a person calls what is saved, and each of its parts in the order of writing. */
export type SavedForm = {
  name: string
  /** What its field `format` says, so that no other file is taken for one. */
  format: string
  parts: Readonly<Record<string, string>>
  current: number
  /** From each version to the next. */
  migrations: Readonly<Record<number, Migration>>
}

export type Parsed =
  /** `problems` says where the text breaks off; none when it is whole. */
  { ok: true; fields: Fields; problems: Problems } | { ok: false; newer: boolean; problem: string }

/** Changes what an older version saved into what the next version saves. */
export type Migration = (old: Fields) => Fields

function jsonIn(text: string): { value: unknown; isWhole: boolean } {
  try {
    return { value: JSON.parse(text), isWhole: true }
  } catch {
    return { value: salvaged(text), isWhole: false }
  }
}

/** The fields of a text that breaks off, and where it does so, in words. */
function upToBreak(found: Fields, { name, parts }: SavedForm): { fields: Fields; problem: string } {
  const present = Object.keys(parts).filter((part) => part in found)
  const last = present[present.length - 1] ?? ''
  // Half a list is so many entries. Half an object, such as of weights, means something else.
  const isHalf = fieldsOf(found[last]) !== null
  const fields = isHalf ? { ...found, [last]: undefined } : found
  const after = Object.entries(parts).filter(([part]) => !(part in found))
  const lost = after.map(([, words]) => words).join(', ')
  const problem = [
    `The saved ${name} is damaged.`,
    ...(parts[last] === undefined ? [] : [`It breaks off in this part: ${parts[last]}.`]),
    ...(lost === '' ? [] : [`What came after could not be read: ${lost}.`]),
  ]
  return { fields, problem: problem.join(' ') }
}

/**
 * Saved text as fields of the current version: parsed, its version read, and each migration from
 * there on applied in turn. Of a text that breaks off, what stands before is read.
 */
export function parseSaved(text: string, form: SavedForm): Parsed {
  const { name, format, current, migrations } = form
  const refused = (problem: string, newer = false): Parsed => ({ ok: false, newer, problem })
  const foreign = `This is not a ${name} that Touchstone saved.`
  const { value, isWhole } = jsonIn(text)
  const found = fieldsOf(value)
  const version = wholeOf(found?.version, 0, Number.MAX_SAFE_INTEGER)
  if (found === null || version === null) {
    return refused(
      isWhole ? foreign : `The saved ${name} is damaged, and nothing of it could be read.`,
    )
  }
  if (version > current) {
    return refused(
      `This ${name} was saved by a newer version of Touchstone. Reload the page to get that version; nothing has been changed.`,
      true,
    )
  }
  const broken = isWhole ? null : upToBreak(found, form)
  let fields = broken?.fields ?? found
  for (let from = version; from < current; from += 1) {
    const migrate = migrations[from]
    if (!migrate) return refused(`This ${name} has version ${from}, which can no longer be read.`)
    fields = migrate(fields)
  }
  if (fields.format !== format) return refused(foreign)
  return { ok: true, fields, problems: broken === null ? [] : [broken.problem] }
}

/** Something saved, as far as it could be read. */
export type ReadSaved<State> = {
  state: State
  /** One sentence for each thing that was not readable; none when all was. */
  problems: Problems
  /** The text came from a newer version: do not write over it. */
  newer: boolean
  /** The text as it was, to be kept aside, when anything of it was not readable; else null. */
  backup: string | null
}

/** Reads what was saved; null, nothing saved yet, is what is empty. Never throws. */
export function readSaved<State>(
  text: string | null,
  form: SavedForm,
  empty: () => State,
  stateFrom: (fields: Fields, problems: Problems) => State,
): ReadSaved<State> {
  if (text === null) return { state: empty(), problems: [], newer: false, backup: null }
  const parsed = parseSaved(text, form)
  if (!parsed.ok) {
    return { state: empty(), problems: [parsed.problem], newer: parsed.newer, backup: text }
  }
  const { fields, problems } = parsed
  const state = stateFrom(fields, problems)
  return { state, problems, newer: false, backup: problems.length > 0 ? text : null }
}
