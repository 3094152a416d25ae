/**
 * What the learn page says: sections of statements, each with the rubric entries it was written
 * from, its sources and the day by which it must be read again. The words are our own; the facts
 * are the rubric's.
 */

import type { IsoDate } from './calendar.ts'
import { dateInWords } from './calendar.ts'
import { CARE_SECTIONS } from './learn-care.ts'
import { CHOOSING_SECTIONS } from './learn-choosing.ts'
import { hasRunOut } from './learn-law.ts'
import { MYTHS_SECTION } from './learn-myths.ts'
import { SAFETY_SECTIONS } from './learn-safety.ts'
import { caseId } from './provider.ts'
import type { Rubric, RubricSource } from './rubric.ts'

/** One statement. `entries` are ids in the rubric: corrections, flags, criteria, law, cases. */
export type LearnStatement = {
  title: string | null
  text: string
  /** The text once the law that it names has run out; null for what names no such day. */
  past: string | null
  entries: readonly string[]
  /** Those of the entries whose review notes are about what is said here. */
  noted: readonly string[]
  sources: readonly string[]
  review_by: IsoDate
}

/** Statements under one heading of their own; `cases` are the kinds of care they are about. */
export type LearnPart = {
  title: string | null
  cases: readonly string[]
  statements: readonly LearnStatement[]
}

export type LearnSection = { id: string; title: string; parts: readonly LearnPart[] }

export const LEARN_SECTIONS: readonly LearnSection[] = [
  ...CARE_SECTIONS,
  ...SAFETY_SECTIONS,
  MYTHS_SECTION,
  ...CHOOSING_SECTIONS,
]

/** A rubric entry in so far as a statement rests on it. */
export type RubricEntry = {
  id: string
  sources: readonly string[]
  /** Why the entry itself must still be checked; null when it need not be. */
  review_note: string | null
  /** The day by which the entry must be read again, where it has one. */
  review_by: IsoDate | null
}

type Reviewed = { needs_review?: boolean; review_note?: string }

const noteOf = (entry: Reviewed) =>
  entry.needs_review === true ? (entry.review_note ?? 'Must still be checked.') : null

/** Every entry of a rubric that a statement can rest on, by id. */
export function rubricEntries(rubric: Rubric): ReadonlyMap<string, RubricEntry> {
  const plain = [...rubric.claim_corrections, ...rubric.criteria].map((entry) => ({
    id: entry.id,
    sources: entry.sources,
    review_note: noteOf(entry),
    review_by: null,
  }))
  const flags = rubric.red_flags.map(({ id, sources }) => ({
    id,
    sources,
    review_note: null,
    review_by: null,
  }))
  const law = rubric.legal_status.map((entry) => ({
    id: entry.id,
    sources: entry.sources,
    review_note: noteOf(entry),
    review_by: entry.review_by,
  }))
  const notes = rubric.modality_notes.flatMap(({ cases, sources }) =>
    cases.map((of) => ({ id: caseId(of), sources, review_note: null, review_by: null })),
  )
  return new Map([...plain, ...flags, ...law, ...notes].map((entry) => [entry.id, entry]))
}

/** A statement as a reader sees it. */
export type StatementView = {
  title: string | null
  text: string
  sources: RubricSource[]
  review_by: IsoDate
  /** The review day has passed. */
  overdue: boolean
  /** What must still be checked about it, as sentences. */
  review_notes: string[]
}

export type PartView = {
  title: string | null
  cases: { id: string; label: string }[]
  statements: StatementView[]
}

export type SectionView = { id: string; title: string; parts: PartView[] }

/** What a statement says on a day: before and after the law that it names runs out. */
function textOn({ text, past, entries }: LearnStatement, rubric: Rubric, today: IsoDate): string {
  const law = rubric.legal_status.find(({ id, hard_date }) => hard_date && entries.includes(id))
  if (past === null || !law?.hard_date) return text
  const { date } = law.hard_date
  return (hasRunOut(law, today) ? past : text).replace('{date}', dateInWords(date))
}

function statementView(
  statement: LearnStatement,
  rubric: Rubric,
  entries: ReadonlyMap<string, RubricEntry>,
  today: IsoDate,
): StatementView {
  const { title, review_by } = statement
  const notes = statement.noted.flatMap((id) => entries.get(id)?.review_note ?? [])
  return {
    title,
    text: textOn(statement, rubric, today),
    sources: rubric.sources.filter(({ id }) => statement.sources.includes(id)),
    review_by,
    overdue: review_by < today,
    review_notes: [...new Set(notes)],
  }
}

/** The sections with their sources looked up in a rubric, as of a day. */
export function learnSections(rubric: Rubric, today: IsoDate): SectionView[] {
  const entries = rubricEntries(rubric)
  const labels = new Map(rubric.cases.map(({ id, label }) => [id, label]))
  return LEARN_SECTIONS.map(({ id, title, parts }) => ({
    id,
    title,
    parts: parts.map((part) => ({
      title: part.title,
      cases: part.cases.map((one) => ({ id: one, label: labels.get(one) ?? one })),
      statements: part.statements.map((one) => statementView(one, rubric, entries, today)),
    })),
  }))
}
