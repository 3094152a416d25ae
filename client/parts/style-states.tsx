import type { Comparison } from '#core/compare.ts'
import { numberSources } from '#core/comparison-sources.ts'
import type { CaseProfile } from '#core/profile.ts'
import { BoxGrid } from './box-grid.tsx'
import { CaseVerdict } from './case-verdict.tsx'
import { ChosenBar } from './compare-bar.tsx'
import { CompareTable } from './compare-table.tsx'
import { CostSummary } from './cost-summary.tsx'
import { FindProviders } from './find-providers.tsx'
import { Notice } from './notice.tsx'
import { SaidBar } from './said-bar.tsx'

const CHOSEN = [
  { id: 'short', name: 'Short Name' },
  { id: 'long', name: 'A Center for Infusions with a Name That Is Longer Than Its Place' },
]

/** The bar of the chosen, and a comparison of a few rows. */
export function CompareStates({ comparison }: { comparison: Comparison }) {
  return (
    <>
      <div class="still" inert>
        <ChosenBar list={CHOSEN} />
      </div>
      <CompareTable
        comparison={comparison}
        numbered={numberSources(comparison)}
        detailed={false}
        url="/style"
        onSwap={null}
      />
    </>
  )
}

/** A case with a letter and one without, each with what it costs. */
export function CaseStates({ cases }: { cases: readonly CaseProfile[] }) {
  const lettered = cases.find(({ summary }) => summary.letter_shown)
  const unlettered = cases.find(({ summary }) => !summary.letter_shown && summary.low !== null)
  return (
    <>
      {[lettered, unlettered].map(
        (one) =>
          one && (
            <div key={one.summary.label} class="specimen stack">
              <CaseVerdict summary={one.summary} />
              <BoxGrid boxes={one.summary.boxes} />
              <CostSummary cost={one.cost} />
            </div>
          ),
      )}
    </>
  )
}

/** What stands where there is nothing, not yet, or no network. */
export function PageStates() {
  return (
    <>
      <div class="specimen stack">
        <p>Your shortlist is empty. Press ☆ Save beside a provider, and it will be here.</p>
        <FindProviders />
      </div>
      <div class="specimen">
        <p role="status">Loading the questions …</p>
      </div>
      <Notice tone="warn" title="The list could not be updated.">
        <p>
          You may be offline. The list below is the last one we got.{' '}
          <a href="/style#states">Try again</a>
        </p>
      </Notice>
      <div class="still" inert>
        <SaidBar words="Short Name is on your shortlist." onClose={() => {}}>
          <a href="/shortlist">My shortlist</a>
        </SaidBar>
      </div>
    </>
  )
}
