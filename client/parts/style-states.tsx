import type { Comparison } from '#core/compare.ts'
import { numberSources } from '#core/comparison-sources.ts'
import { ChosenBar } from './compare-bar.tsx'
import { CompareTable } from './compare-table.tsx'
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

/** What stands where there is nothing, not yet, or no network. */
export function PageStates() {
  return (
    <>
      <div class="specimen stack">
        <p>Nothing is saved yet. Press ☆ Save beside a provider, and it will be here.</p>
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
