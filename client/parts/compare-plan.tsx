import type { CarePlan } from '#core/care-plan.ts'
import { countInWords } from '#core/cost-words.ts'
import { moneyInWords } from '#core/money.ts'
import { HORIZONS } from '#core/shortlist.ts'
import { queryOf } from '../state/query-string.ts'
import { CarePlanFields } from './care-plan-fields.tsx'

export type Horizon = (typeof HORIZONS)[number]

/** What the browser keeps of the plan besides the two numbers in the address. */
export type PlanExtras = {
  horizon: Horizon
  /** What the insurer told this person that a session or visit would cost them. */
  told: number | null
  /** Why what stands in the fields cannot be used; null when it can. */
  problem: string | null
  onHorizon: (months: Horizon) => void
  /** Text as typed, in dollars. */
  onTold: (dollars: string) => void
}

const HORIZON_WORDS: Record<Horizon, string> = { 3: 'First 3 months', 12: 'First year' }

function Fields({ extras }: { extras: PlanExtras }) {
  return (
    <div class="plan-more">
      <fieldset>
        <legend class="small">Costs over</legend>
        {HORIZONS.map((months) => (
          <label key={months} class="choice">
            <input
              type="radio"
              name="horizon"
              value={months}
              checked={extras.horizon === months}
              onChange={() => extras.onHorizon(months)}
            />
            {HORIZON_WORDS[months]}
          </label>
        ))}
      </fieldset>
      <label class="field">
        What my insurer told me I would pay for a session, in dollars
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-told
          aria-describedby="told-note"
          defaultValue={extras.told === null ? '' : moneyInWords(extras.told).slice(1)}
          onChange={(event) => extras.onTold(event.currentTarget.value)}
        />
      </label>
      <p id="told-note" class="small quiet">
        This figure stays in this browser and is never sent. The two numbers above are part of this
        page’s address.
      </p>
    </div>
  )
}

/** The assumptions behind every cost: a plain form, which adds up as you type once a script runs. */
export function ComparePlan({
  plan,
  url,
  extras,
}: {
  plan: CarePlan
  url: string
  extras: PlanExtras | null
}) {
  const kept = [...queryOf(url)].filter(([name]) => name !== 'sessions' && name !== 'maintenance')
  return (
    <>
      <p>
        All costs are for {countInWords(plan.first_course_sessions, 'session')} in the first course,
        then {plan.maintenance_per_month} a month, paid by yourself. Change it and all are added up
        again.
      </p>
      <form class="plan-form on-screen" action="/compare" method="get" data-plan-form>
        <CarePlanFields plan={plan} carried={kept} />
        {extras === null ? (
          <button type="submit" class="button">
            Add up again
          </button>
        ) : (
          <Fields extras={extras} />
        )}
        <p class="plan-problem" role="alert">
          {extras?.problem}
        </p>
      </form>
    </>
  )
}
