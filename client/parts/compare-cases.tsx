import type { Comparison } from '#core/compare.ts'
import { hrefOf, queryOf, withValue } from '../state/query-string.ts'

/**
 * The kinds of care that all offer, where there is a choice or the one shown is none of them; where
 * they share none, the way back to each one's own.
 */
export function CompareCases({
  comparison: { case: shown, shared_cases: shared },
  url,
}: {
  comparison: Pick<Comparison, 'case' | 'shared_cases'>
  url: string
}) {
  const isShared = shown === null || shared.some(({ id }) => id === shown.id)
  if (isShared && shared.length < 2) return null
  const hrefFor = (id: string | null) => hrefOf('/compare', withValue(queryOf(url), 'case', id))
  return (
    <nav class="compare-cases on-screen" aria-label="Kind of care compared">
      {shared.length > 0 ? (
        <span>All of them offer:</span>
      ) : (
        <a class="chip" href={hrefFor(null)} data-live>
          Show the kind of care that each one offers
        </a>
      )}
      {shared.map(({ id, label }) => (
        <a
          key={id}
          class="chip"
          href={hrefFor(id)}
          aria-current={shown?.id === id ? 'true' : undefined}
          data-live
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
