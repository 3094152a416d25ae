import type { JSX } from 'preact'
import { PLAN_DAYS } from '#core/plan.ts'
import { KeptNotes } from '../parts/kept-notes.tsx'
import { READING } from '../parts/reading-words.ts'
import { keptShortlist } from '../state/kept.ts'
import { Day } from './plan-days.tsx'
import { ready } from './ready.ts'
import { progressInWords, Schedule } from './schedule.tsx'
import { plan } from './stores.ts'
import { TakeAway } from './take-away.tsx'

function Top() {
  const state = plan.state.value
  return (
    <>
      <fieldset class="plan-top stack needs-script" disabled={!ready.value}>
        <p role="status" class="plan-top__progress">
          {ready.value ? progressInWords(state) : <span class="quiet small">{READING}</span>}
        </p>
        <Schedule state={state} />
      </fieldset>
      <KeptNotes all={[plan, keptShortlist]} home="take-away" />
    </>
  )
}

/** What the browser takes over piece by piece, in the order in which `PlanBoard` draws it. */
export const PIECES: readonly (() => JSX.Element)[] = [
  Top,
  ...PLAN_DAYS.map((day) => () => <Day day={day} />),
  TakeAway,
]

/** The whole plan; the server draws it empty, the browser fills in what it kept. */
export function PlanBoard() {
  return (
    <>
      <div data-piece>
        <Top />
      </div>
      <ol class="plan-days">
        {PLAN_DAYS.map((day) => (
          <li key={day.day} data-piece>
            <Day day={day} />
          </li>
        ))}
      </ol>
      <div data-piece>
        <TakeAway />
      </div>
    </>
  )
}
