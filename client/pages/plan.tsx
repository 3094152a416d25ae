import { OfflineControl } from '../offline/offline-control.tsx'
import { PlanBoard } from '../plan/plan-board.tsx'

/** The seven-day plan. It reads in full without a script; marks and fields need one. */
export function PlanPage() {
  return (
    <>
      <h1>Seven-day starter plan</h1>
      <p class="lead">
        One small step a day, from first questions to a decision. Go slower if you like. To wait or
        to say no is a good end too.
      </p>
      <noscript>
        <p class="notice">
          Marks, goals and the calendar file need JavaScript: they are made and kept in your browser
          and never sent to us. The plan reads and prints without it.
        </p>
      </noscript>
      <p class="quiet prose page-note">
        What you write here stays in this browser. It is not sent to us. Anyone who can use this
        browser can read it.
      </p>
      <div data-clock-note role="status" />
      <div data-plan>
        <PlanBoard />
      </div>
      <p data-part-note role="status" />
      <OfflineControl />
    </>
  )
}
