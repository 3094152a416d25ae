import type { ComponentChildren } from 'preact'
import type { Comparison } from '#core/compare.ts'
import { MAX_COMPARED } from '#core/compare-limits.ts'
import { numberSources } from '#core/comparison-sources.ts'
import { stateName } from '#core/state-names.ts'
import { hrefOf, queryOf, withValue } from '../state/query-string.ts'
import { CompareCases } from './compare-cases.tsx'
import { CompareCosts } from './compare-costs.tsx'
import { ComparePairs } from './compare-pairs.tsx'
import type { PlanExtras } from './compare-plan.tsx'
import { ComparePlan } from './compare-plan.tsx'
import { CompareSources } from './compare-sources.tsx'
import { CompareTable } from './compare-table.tsx'
import { LawNotices } from './learn-notice.tsx'
import { Notice } from './notice.tsx'
import { ScoreKey } from './score-bar.tsx'
import { VerdictLegend } from './verdict-mark.tsx'

/** What the browser adds to the page once it runs; the server draws the page without. */
export type LiveParts = {
  find: ComponentChildren
  told: ComponentChildren
  matters: ComponentChildren
  plan: PlanExtras
  onSwap: (id: string) => void
  /** Prints with the evidence of every cell, open or not. */
  onPrintAll: () => void
}

function TakeAway({ url, live }: { url: string; live: LiveParts | null }) {
  const query = queryOf(url)
  for (const name of ['only', 'view']) query.delete(name)
  return (
    <div id="take-away" class="on-screen" tabIndex={-1}>
      <p class="actions">
        <a class="button" href={hrefOf('/api/comparison.csv', query)} download>
          Download CSV
        </a>
        <a class="button" href={hrefOf('/api/comparison.json', query)} download>
          Download JSON
        </a>
        <button type="button" class="button scripted-only" data-print>
          Print
        </button>
        {live && (
          <button type="button" class="button" onClick={live.onPrintAll}>
            Print with all evidence
          </button>
        )}
      </p>
      {live === null && (
        <noscript>
          <p class="small quiet">
            To print, use the menu of your browser. A cell that you have opened prints with its
            evidence; the others name their sources by number.
          </p>
        </noscript>
      )}
      {live?.told && (
        <p class="small quiet">The two files hold public evidence only, without your answers.</p>
      )}
    </div>
  )
}

function Views({ url, hidden, total }: { url: string; hidden: number; total: number }) {
  const query = queryOf(url)
  const only = query.get('only') === 'differences'
  const detailed = query.get('view') === 'detailed'
  return (
    <p class="only on-screen">
      <a
        class="button"
        href={hrefOf('/compare', withValue(query, 'only', only ? null : 'differences'))}
        data-live
        data-only-toggle
        data-hidden={hidden}
        data-total={total}
      >
        {only ? 'Show all rows' : 'Show only differences'}
      </a>
      <a
        class="button"
        href={hrefOf('/compare', withValue(query, 'view', detailed ? null : 'detailed'))}
        data-live
      >
        {detailed ? 'Show verdicts only' : 'Show the reasons too'}
      </a>
      <span class="quiet" role="status" data-only-count>
        {only ? `${hidden} of ${total} rows are the same and hidden.` : `${total} rows.`}
      </span>
    </p>
  )
}

function AddLink({ count }: { count: number }) {
  return (
    <p class="on-screen">
      {count < MAX_COMPARED ? (
        <a href="/providers">Add another provider</a>
      ) : (
        `${MAX_COMPARED} is the most. Remove one to add another.`
      )}
    </p>
  )
}

function Notices({ comparison }: { comparison: Comparison }) {
  return (
    <>
      <LawNotices notices={comparison.law} />
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
    </>
  )
}

function Matters({ live }: { live: LiveParts | null }) {
  return (
    <section class={live ? 'section stack' : 'section stack on-screen'} aria-labelledby="matters">
      <h2 id="matters">What matters to me</h2>
      {live?.matters ?? (
        <>
          <p class="quiet">
            Weigh the four groups your own way, and name what you cannot do without. This part needs
            JavaScript, because what you set stays in this browser and is never sent.
          </p>
          <p role="status" data-part-note />
        </>
      )}
    </section>
  )
}

/** A comparison with all its tools; `live` is null on the server and until the browser is ready. */
export function CompareView({
  comparison,
  url,
  live,
}: {
  comparison: Comparison
  url: string
  live: LiveParts | null
}) {
  const rows = comparison.groups.flatMap((group) => group.rows)
  const hidden = rows.filter((row) => !row.differs).length
  const query = queryOf(url)
  const numbered = numberSources(comparison)
  return (
    <div class="compare-view stack" data-only={query.get('only') ?? undefined}>
      <Notices comparison={comparison} />
      {live?.find ?? <AddLink count={comparison.providers.length} />}
      <CompareCases comparison={comparison} url={url} />
      {live?.told}
      <Views url={url} hidden={hidden} total={rows.length} />
      <div>
        <VerdictLegend />
        <ScoreKey />
      </div>
      <a class="skip-on" href="#take-away">
        Skip past the table
      </a>
      <div class="compare-frame">
        <ComparePairs names={comparison.providers.map(({ name }) => name)} />
        <CompareTable
          comparison={comparison}
          numbered={numbered}
          url={url}
          detailed={query.get('view') === 'detailed'}
          onSwap={live?.onSwap ?? null}
        />
      </div>
      <TakeAway url={url} live={live} />
      <section class="section stack" aria-labelledby="plan">
        <h2 id="plan">The plan behind the costs</h2>
        <ComparePlan plan={comparison.plan} url={url} extras={live?.plan ?? null} />
        <CompareCosts comparison={comparison} extras={live?.plan ?? null} />
      </section>
      <Matters live={live} />
      <CompareSources sources={numbered.sources} />
    </div>
  )
}
