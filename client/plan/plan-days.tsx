import type { ComponentChildren } from 'preact'
import type { PlanDay, PlanState } from '#core/plan.ts'
import { markDay } from '#core/plan.ts'
import { Appointments } from './appointments.tsx'
import { DayCard } from './day-card.tsx'
import { DecidePlace } from './decide-place.tsx'
import { FindForm } from './find-form.tsx'
import { ready, today } from './ready.ts'
import { plan } from './stores.ts'
import { WrittenField } from './written-field.tsx'

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

/** One of the seven days, with what is kept of it. */
export function Day({ day }: { day: PlanDay }) {
  const state = plan.state.value
  return (
    <DayCard
      day={day}
      state={state}
      isReady={ready.value}
      onMark={(isDone) =>
        plan.change(markDay(plan.state.value, day.day, isDone ? today.value : null))
      }
    >
      {extraOf(day, state)}
    </DayCard>
  )
}
