import { useState } from 'preact/hooks'
import type { Answer, AnswerLevel, AnswerWay } from '#core/answers.ts'
import {
  ANSWER_LEVEL_WORDS,
  ANSWER_LEVELS,
  ANSWER_WAY_WORDS,
  ANSWER_WAYS,
  answerKey,
} from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { daysBetween, parseDay } from '#core/calendar.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { recordAnswer, removeAnswer } from '#core/shortlist.ts'
import { OwnText } from '../parts/own-text.tsx'
import { amend, change, dayHere } from '../state/kept.ts'
import { today } from './facts.ts'
import { focusUndo } from './focus.ts'

/** What an answer is about. */
export type About = Pick<Answer, 'provider' | 'criterion' | 'case' | 'state'> & { label: string }

/** Time zones move a day by one; a clock that is further off is wrong. */
const ZONE_DAYS = 1

/**
 * The day of the call: today by this computer, unless that is after the day of the page, which would
 * not count yet, or its clock is wrong; then the day of the page. It can be changed.
 */
export function likelyDay(here: IsoDate, page: IsoDate): IsoDate {
  const behind = daysBetween(here, page)
  return behind >= 0 && behind <= ZONE_DAYS ? here : page
}

const replaced = (before: Answer | null, after: Answer) => (list: Shortlist) =>
  recordAnswer(before === null ? list : removeAnswer(list, before), after)

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

function Circumstances({ answer, set }: { answer: Answer; set: Set }) {
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
      <label class="field">
        Day
        <input
          type="date"
          value={answer.told_on}
          max={today.value}
          onChange={({ currentTarget }) => {
            const day = parseDay(currentTarget.value)
            if (day !== null) set({ told_on: day })
          }}
        />
      </label>
    </div>
  )
}

/**
 * Records one answer in place: each press counts at once. A change of day or way moves the answer
 * there, since both are part of what it is.
 */
export function AnswerForm({ about, answer }: { about: About; answer: Answer | null }) {
  const { label, ...subject } = about
  const [field] = useState(() => `level-${about.provider}-${about.criterion}`)
  const fresh = (): Answer => ({
    ...subject,
    level: 'no_answer',
    note: '',
    told_on: likelyDay(dayHere(), today.value),
    how: 'call',
  })
  const set: Set = (part) =>
    change(replaced(answer, { ...(answer ?? fresh()), ...part }), `Answer on ${label} saved.`)
  const note = (text: string) =>
    amend(
      `answer ${answer === null ? '' : answerKey(answer)}`,
      replaced(answer, { ...(answer ?? fresh()), note: text }),
    )
  return (
    <fieldset class="answer on-screen">
      <legend class="small">
        {answer === null ? 'Does what they said meet this point?' : 'You were told'}
        <span class="hidden-text">: {label}</span>
      </legend>
      <Levels answer={answer} name={field} set={set} />
      {answer !== null && (
        <>
          <Circumstances answer={answer} set={set} />
          {answer.told_on > today.value && <p>This day is still to come; it does not count yet.</p>}
          <OwnText rows={2} value={answer.note} onText={note}>
            <span>
              My note<span class="hidden-text"> on {label}</span>
            </span>
          </OwnText>
          <p>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                change((list) => removeAnswer(list, answer), `Answer on ${label} removed.`)
                focusUndo()
              }}
            >
              Remove this answer
            </button>
          </p>
        </>
      )}
    </fieldset>
  )
}
