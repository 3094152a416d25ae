import type { IsoDate } from '#core/calendar.ts'
import type { PlanState } from '#core/plan.ts'
import { planProgress, schedulePlan } from '#core/plan.ts'
import { DayField } from '../parts/day-field.tsx'
import { today } from './ready.ts'
import { newId, plan } from './stores.ts'
import { startDoubt, timeDoubt } from './time-doubts.ts'

/** How far the plan is, in a sentence. */
export function progressInWords(state: PlanState): string {
  const { done, of, next } = planProgress(state)
  if (next === null) return `All ${of} days are done.`
  const count = done === 0 ? 'Nothing is marked yet.' : `${done} of ${of} days done.`
  return `${count} Next is day ${next.day}: ${next.title}.`
}

function setSchedule(startsOn: IsoDate, time: string | null): void {
  plan.change(schedulePlan(plan.state.value, newId(), startsOn, time))
}

function Doubts({ state }: { state: PlanState }) {
  const doubts = [
    state.starts_on === null ? null : startDoubt(state.starts_on, today.value),
    timeDoubt(state.time),
  ].filter((one) => one !== null)
  return (
    <div role="status" class="on-screen">
      {doubts.map((one) => (
        <p key={one} class="doubt">
          {one}
        </p>
      ))}
    </div>
  )
}

/** The first day and the time of day, for the dates on the page and the calendar file. */
export function Schedule({ state }: { state: PlanState }) {
  return (
    <>
      <div class="plan-when">
        <DayField
          label="First day"
          day={state.starts_on}
          onDay={(day) => setSchedule(day, state.time)}
        />
        <label class="field">
          Time of day, or empty for all day
          <input
            type="time"
            value={state.time ?? ''}
            disabled={state.starts_on === null}
            onChange={(event) =>
              state.starts_on &&
              setSchedule(state.starts_on, event.currentTarget.value.slice(0, 5) || null)
            }
          />
        </label>
        {state.starts_on === null && (
          <button type="button" class="button" onClick={() => setSchedule(today.value, state.time)}>
            Start today
          </button>
        )}
      </div>
      <Doubts state={state} />
    </>
  )
}
