import type { Source } from '#core/provider.ts'
import { SourceLine } from './source-link.tsx'

/** Every source of the table with its day; on paper, the cells carry these numbers. */
export function CompareSources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section class="section compare-sources" aria-labelledby="sources">
      <h2 id="sources">Sources of the table</h2>
      <p class="small quiet">
        Each cell above opens the evidence behind it. Printed cells name these numbers instead.
      </p>
      <ol class="compare-sources__list">
        {sources.map((source, at) => (
          <li key={at}>
            <SourceLine source={source} />
          </li>
        ))}
      </ol>
    </section>
  )
}
