/** The journal as a spreadsheet: one line for each entry, every answer of a questionnaire in its cell. */

import type { Journal, JournalEntry } from '../journal.ts'
import { MOODS } from '../journal.ts'
import { QUESTIONNAIRES, scoreQuestionnaire } from '../questionnaires.ts'
import { csvText } from './csv-text.ts'

const ITEMS = 9

const HEAD = [
  'Day',
  'Kind',
  'Score or mood',
  'Meaning',
  'Note',
  'Where',
  'Session',
  ...Array.from({ length: ITEMS }, (_, at) => `Item ${at + 1}`),
]

const none = (count: number) => new Array<string>(count).fill('')

function lineOf(entry: JournalEntry): string[] {
  switch (entry.kind) {
    case 'mood': {
      const words = entry.mood === null ? 'not given' : (MOODS[entry.mood - 1] ?? '')
      return [entry.on, 'Mood', String(entry.mood ?? ''), words, entry.note, ...none(2 + ITEMS)]
    }
    case 'session': {
      const place = [entry.where ?? '', String(entry.session ?? '')]
      return [entry.on, 'Session', '', '', entry.note, ...place, ...none(ITEMS)]
    }
    case 'questionnaire': {
      const { name, items } = QUESTIONNAIRES[entry.questionnaire]
      const { total, band, answered } = scoreQuestionnaire(entry.questionnaire, entry.answers)
      const meaning = band ?? `${answered} of ${items.length} answered`
      const answers = items.map((_, at) => String(entry.answers[at] ?? 'not answered'))
      const head = [entry.on, name, String(total ?? ''), meaning, entry.note, '', '']
      return [...head, ...answers, ...none(ITEMS - items.length)]
    }
    default:
      return entry satisfies never
  }
}

/** The journal as CSV, oldest first; safe against formulas. */
export function journalCsv(journal: Journal): string {
  return csvText([HEAD, ...journal.entries.map(lineOf)])
}
