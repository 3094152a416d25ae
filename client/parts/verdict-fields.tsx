import type { CriterionLabel } from '#core/page-data.ts'
import type { VerdictFacet } from '#core/search-query.ts'

/** The points that people ask for first. Any other can be asked for in the address. */
export const ASKED_FIRST = ['A1', 'A4', 'B1', 'B2', 'C1', 'C4', 'D1', 'D2']

function VerdictField({
  criterion,
  facet,
  query,
}: {
  criterion: CriterionLabel
  facet: VerdictFacet
  query: URLSearchParams
}) {
  const option = (name: 'met' | 'partly', word: string) => (
    <label class="option option--inline">
      <input
        type="checkbox"
        name={name}
        value={criterion.id}
        checked={query.getAll(name).includes(criterion.id)}
      />
      <span class="hidden-text">{criterion.short_label}: </span>
      {word} <span class="option__count">{facet[name]}</span>
    </label>
  )
  return (
    <div class="verdict-field">
      <p>{criterion.short_label}</p>
      {option('met', 'Meets')}
      {option('partly', 'Partly')}
      <span class="option__count">not known {facet.unknown}</span>
    </div>
  )
}

/** What the evidence must show: any of the ticked verdicts for one point, all points together. */
export function VerdictFields({
  criteria,
  facets,
  query,
}: {
  criteria: readonly CriterionLabel[]
  facets: readonly VerdictFacet[]
  query: URLSearchParams
}) {
  return (
    <fieldset class="group">
      <legend>What the evidence must show</legend>
      {ASKED_FIRST.flatMap((id) => {
        const criterion = criteria.find((one) => one.id === id)
        const facet = facets.find((one) => one.criterion === id)
        if (criterion === undefined || facet === undefined) return []
        return <VerdictField key={id} criterion={criterion} facet={facet} query={query} />
      })}
    </fieldset>
  )
}
