import { useState } from 'preact/hooks'
import type { Answer, AnswerLevel, AnswerWay } from '#core/answers.ts'
import { ANSWER_LEVEL_WORDS, ANSWER_LEVELS, ANSWER_WAY_WORDS, ANSWER_WAYS } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { DayField } from '../parts/day-field.tsx'
import { OwnText } from '../parts/own-text.tsx'

/** What an answer is about. */
export type About = Pick<Answer, 'provider' | 'criterion' | 'case' | 'state'> & { label: string }

/** Takes a change of a part of the answer. */
type Set = (part: Partial<Answer>) => void

function Levels({ answer, name, set }: { answer: Answer | null; name: string; set: Set }) {
  return (
    <div class="answer__levels">
      {ANSWER_LEVELS.map((level: AnswerLevel) => (
        <label key={level} class="choice">
          <input
            type="radio"
            name={name}
            checked={answer?.level === level}
            onChange={() => set({ level })}
          />
          {ANSWER_LEVEL_WORDS[level]}
        </label>
      ))}
    </div>
  )
}

function Circumstances({ answer, today, set }: { answer: Answer; today: IsoDate; set: Set }) {
  return (
    <div class="answer__more">
      <label class="field">
        How
        <select
          value={answer.how}
          onChange={({ currentTarget }) => set({ how: currentTarget.value as AnswerWay })}
        >
          {ANSWER_WAYS.map((way) => (
            <option key={way} value={way}>
              {ANSWER_WAY_WORDS[way]}
            </option>
          ))}
        </select>
      </label>
      <DayField
        label="Day"
        day={answer.told_on}
        max={today}
        onDay={(told_on) => set({ told_on })}
      />
    </div>
  )
}

/** The fields of one answer: which point it meets first, and the rest once there is one. */
export function AnswerFields({
  about,
  answer,
  today,
  onSet,
  onNote,
  onRemove,
}: {
  about: About
  answer: Answer | null
  today: IsoDate
  onSet: Set
  onNote: (note: string) => void
  onRemove: () => void
}) {
  const { label } = about
  const [field] = useState(() => `level-${about.provider}-${about.criterion}`)
  return (
    <fieldset class="answer on-screen">
      <legend class="small">
        {answer === null ? 'Does what they said meet this point?' : 'You were told'}
        <span class="hidden-text">: {label}</span>
      </legend>
      <Levels answer={answer} name={field} set={onSet} />
      {answer !== null && (
        <>
          <Circumstances answer={answer} today={today} set={onSet} />
          {answer.told_on > today && <p>This day is still to come; it does not count yet.</p>}
          <OwnText rows={2} value={answer.note} onText={onNote}>
            <span>
              My note<span class="hidden-text"> on {label}</span>
            </span>
          </OwnText>
          <p>
            <button type="button" class="link-button" onClick={onRemove}>
              Remove this answer
            </button>
          </p>
        </>
      )}
    </fieldset>
  )
}
