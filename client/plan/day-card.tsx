import type { ComponentChildren } from 'preact'
import { dateInWords } from '#core/calendar.ts'
import type { PlanDay, PlanState, PlanTool } from '#core/plan.ts'
import { dateOfDay } from '#core/plan.ts'

const TOOL_HREFS: Record<PlanTool, string> = {
  learn: '/learn',
  goals: '#goals',
  providers: '#find',
  ask: '/ask',
  journal: '/journal',
  share: '/shortlist',
  decide: '#decide',
}

function Mark({
  day,
  state,
  isReady,
  onMark,
}: {
  day: number
  state: PlanState
  isReady: boolean
  onMark: (isDone: boolean) => void
}) {
  const on = state.done[String(day)] ?? null
  return (
    <label class="choice needs-script plan-day__mark">
      <input
        type="checkbox"
        checked={on !== null}
        disabled={!isReady}
        onChange={({ currentTarget }) => onMark(currentTarget.checked)}
      />
      <span>
        Day {day} is done{on !== null && <span class="quiet">, marked {dateInWords(on)}</span>}
      </span>
    </label>
  )
}

/** One of the seven days as it stands in a plan, with its own tool, if it has one, inside. */
export function DayCard({
  day,
  state,
  isReady,
  onMark,
  children,
}: {
  day: PlanDay
  state: PlanState
  /** False until somebody listens to what is written. */
  isReady: boolean
  onMark: (isDone: boolean) => void
  children?: ComponentChildren
}) {
  const date = dateOfDay(state, day.day)
  const done = state.done[String(day.day)] !== undefined
  // The tool of days 2, 3 and 7 stands right below.
  const href = TOOL_HREFS[day.tool]
  return (
    <div class={done ? 'plan-day plan-day--done' : 'plan-day'} id={`day-${day.day}`}>
      <h2>
        Day {day.day}: {day.title}
      </h2>
      <p class="small quiet">
        {date !== null && `${dateInWords(date)} · `}About {day.minutes} minutes
      </p>
      <div class="prose">
        <p>{day.what}</p>
        <p>
          <strong>Why:</strong> {day.why}
        </p>
      </div>
      {!href.startsWith('#') && (
        <p class="on-screen">
          <a class="button" href={href}>
            {day.tool_label}
          </a>
        </p>
      )}
      {/* The form of day 3 is sent without a script. */}
      <fieldset class="stack" disabled={!isReady && day.tool !== 'providers'}>
        {children}
        <Mark day={day.day} state={state} isReady={isReady} onMark={onMark} />
      </fieldset>
    </div>
  )
}
