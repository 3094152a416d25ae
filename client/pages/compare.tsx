import type { Comparison } from '#core/compare.ts'
import { MAX_COMPARED, MIN_COMPARED } from '#core/compare.ts'
import type { LawNotice } from '#core/learn-law.ts'
import type { CompareData } from '#core/page-data.ts'
import { stateName } from '#core/state-names.ts'
import { withProviders } from '../parts/compare-head.tsx'
import { CompareTable } from '../parts/compare-table.tsx'
import { CarePlanForm } from '../parts/cost-summary.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { LawNotices } from '../parts/learn-notice.tsx'
import { Notice } from '../parts/notice.tsx'
import { ScoreKey } from '../parts/score-bar.tsx'
import { VerdictLegend } from '../parts/verdict-mark.tsx'
import { hrefOf, queryOf, withValue } from '../state/query-string.ts'

function Choosing({ data, url }: { data: CompareData; url: string }) {
  return (
    <div class="stack">
      <p class="lead">
        Choose {MIN_COMPARED} to {MAX_COMPARED} providers, and read them side by side: what is
        confirmed, what is only said, what is not known, and what it costs.
      </p>
      {data.ids.length > 0 && (
        <FieldErrors title="These cannot be compared yet." errors={data.errors} />
      )}
      {data.chosen.length > 0 && (
        <div>
          <h2>Chosen so far</h2>
          <ul class="chosen">
            {data.chosen.map(({ id, name, closed }) => (
              <li key={id}>
                <a href={`/providers/${id}`}>{name}</a>
                {closed && ' (closed: it cannot be compared)'}{' '}
                <a
                  class="small"
                  href={withProviders(
                    url,
                    data.ids.filter((one) => one !== id),
                  )}
                >
                  Remove<span class="hidden-text"> {name}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <a class="button button--main" href="/providers">
          Find providers to compare
        </a>
      </p>
    </div>
  )
}

function CaseChoice({ comparison, url }: { comparison: Comparison; url: string }) {
  if (comparison.shared_cases.length < 2) return null
  return (
    <nav class="compare-cases on-screen" aria-label="Kind of care compared">
      <span>All of them offer:</span>
      {comparison.shared_cases.map(({ id, label }) => (
        <a
          key={id}
          class="chip"
          href={hrefOf('/compare', withValue(queryOf(url), 'case', id))}
          aria-current={comparison.case?.id === id ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

function TakeAway({ url }: { url: string }) {
  const query = queryOf(url)
  query.delete('only')
  return (
    <p class="actions on-screen">
      <a class="button" href={hrefOf('/api/comparison.csv', query)} download>
        Download CSV
      </a>
      <a class="button" href={hrefOf('/api/comparison.json', query)} download>
        Download JSON
      </a>
      <button type="button" class="button scripted-only" data-print>
        Print
      </button>
    </p>
  )
}

function OnlyDifferences({ url, hidden, total }: { url: string; hidden: number; total: number }) {
  const query = queryOf(url)
  const only = query.get('only') === 'differences'
  return (
    <p class="only on-screen">
      <a
        class="button"
        href={hrefOf('/compare', withValue(query, 'only', only ? null : 'differences'))}
        data-only-toggle
        data-hidden={hidden}
        data-total={total}
      >
        {only ? 'Show all rows' : 'Show only differences'}
      </a>
      <span class="quiet" role="status" data-only-count>
        {only ? `${hidden} of ${total} rows are the same and hidden.` : `${total} rows.`}
      </span>
    </p>
  )
}

function View({ comparison, url }: { comparison: Comparison; url: string }) {
  const rows = comparison.groups.flatMap((group) => group.rows)
  const hidden = rows.filter((row) => !row.differs).length
  const query = queryOf(url)
  const kept = [...query].filter(([name]) => name !== 'sessions' && name !== 'maintenance')
  const few = comparison.providers.length < MAX_COMPARED
  return (
    <div class="compare-view stack" data-only={query.get('only') ?? undefined}>
      {comparison.notices.length > 0 && (
        <Notice tone="warn">
          {comparison.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Notice>
      )}
      {comparison.state !== null && (
        <p>Assessed for someone who lives in {stateName(comparison.state)}.</p>
      )}
      <CaseChoice comparison={comparison} url={url} />
      <OnlyDifferences url={url} hidden={hidden} total={rows.length} />
      <div>
        <VerdictLegend />
        <ScoreKey />
      </div>
      <CompareTable comparison={comparison} url={url} />
      <TakeAway url={url} />
      <p class="on-screen">
        {few ? (
          <a href="/providers">Add another provider</a>
        ) : (
          `${MAX_COMPARED} is the most. Remove one to add another.`
        )}
      </p>
      <section class="section stack" aria-labelledby="plan">
        <h2 id="plan">The plan behind the costs</h2>
        <p>
          All costs are for {comparison.plan.first_course_sessions} sessions in the first course,
          then {comparison.plan.maintenance_per_month} a month, paid by yourself. Change it and all
          are added up again.
        </p>
        <CarePlanForm action="/compare" plan={comparison.plan} carried={kept} />
      </section>
    </div>
  )
}

/** Two to four providers side by side, or how to choose them. */
export function ComparePage({
  data,
  url,
  law,
}: {
  data: CompareData
  url: string
  law: readonly LawNotice[]
}) {
  const compared = data.comparison?.providers ?? []
  return (
    <>
      <h1>Compare</h1>
      {data.comparison === null ? (
        <Choosing data={data} url={url} />
      ) : (
        <>
          <FieldErrors title="A part of the address could not be read." errors={data.errors} />
          <LawNotices
            notices={law}
            settings={compared.flatMap(({ summary }) => summary?.setting ?? [])}
          />
          <View comparison={data.comparison} url={url} />
        </>
      )}
    </>
  )
}
