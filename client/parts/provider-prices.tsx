import { countInWords } from '#core/cost-words.ts'
import type { CaseProfile } from '#core/profile.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed, observedOn } from '#core/provider.ts'
import { queryOf } from '../state/query-string.ts'
import { CarePlanForm, CostSummary } from './cost-summary.tsx'
import type { StatedLine } from './price-table.tsx'
import { PriceTable } from './price-table.tsx'

/** A closed provider's prices are history: no sum is made of them. */
function LastPrices({ record, lines }: { record: ProviderRecord; lines: readonly StatedLine[] }) {
  if (lines.length === 0) return null
  return (
    <section class="section stack" aria-labelledby="prices">
      <h2 id="prices">Last known prices</h2>
      <p>It is closed, so these prices no longer hold. Each has the day from which it is known.</p>
      <PriceTable caption="Prices as last published" lines={lines} sources={record.sources} />
    </section>
  )
}

/** What a kind of care costs here, or what a closed provider last said. */
export function Prices({
  record,
  profile,
  url,
}: {
  record: ProviderRecord
  profile: CaseProfile
  url: string
}) {
  const { cost } = profile
  const lines = record.prices.map((line): StatedLine => {
    const aged = cost.aged.find(
      (one) => one.source === line.source && one.service === line.service && one.min === line.min,
    )
    return { ...line, observed_on: observedOn(line, record), age: aged?.age ?? null }
  })
  if (isClosed(record)) return <LastPrices record={record} lines={lines} />
  const [path = ''] = url.split('?')
  const kept = [...queryOf(url)].filter(([name]) => name !== 'sessions' && name !== 'maintenance')
  return (
    <section class="section stack" aria-labelledby="prices">
      <h2 id="prices">What it costs</h2>
      <p>
        Worked out for {countInWords(cost.plan.first_course_sessions, 'session')} in the first
        course, then {cost.plan.maintenance_per_month} a month, paid by yourself.
      </p>
      <CarePlanForm action={path} plan={cost.plan} carried={kept} />
      <CostSummary cost={cost} />
      <PriceTable caption="All prices, as stated" lines={lines} sources={record.sources} />
    </section>
  )
}
