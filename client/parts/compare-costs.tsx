import type { CarePlan } from '#core/care-plan.ts'
import type { ComparedProvider, Comparison } from '#core/compare.ts'
import { CARE_UNSAID } from '#core/comparison-cells.ts'
import type { Cost, CostRange } from '#core/cost.ts'
import { LATER_MONTHS } from '#core/cost-ways.ts'
import { countInWords } from '#core/cost-words.ts'
import { moneyInWords, timesCents } from '#core/money.ts'
import { asideInWords, linesOf, sumInWords } from '#core/price-words.ts'
import type { MustHaveAnswer } from '#core/rank-must-haves.ts'
import { CardTable } from './card-table.tsx'
import type { Horizon, PlanExtras } from './compare-plan.tsx'

/** `lacks`: what is needed and not in it, so that its high end is open. */
type Span = { low: number; high: number; aside: string | null; lacks: readonly string[] } | null
type Basis = { id: string; name: string; of: (cost: Cost) => Span; gap: (cost: Cost) => string }

const spanOf = (range: CostRange, lacks: readonly string[]): Span =>
  range.known ? { ...range, lacks, aside: asideInWords(linesOf(range), lacks) } : null

const SESSION: Basis = {
  id: 'session',
  name: 'One session',
  of: ({ per_session: one }) => one && { ...one, lacks: [], aside: asideInWords(one.lines) },
  gap: (cost) => cost.per_session_gap ?? '',
}

const over = (id: 'first_3_months' | 'first_year', name: string): Basis => ({
  id,
  name,
  of: (cost) => spanOf(cost[id], cost.not_priced),
  gap: () => 'Not enough price information',
})

const TOTALS: Record<Horizon, Basis> = {
  3: over('first_3_months', 'First 3 months'),
  12: over('first_year', 'First year'),
}

const percent = (part: number, of: number) => `${Math.round((1000 * part) / of) / 10}%`

/** Where the scale's highest amount stands when some sum has no end, as a part of the width. */
const OPEN_FROM = 0.9

/**
 * A range of dollars on a scale from 0; a single price is a thin mark, no price a dotted ground, and
 * so is all above a sum that lacks something.
 */
function Bar({ span, most }: { span: Span; most: number }) {
  return (
    <svg class="bar" aria-hidden="true">
      <rect class="bar__ground" width="100%" height="100%" />
      {span === null && <rect class="bar__open" width="100%" height="100%" />}
      {span !== null && span.lacks.length > 0 && (
        <rect
          class="bar__open"
          x={percent(span.low, most)}
          width={percent(most - span.low, most)}
          height="100%"
        />
      )}
      {span !== null && (
        <rect
          class="bar__confirmed"
          x={percent(Math.min(span.low, most * 0.985), most)}
          width={percent(Math.max(span.high - span.low, most * 0.015), most)}
          height="100%"
        />
      )}
    </svg>
  )
}

function spanInWords(cost: Cost | null, { of, gap }: Basis): string {
  const span = cost && of(cost)
  if (span) return sumInWords(span, span.lacks) + (span.aside === null ? '' : ` (${span.aside})`)
  return cost === null ? CARE_UNSAID : gap(cost)
}

function Chart({ basis, providers }: { basis: Basis; providers: readonly ComparedProvider[] }) {
  const spans = providers.map(({ cost }) => cost && basis.of(cost))
  const most = Math.max(0, ...spans.map((span) => span?.high ?? 0))
  const open = spans.some((span) => span !== null && span.lacks.length > 0)
  return (
    <figure class="costs__chart">
      <figcaption>
        <strong>{basis.name}</strong>
        <span class="small quiet">
          {most > 0
            ? ` The scale runs from $0 to ${moneyInWords(most)}${open ? ' and more' : ''}.`
            : ''}
          {open && ' Dotted: what is not priced comes on top.'}
        </span>
      </figcaption>
      <dl class="costs__bars">
        {providers.map(({ id, name, cost }, at) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <Bar span={spans[at] ?? null} most={(open ? most / OPEN_FROM : most) || 1} />
              <span class="number">{spanInWords(cost, basis)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}

const sentences = (list: readonly string[], none: string) =>
  list.length > 0 ? list.join(' ') : none

function missing(cost: Cost, months: readonly Horizon[]): string {
  const ranges = months.map((one) => (one === 3 ? cost.first_3_months : cost.first_year))
  const lacking = ranges.flatMap((range) => (range.known ? [] : range.missing))
  return sentences(
    [...new Set([...lacking, ...cost.unknown, ...cost.contradictions])],
    'No gap found',
  )
}

function CostTable({ providers, months }: { providers: ComparedProvider[]; months: Horizon[] }) {
  const bases = [SESSION, ...months.map((one) => TOTALS[one])]
  const rows = providers.map(({ id, name, cost }) => ({
    id,
    head: name,
    cells: [
      ...bases.map((basis) => spanInWords(cost, basis)),
      cost ? sentences(cost.included, 'Nothing stated') : 'Not known',
      cost ? sentences(cost.assumed, 'Nothing assumed') : 'Not known',
      cost ? missing(cost, months) : 'Not known',
    ],
  }))
  return (
    <CardTable
      caption="What each cost holds"
      class="costs__table"
      columns={[
        { name: 'Provider' },
        ...bases.map(({ name }) => ({ name, kind: 'number' as const })),
        { name: 'Included' },
        { name: 'Assumed' },
        { name: 'Missing' },
      ]}
      rows={rows}
    />
  )
}

/** Sessions that a plan comes to within a horizon. */
export function sessionsWithin(plan: CarePlan, months: Horizon): number {
  const later = months === 3 ? LATER_MONTHS.first_3_months : LATER_MONTHS.first_year
  return plan.first_course_sessions + plan.maintenance_per_month * later
}

/** What one provider would cost by the insurer's figure: nothing can be said where it takes none. */
const INSURED: Record<MustHaveAnswer, { takes: string; sum: (sum: string) => string }> = {
  yes: { takes: 'Yes, so it is said: check it', sum: (sum) => sum },
  partly: { takes: 'In part: ask', sum: (sum) => `${sum} if yours is taken` },
  no: { takes: 'No', sum: () => 'Your figure is not for this provider' },
  disputed: { takes: 'Sources differ: ask', sum: (sum) => `${sum} if yours is taken` },
  not_known: { takes: 'Not known: ask', sum: (sum) => `${sum} if yours is taken` },
}

function Told({ comparison, extras }: { comparison: Comparison; extras: PlanExtras }) {
  if (extras.told === null) return null
  const { providers, plan } = comparison
  const sessions = sessionsWithin(plan, extras.horizon)
  const sum = moneyInWords(timesCents(extras.told, sessions))
  return (
    <div class="costs__told">
      <p>
        <span class="tag">You were told</span> By your insurer: {moneyInWords(extras.told)} a
        session. Fees beside the session are not in it, and it is in none of the cash sums above.
      </p>
      <CardTable
        caption="With what my insurer told me"
        columns={[
          { name: 'Provider' },
          { name: 'Takes private insurance' },
          {
            name: `${TOTALS[extras.horizon].name}, ${countInWords(sessions, 'session')}`,
            kind: 'number',
          },
        ]}
        rows={providers.map(({ id, name, takes_insurance }) => ({
          id,
          head: name,
          cells: [INSURED[takes_insurance].takes, INSURED[takes_insurance].sum(sum)],
        }))}
      />
    </div>
  )
}

/** Costs side by side, each on one scale with its like: sessions with sessions, totals with totals. */
export function CompareCosts({
  comparison,
  extras,
}: {
  comparison: Comparison
  extras: PlanExtras | null
}) {
  const { providers } = comparison
  const months: Horizon[] = extras === null ? [3, 12] : [extras.horizon]
  return (
    <div class="costs stack">
      <div class="costs__charts">
        {[SESSION, ...months.map((one) => TOTALS[one])].map((basis) => (
          <Chart key={basis.id} basis={basis} providers={providers} />
        ))}
      </div>
      {extras && <Told comparison={comparison} extras={extras} />}
      <CostTable providers={providers} months={months} />
    </div>
  )
}
