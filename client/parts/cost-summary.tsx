import type { CarePlan } from '#core/care-plan.ts'
import type { Cost, CostPart, CostRange, DatedLine } from '#core/cost.ts'
import { rangeInWords } from '#core/money.ts'
import { asideInWords, linesOf, sumInWords } from '#core/price-words.ts'
import { CarePlanFields } from './care-plan-fields.tsx'
import { Sentences } from './sentences.tsx'

function Parts({ parts }: { parts: readonly CostPart[] }) {
  return (
    <ul class="bullets">
      {parts.map((part, at) => (
        <li key={at} class="number">
          {part.what}: {rangeInWords(part.low, part.high)}
          {part.line.note !== null && <span class="small quiet"> ({part.line.note})</span>}
        </li>
      ))}
    </ul>
  )
}

/** An amount, the lines behind it, and what is needed and not in it. */
export type AmountProps = {
  range: { low: number; high: number }
  lines: DatedLine[]
  lacks?: readonly string[]
}

/** An amount, how old the prices behind it are when they are not fresh, and what is not in it. */
function Amount({ range, lines, lacks = [] }: AmountProps) {
  const aside = asideInWords(lines, lacks)
  return (
    <>
      <span class="total__amount number">{sumInWords(range, lacks)}</span>
      {aside && <span class="small quiet"> {aside}</span>}
    </>
  )
}

function Total({
  name,
  range,
  lacks,
}: {
  name: string
  range: CostRange
  lacks: readonly string[]
}) {
  if (!range.known) {
    return (
      <div class="total">
        <dt>{name}</dt>
        <dd class="quiet">
          Not enough price information.
          {range.missing.length > 0 && (
            <ul class="bullets small">
              {range.missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    )
  }
  const same = JSON.stringify(range.low_parts) === JSON.stringify(range.high_parts)
  return (
    <div class="total">
      <dt>{name}</dt>
      <dd>
        <Amount range={range} lines={linesOf(range)} lacks={lacks} />
        <details>
          <summary class="small">How this adds up</summary>
          <div class="small stack">
            {!same && <p>The low end:</p>}
            <Parts parts={range.low_parts} />
            {!same && <p>The high end:</p>}
            {!same && <Parts parts={range.high_parts} />}
          </div>
        </details>
      </dd>
    </div>
  )
}

/** What care comes to under one plan: three totals, and what they hold, assume and lack. */
export function CostSummary({ cost }: { cost: Cost }) {
  return (
    <div class="stack">
      <dl class="totals">
        <div class="total">
          <dt>One session</dt>
          <dd>
            {cost.per_session === null ? (
              <span class="quiet">{cost.per_session_gap}</span>
            ) : (
              <Amount range={cost.per_session} lines={cost.per_session.lines} />
            )}
          </dd>
        </div>
        <Total name="To start" range={cost.to_start} lacks={cost.not_priced} />
        <Total name="First 3 months" range={cost.first_3_months} lacks={cost.not_priced} />
        <Total name="First year" range={cost.first_year} lacks={cost.not_priced} />
      </dl>
      <div class="columns">
        <Sentences title="Known to be included" list={cost.included} />
        <Sentences title="Assumed" list={cost.assumed} />
        <Sentences title="Not known" list={cost.unknown} />
        <Sentences title="Statements that cannot both be true" list={cost.contradictions} />
      </div>
    </div>
  )
}

/** The assumptions as a small form; `carried` are the other fields of the page's address. */
export function CarePlanForm({
  action,
  plan,
  carried,
}: {
  action: string
  plan: CarePlan
  carried: readonly (readonly [string, string])[]
}) {
  return (
    <form class="plan-form on-screen" action={action} method="get">
      <CarePlanFields plan={plan} carried={carried} />
      <button type="submit" class="button">
        Add up again
      </button>
    </form>
  )
}
