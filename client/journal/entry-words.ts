/** How an entry of the journal is named and summed up on the page. */

import { dateInWords } from '#core/calendar.ts'
import type { JournalEntry } from '#core/journal.ts'
import { MOODS } from '#core/journal.ts'
import { QUESTIONNAIRES, scoreInWords, scoreQuestionnaire } from '#core/questionnaires.ts'

/** "Mood note", "Session 3 at …", "PHQ-9". */
export function kindInWords(entry: JournalEntry): string {
  switch (entry.kind) {
    case 'mood':
      return 'Mood note'
    case 'session': {
      const number = entry.session === null ? '' : ` ${entry.session}`
      return `Session${number}${entry.where === null ? '' : ` at ${entry.where}`}`
    }
    case 'questionnaire':
      return QUESTIONNAIRES[entry.questionnaire].name
    default:
      return entry satisfies never
  }
}

/** The mood in a word or the score with its band; null where there is only a note. */
export function resultInWords(entry: JournalEntry): string | null {
  switch (entry.kind) {
    case 'mood':
      return entry.mood === null ? null : `Mood: ${MOODS[entry.mood - 1]} (${entry.mood} of 5)`
    case 'session':
      return null
    case 'questionnaire':
      return scoreInWords(
        entry.questionnaire,
        scoreQuestionnaire(entry.questionnaire, entry.answers),
      )
    default:
      return entry satisfies never
  }
}

/** "Mood note of November 23, 2026". */
export function entryName(entry: JournalEntry): string {
  return `${kindInWords(entry)} of ${dateInWords(entry.on)}`
}

/** Whether nothing at all was written or chosen, so that there is nothing to keep. */
export function isBlank(entry: JournalEntry): boolean {
  if (entry.note.trim() !== '') return false
  switch (entry.kind) {
    case 'mood':
      return entry.mood === null
    case 'session':
      return entry.session === null && entry.where === null
    case 'questionnaire':
      return entry.answers.every((answer) => answer === null)
    default:
      return entry satisfies never
  }
}

/** Whether this entry says yes to thoughts of death or self-harm, as far as it is answered. */
export function isCrisis(entry: JournalEntry): boolean {
  return (
    entry.kind === 'questionnaire' && scoreQuestionnaire(entry.questionnaire, entry.answers).crisis
  )
}
