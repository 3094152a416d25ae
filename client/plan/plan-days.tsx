import type { ComponentChildren } from 'preact'
import { dateInWords } from '#core/calendar.ts'
import type { PlanDay, PlanState, PlanTool } from '#core/plan.ts'
import { dateOfDay, markDay } from '#core/plan.ts'
import { Appointments } from './appointments.tsx'
import { DecidePlace } from './decide-place.tsx'
import { FindForm } from './find-form.tsx'
import { ready, today } from './ready.ts'
import { plan } from './stores.ts'
import { WrittenField } from './written-field.tsx'

const TOOL_HREFS: Record<PlanTool, string> = {
  learn: '/learn',
  goals: '#goals',
  providers: '#find',
  ask: '/ask',
  journal: '/journal',
  share: '/shortlist',
  decide: '#decide',
}

function Goals({ state }: { state: PlanState }) {
  return (
    <div id="goals" class="stack">
      <p class="on-screen">
        <a href="/journal">Fill in the PHQ-9 and the GAD-7</a>
      </p>
      <div class="stack needs-script">
        <WrittenField
          label="My goals: what I hope will change"
          value={state.goals}
          onText={(goals) => plan.change({ ...plan.state.value, goals })}
        />
        <WrittenField
          label="What may be hard: money, rides, time off, fear"
          value={state.challenges}
          onText={(challenges) => plan.change({ ...plan.state.value, challenges })}
        />
      </div>
    </div>
  )
}

function Decision({ state }: { state: PlanState }) {
  return (
    <div id="decide" class="stack needs-script">
      <DecidePlace />
      <WrittenField
        label="My next step: book, ask more, speak with my own doctor, or wait"
        value={state.next_step}
        rows={3}
        onText={(next_step) => plan.change({ ...plan.state.value, next_step })}
      />
    </div>
  )
}

function extraOf(day: PlanDay, state: PlanState): ComponentChildren {
  switch (day.tool) {
    case 'goals':
      return <Goals state={state} />
    case 'providers':
      return <FindForm />
    case 'ask':
      return <Appointments />
    case 'decide':
      return <Decision state={state} />
    default:
      return null
  }
}

function Mark({ day, state }: { day: number; state: PlanState }) {
  const on = state.done[String(day)] ?? null
  return (
    <label class="choice needs-script plan-day__mark">
      <input
        type="checkbox"
        checked={on !== null}
        onChange={({ currentTarget }) =>
          plan.change(markDay(plan.state.value, day, currentTarget.checked ? today.value : null))
        }
      />
      <span>
        Day {day} is done{on !== null && <span class="quiet">, marked {dateInWords(on)}</span>}
      </span>
    </label>
  )
}

/** One of the seven days, with what is kept of it. */
export function Day({ day }: { day: PlanDay }) {
  const state = plan.state.value
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
      <fieldset class="stack" disabled={!ready.value && day.tool !== 'providers'}>
        {extraOf(day, state)}
        <Mark day={day.day} state={state} />
      </fieldset>
    </div>
  )
}
