import type { QuestionnaireEntry } from '#core/journal.ts'
import type { ItemAnswer } from '#core/questionnaires.ts'
import {
  ITEM_ANSWERS,
  QUESTIONNAIRES,
  scoreInWords,
  scoreQuestionnaire,
} from '#core/questionnaires.ts'
import { CrisisWords } from './crisis-words.tsx'

/** One question of a questionnaire with its answers, and a way to take the answer back. */
export function QuestionnaireItem({
  entry,
  at,
  onAnswer,
}: {
  entry: QuestionnaireEntry
  at: number
  onAnswer: (at: number, answer: ItemAnswer) => void
}) {
  const given = entry.answers[at] ?? null
  const name = `${entry.id}-item-${at}`
  return (
    <fieldset class="item">
      <legend>
        {at + 1}. {QUESTIONNAIRES[entry.questionnaire].items[at]}
      </legend>
      <div class="item__answers">
        {ITEM_ANSWERS.map((words, answer) => (
          <label key={words} class="choice">
            <input
              type="radio"
              name={name}
              checked={given === answer}
              onChange={() => onAnswer(at, answer as ItemAnswer)}
            />
            {words}
          </label>
        ))}
        {given !== null && (
          <button type="button" class="link-button" onClick={() => onAnswer(at, null)}>
            Clear<span class="hidden-text"> the answer to question {at + 1}</span>
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** All items of a questionnaire; an item can be left open and never counts as 0. */
export function QuestionnaireFields({
  entry,
  onEntry,
}: {
  entry: QuestionnaireEntry
  onEntry: (entry: QuestionnaireEntry) => void
}) {
  const { stem, items, crisis_item } = QUESTIONNAIRES[entry.questionnaire]
  const score = scoreQuestionnaire(entry.questionnaire, entry.answers)
  const answer = (at: number, given: ItemAnswer) =>
    onEntry({
      ...entry,
      answers: items.map((_, one) => (one === at ? given : (entry.answers[one] ?? null))),
    })
  return (
    <>
      <p class="prose">{stem}</p>
      {items.map((item, at) => (
        <div key={item}>
          <QuestionnaireItem entry={entry} at={at} onAnswer={answer} />
          {at === crisis_item && score.crisis && <CrisisWords />}
        </div>
      ))}
      <p role="status" class="item__score">
        <strong>{scoreInWords(entry.questionnaire, score)}</strong>
      </p>
      <p class="small quiet prose">
        A score follows how you are over time. It does not make a diagnosis. Show it to your
        clinician.
      </p>
    </>
  )
}
