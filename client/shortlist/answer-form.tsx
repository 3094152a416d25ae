import type { Answer } from '#core/answers.ts'
import { answerKey } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { daysBetween } from '#core/calendar.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, recordAnswer, removeAnswer } from '#core/shortlist.ts'
import { dayHere, ZONE_DAYS } from '../state/days.ts'
import { amend, change } from '../state/kept.ts'
import { savedIds } from '../state/saved.ts'
import type { About } from './answer-fields.tsx'
import { AnswerFields } from './answer-fields.tsx'
import { today } from './facts.ts'
import { focusUndo } from './focus.ts'

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

/**
 * Records one answer in place: each press counts at once. A change of day or way moves the answer
 * there, since both are part of what it is.
 */
export function AnswerForm({
  about,
  name,
  answer,
}: {
  about: About
  /** What the provider is called. */
  name: string
  answer: Answer | null
}) {
  const { label, ...subject } = about
  const { provider } = subject
  const fresh = (): Answer => ({
    ...subject,
    level: 'no_answer',
    note: '',
    told_on: likelyDay(dayHere(), today.value),
    how: 'call',
  })
  const set = (part: Partial<Answer>) => {
    const record = replaced(answer, { ...(answer ?? fresh()), ...part })
    const said = `Answer on ${label} saved.`
    if (answer !== null || savedIds.value.has(provider)) return change(record, said)
    // Whoever is asked is looked at: without its place on the list the answer would be out of sight.
    const entry = { provider, name, case: about.case, added_on: fresh().told_on }
    return change((list) => record(addEntry(list, entry)), `${said} ${name} is on your shortlist.`)
  }
  const note = (text: string) =>
    amend(
      `answer ${answer === null ? '' : answerKey(answer)}`,
      replaced(answer, { ...(answer ?? fresh()), note: text }),
    )
  const remove = (told: Answer) => {
    change((list) => removeAnswer(list, told), `Answer on ${label} removed.`)
    focusUndo()
  }
  return (
    <AnswerFields
      about={about}
      answer={answer}
      today={today.value}
      onSet={set}
      onNote={note}
      onRemove={() => answer !== null && remove(answer)}
    />
  )
}
