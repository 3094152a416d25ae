/**
 * The private journal: mood, session notes and questionnaires over time. It stays in the browser;
 * it leaves only by the person's own export, and is read back as leniently as the shortlist.
 */

import type { IsoDate } from './calendar.ts'
import type { ItemAnswer, QuestionnaireId } from './questionnaires.ts'
import { QUESTIONNAIRE_IDS, QUESTIONNAIRES, scoreQuestionnaire } from './questionnaires.ts'
import { bothNotes, either, mergeLists } from './saved-merge.ts'
import type { Fields, Problems, ReadSaved, SavedForm } from './saved-values.ts'
import {
  dayOf,
  listOf,
  noteOf,
  readSaved,
  textOf,
  unreadFields,
  wholeOf,
  wordOf,
} from './saved-values.ts'

export const JOURNAL_FORMAT = 'touchstone-journal'
export const JOURNAL_VERSION = 1

/** From low to high; the mood is its position, from 1. */
export const MOODS = ['Very low', 'Low', 'In between', 'Good', 'Very good'] as const

type Dated = { id: string; on: IsoDate; note: string }
/** `mood`: 1 to 5, or null when only a note was written. */
export type MoodEntry = Dated & { kind: 'mood'; mood: number | null }
/** `session`: its number in the course, or null; `where`: the provider's name as typed, or null. */
export type SessionEntry = Dated & { kind: 'session'; session: number | null; where: string | null }
export type QuestionnaireEntry = Dated & {
  kind: 'questionnaire'
  questionnaire: QuestionnaireId
  /** One for each item; null where it was not answered. */
  answers: ItemAnswer[]
}
export type JournalEntry = MoodEntry | SessionEntry | QuestionnaireEntry

export type Journal = {
  format: typeof JOURNAL_FORMAT
  version: typeof JOURNAL_VERSION
  entries: JournalEntry[]
}

/** A journal with nothing in it; also what "delete everything" leaves. */
export function emptyJournal(): Journal {
  return { format: JOURNAL_FORMAT, version: JOURNAL_VERSION, entries: [] }
}

/** By day, then by id: ids grow with the time of writing, so that every reading gives one order. */
function byDay(one: JournalEntry, other: JournalEntry): number {
  const [mine, theirs] = one.on === other.on ? [one.id, other.id] : [one.on, other.on]
  return mine === theirs ? 0 : mine < theirs ? -1 : 1
}

/** Adds an entry, or replaces the one with its id; entries stand by day, oldest first. */
export function writeEntry(journal: Journal, entry: JournalEntry): Journal {
  const others = journal.entries.filter(({ id }) => id !== entry.id)
  return { ...journal, entries: [...others, entry].sort(byDay) }
}

/** Takes an entry out. */
export function removeJournalEntry(journal: Journal, id: string): Journal {
  return { ...journal, entries: journal.entries.filter((entry) => entry.id !== id) }
}

export type ScorePoint = { on: IsoDate; total: number; band: string | null }

/** The complete scores of one questionnaire over time; incomplete ones are left out, never 0. */
export function scoresOver(journal: Journal, questionnaire: QuestionnaireId): ScorePoint[] {
  return journal.entries.flatMap((entry) => {
    if (entry.kind !== 'questionnaire' || entry.questionnaire !== questionnaire) return []
    const { total, band } = scoreQuestionnaire(questionnaire, entry.answers)
    return total === null ? [] : [{ on: entry.on, total, band }]
  })
}

const itemAnswer = (value: unknown) => wholeOf(value, 0, 3) as ItemAnswer

function readEntry(fields: Fields, problems: Problems): JournalEntry | null {
  const entry = entryFrom(fields)
  if (entry !== null && unreadFields(fields, entry).length > 0) {
    problems.push(`A part of the journal entry of ${entry.on} could not be read.`)
  }
  return entry
}

function entryFrom(fields: Fields): JournalEntry | null {
  const id = textOf(fields.id)
  const on = dayOf(fields.on)
  const kind = wordOf(fields.kind, ['mood', 'session', 'questionnaire'])
  if (id === null || on === null || kind === null) return null
  const dated = { id, on, note: noteOf(fields.note) }
  if (kind === 'mood') return { ...dated, kind, mood: wholeOf(fields.mood, 1, MOODS.length) }
  if (kind === 'session') {
    return {
      ...dated,
      kind,
      session: wholeOf(fields.session, 1, 1000),
      where: textOf(fields.where),
    }
  }
  const questionnaire = wordOf(fields.questionnaire, QUESTIONNAIRE_IDS)
  if (questionnaire === null || !Array.isArray(fields.answers)) return null
  const given: unknown[] = fields.answers
  const answers = QUESTIONNAIRES[questionnaire].items.map((_, at) => itemAnswer(given[at]))
  return { ...dated, kind, questionnaire, answers }
}

const FORM: SavedForm = {
  name: 'journal',
  format: JOURNAL_FORMAT,
  parts: { entries: 'journal entries' },
  current: JOURNAL_VERSION,
  migrations: {},
}

function journalFrom(fields: Fields, problems: Problems): Journal {
  const read = (entry: Fields) => readEntry(entry, problems)
  const entries = listOf(fields.entries, 'journal entries', read, problems)
  const ids = new Set(entries.map(({ id }) => id))
  if (ids.size < entries.length) problems.push('Some journal entries stood twice.')
  return entries.reduce(writeEntry, emptyJournal())
}

/** Reads a saved or exported journal; null is an empty one. Never throws. */
export function readJournal(text: string | null): ReadSaved<Journal> {
  return readSaved(text, FORM, emptyJournal, journalFrom)
}

/** The journal as it is saved and exported; `readJournal` gives back an equal one. */
export function journalText(journal: Journal): string {
  return JSON.stringify(journal)
}

/** Two journals as one; see `mergeShortlists`. Where both changed an entry, both notes are kept. */
export function mergeJournals(mine: Journal, theirs: Journal, base: Journal | null): Journal {
  const entries = mergeLists(
    base?.entries ?? null,
    mine.entries,
    theirs.entries,
    ({ id }) => id,
    (was, one, other) => {
      const same = (a: JournalEntry, b: JournalEntry) => JSON.stringify(a) === JSON.stringify(b)
      if (was && same(one, was)) return other
      if (was && same(other, was)) return one
      return { ...either(one, other), note: bothNotes(one.note, other.note) }
    },
  )
  return {
    ...mine,
    entries: entries.sort(byDay),
  }
}
