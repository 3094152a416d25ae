import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { dayFromNumber } from '#core/calendar.ts'
import { journalCsv } from '#core/export/journal-csv.ts'
import type { JournalEntry } from '#core/journal.ts'
import {
  emptyJournal,
  journalText,
  mergeJournals,
  readJournal,
  removeJournalEntry,
  scoresOver,
  writeEntry,
} from '#core/journal.ts'
import type { ItemAnswer } from '#core/questionnaires.ts'
import { QUESTIONNAIRES, scoreInWords, scoreQuestionnaire } from '#core/questionnaires.ts'

const on = '2026-11-23' as IsoDate
const filled = (id: 'phq9' | 'gad7', answer: ItemAnswer) =>
  QUESTIONNAIRES[id].items.map(() => answer)

describe('PHQ-9 and GAD-7', () => {
  test('have nine and seven items and reach their highest score', () => {
    expect(scoreQuestionnaire('phq9', filled('phq9', 3))).toEqual({
      total: 27,
      band: 'severe',
      answered: 9,
      items: 9,
      crisis: true,
    })
    expect(scoreQuestionnaire('gad7', filled('gad7', 3))).toMatchObject({
      total: 21,
      crisis: false,
    })
    expect([QUESTIONNAIRES.phq9.max, QUESTIONNAIRES.gad7.max]).toEqual([27, 21])
  })

  test.each([
    ['phq9', [0, 4, 5, 9, 10, 14, 15, 19, 20]],
    ['gad7', [0, 4, 5, 9, 10, 14, 15, 21]],
  ] as const)('%s changes band where its publication says', (id, totals) => {
    const bandAt = (total: number) => {
      const answers = filled(id, 0)
      let left = total
      for (let at = 0; left > 0; at += 1) {
        answers[at] = Math.min(3, left) as ItemAnswer
        left -= answers[at] as number
      }
      return scoreQuestionnaire(id, answers).band
    }
    expect(totals.map((total) => `${total} ${bandAt(total)}`)).toMatchSnapshot()
  })

  test('have no total while an item is open, whatever the others say', () => {
    const answers = filled('phq9', 3)
    answers[4] = null
    const score = scoreQuestionnaire('phq9', answers)
    expect(score).toMatchObject({ total: null, band: null, answered: 8 })
    expect(scoreInWords('phq9', score)).toBe('PHQ-9: 8 of 9 answered, so there is no score yet.')
    expect(scoreQuestionnaire('gad7', []).total).toBeNull()
  })

  test('any answer above zero to the ninth item asks for the crisis line, even alone', () => {
    const alone = (answer: ItemAnswer) => {
      const answers: ItemAnswer[] = filled('phq9', null)
      answers[8] = answer
      return scoreQuestionnaire('phq9', answers).crisis
    }
    expect([null, 0, 1, 2, 3].map((answer) => alone(answer as ItemAnswer))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })
})

const dated = {
  id: fc.uuid(),
  on: fc.integer({ min: 19_000, max: 23_000 }).map(dayFromNumber),
  note: fc.string(),
}
const answerOf = fc.constantFrom<ItemAnswer>(0, 1, 2, 3, null)
const entries = fc.oneof(
  fc.record({
    ...dated,
    kind: fc.constant('mood' as const),
    mood: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  fc.record({
    ...dated,
    kind: fc.constant('session' as const),
    session: fc.option(fc.integer({ min: 1, max: 40 })),
    where: fc.option(fc.constant('Ember')),
  }),
  fc.record({
    ...dated,
    kind: fc.constant('questionnaire' as const),
    questionnaire: fc.constant('gad7' as const),
    answers: fc.array(answerOf, { minLength: 7, maxLength: 7 }),
  }),
)
const journals = fc
  .uniqueArray(entries, { selector: ({ id }) => id })
  .map((list) => (list as JournalEntry[]).reduce(writeEntry, emptyJournal()))

describe('a journal', () => {
  test('is read back equal, whatever it holds', () => {
    fc.assert(
      fc.property(journals, (journal) => {
        const { state, problems } = readJournal(journalText(journal))
        expect([state, problems]).toEqual([journal, []])
      }),
    )
  })

  test('keeps what is readable, says what was not, and keeps the damaged text aside', () => {
    const good = { id: '1', on, kind: 'mood', mood: 9, note: 'slept' }
    const text = JSON.stringify({
      ...emptyJournal(),
      entries: [good, { id: '2', on: 'soon', kind: 'mood' }],
    })
    const { state, problems, backup } = readJournal(text)
    expect(state.entries).toEqual([{ id: '1', on, kind: 'mood', mood: null, note: 'slept' }])
    expect(problems).toEqual([
      `A part of the journal entry of ${on} could not be read.`,
      '1 of 2 journal entries could not be read and was left out.',
    ])
    expect(backup).toBe(text)
    expect(readJournal('{"version":1}').problems).toEqual([
      'This is not a journal that Touchstone saved.',
    ])
    expect(readJournal('{"version":2}').newer).toBe(true)
  })

  test('shows complete scores over time, oldest first, and leaves out the others', () => {
    const scored = (id: string, day: string, answers: ItemAnswer[]): JournalEntry => ({
      id,
      on: day as IsoDate,
      note: '',
      kind: 'questionnaire',
      questionnaire: 'phq9',
      answers,
    })
    const journal = [
      scored('b', '2026-11-20', filled('phq9', 1)),
      scored('a', '2026-11-06', filled('phq9', 2)),
      scored('c', '2026-11-21', filled('phq9', null)),
    ].reduce(writeEntry, emptyJournal())
    expect(scoresOver(journal, 'phq9')).toEqual([
      { on: '2026-11-06', total: 18, band: 'moderately severe' },
      { on: '2026-11-20', total: 9, band: 'mild' },
    ])
    expect(scoresOver(journal, 'gad7')).toEqual([])
    expect(removeJournalEntry(journal, 'a').entries.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  test('merges two tabs without losing a note', () => {
    const entry = (note: string): JournalEntry => ({ id: '1', on, kind: 'mood', mood: 3, note })
    const base = writeEntry(emptyJournal(), entry('a'))
    const merged = mergeJournals(
      writeEntry(base, entry('a b')),
      writeEntry(base, entry('a c')),
      base,
    )
    expect(merged.entries[0]?.note).toBe('a b\n\na c')
    expect(mergeJournals(emptyJournal(), base, base).entries).toEqual([])
  })

  test('as a spreadsheet gives each entry a line, each item its answer, and runs no formula', () => {
    const journal = writeEntry(
      writeEntry(emptyJournal(), { id: '1', on, kind: 'mood', mood: 2, note: '=1+1' }),
      {
        id: '2',
        on,
        kind: 'questionnaire',
        questionnaire: 'gad7',
        answers: [1, 1, 1, 1, 1, 0, null],
        note: '',
      },
    )
    const lines = journalCsv(journal).slice(1).split('\r\n')
    expect(lines[0]).toBe(
      'Day,Kind,Score or mood,Meaning,Note,Where,Session,Item 1,Item 2,Item 3,Item 4,Item 5,Item 6,Item 7,Item 8,Item 9',
    )
    expect(lines[1]).toBe("2026-11-23,Mood,2,Low,'=1+1,,,,,,,,,,,")
    expect(lines[2]).toBe('2026-11-23,GAD-7,,6 of 7 answered,,,,1,1,1,1,1,0,not answered,,')
  })
})
