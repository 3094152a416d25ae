import type { Answer } from '#core/answers.ts'
import type { AskSheet } from '#core/ask-sheet.ts'
import { askSheet, assessShown, shownCase } from '#core/ask-sheet.ts'
import type { IsoDate } from '#core/calendar.ts'
import { addDays } from '#core/calendar.ts'
import type { QuestionnaireEntry } from '#core/journal.ts'
import type { Context } from '#core/listing.ts'
import { emptyPlan, markDay, PLAN_DAYS, schedulePlan } from '#core/plan.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import { QUESTIONNAIRES, scoreInWords, scoreQuestionnaire } from '#core/questionnaires.ts'
import { meetsMustHaves } from '#core/rank-must-haves.ts'
import { defaultWeights, weightsProblem } from '#core/rank-weights.ts'
import { CrisisWords } from '../journal/crisis-words.tsx'
import { QuestionnaireItem } from '../journal/questionnaire-fields.tsx'
import { DayCard } from '../plan/day-card.tsx'
import { WrittenField } from '../plan/written-field.tsx'
import { AnswerFields } from '../shortlist/answer-fields.tsx'
import { MustHaveFields } from '../weights/must-haves.tsx'
import { NoOrder } from '../weights/no-order.tsx'
import { WeightFields } from '../weights/weight-fields.tsx'
import { AskItem } from './consult-sheet.tsx'

const nothing = () => {}
const MUSTS = ['live_evaluation', 'price_published'] as const

/** Records that can be judged, each with its shown case. */
function judgedOf(records: readonly ProviderRecord[], context: Context) {
  return records.flatMap((record) => {
    const of = isClosed(record) ? null : shownCase(record, null, context)
    return of === null ? [] : [{ record, assessed: assessShown(record, of, context) }]
  })
}

/** Weights by box, some moved, the part that must have one, and the must-haves with their answers. */
export function WeightStates({
  records,
  context,
}: {
  records: readonly ProviderRecord[]
  context: Context
}) {
  const { prepared } = context
  const usual = defaultWeights(prepared)
  const [first = ''] = Object.keys(usual)
  const none = Object.fromEntries(Object.keys(usual).map((id) => [id, 0]))
  const judged = judgedOf(records, context).map(({ record, assessed: { scored } }) => ({
    record,
    scored,
    outcome: meetsMustHaves(MUSTS, scored, record.payment).outcome,
  }))
  const byOutcome = new Map(judged.map((one) => [one.outcome, one]))
  return (
    <div class="matters stack">
      <div class="matters__fields">
        <WeightFields
          weights={{ ...usual, [first]: 2 * (usual[first] ?? 0) }}
          prepared={prepared}
          problem={null}
          onTry={nothing}
          onRest={nothing}
          onReset={nothing}
        />
        <MustHaveFields wanted={MUSTS} judged={[...byOutcome.values()]} onToggle={nothing} />
      </div>
      <p role="alert">{weightsProblem(none, prepared)}</p>
      {[false, true].map((hasFailed) => (
        <NoOrder key={String(hasFailed)} hasFailed={hasFailed} onAgain={nothing}>
          Everything else on this page holds without it.
        </NoOrder>
      ))}
    </div>
  )
}

/** The answer that stands at each of a few questions. */
function answersOf({ provider, case: of, items }: AskSheet, today: IsoDate): (Answer | null)[] {
  const [, told, planned] = items
  const about = { provider, case: of?.id ?? null, state: null }
  return [
    null,
    {
      ...about,
      criterion: told?.criterion ?? '',
      level: 'partly',
      note: 'A nurse stays, the doctor is next door.',
      told_on: addDays(today, -2),
      how: 'call',
    },
    {
      ...about,
      criterion: planned?.criterion ?? '',
      level: 'met',
      note: '',
      told_on: addDays(today, 3),
      how: 'document',
    },
  ]
}

/** Questions of a sheet: nothing noted, an answer, and one of a day that is still to come. */
export function AnswerStates({
  records,
  context,
}: {
  records: readonly ProviderRecord[]
  context: Context
}) {
  const [first] = judgedOf(records, context)
  if (first === undefined) return null
  const sheet = askSheet(first.record, first.assessed, context)
  return (
    <ol class="ask-items">
      {answersOf(sheet, context.today).map((answer, at) => {
        const item = sheet.items[at]
        if (item === undefined) return null
        const { criterion, short_label: label } = item
        const of = sheet.case?.id ?? null
        return (
          <AskItem key={criterion} provider={sheet.provider} item={item}>
            <AnswerFields
              about={{ provider: sheet.provider, criterion, case: of, state: null, label }}
              answer={answer}
              today={context.today}
              onSet={nothing}
              onNote={nothing}
              onRemove={nothing}
            />
          </AskItem>
        )
      })}
    </ol>
  )
}

/** A day that is done, one with own words in it, and one whose fields do not listen yet. */
export function DayStates({ today }: { today: IsoDate }) {
  const planned = schedulePlan(emptyPlan(), 'example', addDays(today, -1), null)
  const state = markDay(planned, 1, today)
  return (
    <ol class="plan-days">
      {PLAN_DAYS.slice(0, 3).map((day) => (
        <li key={day.day}>
          <DayCard day={day} state={state} isReady={day.day < 3} onMark={nothing}>
            {day.day === 2 && (
              <WrittenField
                label="My goals: what I hope will change"
                value="To sleep, and to go back to work."
                rows={2}
                onText={nothing}
              />
            )}
          </DayCard>
        </li>
      ))}
    </ol>
  )
}

/** Items of the PHQ-9: open, answered, and the one after which the crisis line is named. */
export function QuestionnaireStates({ today }: { today: IsoDate }) {
  const { items, crisis_item } = QUESTIONNAIRES.phq9
  const last = crisis_item ?? items.length - 1
  const entry: QuestionnaireEntry = {
    id: 'example',
    on: today,
    kind: 'questionnaire',
    questionnaire: 'phq9',
    answers: items.map((_, at) => (at === 0 ? null : 1)),
    note: '',
  }
  return (
    <>
      <div>
        {[0, 1, last].map((at) => (
          <QuestionnaireItem key={at} entry={entry} at={at} onAnswer={nothing} />
        ))}
      </div>
      <CrisisWords />
      <p class="item__score">
        <strong>{scoreInWords('phq9', scoreQuestionnaire('phq9', entry.answers))}</strong>
      </p>
    </>
  )
}
