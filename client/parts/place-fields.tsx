import type { FacetOption } from '#core/search-query.ts'
import { stateName } from '#core/state-names.ts'

const DISTANCES = ['10', '25', '50', '100', '250']

function StateOptions({ options, chosen }: { options: readonly FacetOption[]; chosen: string }) {
  const shown = options
    .filter(({ value, count }) => value !== 'unknown' && (count > 0 || value === chosen))
    .map(({ value, count }) => ({ value, text: `${stateName(value)} (${count})` }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
  const unknown = options.find(({ value }) => value === 'unknown')
  return (
    <>
      <option value="">Any state</option>
      {shown.map(({ value, text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
      {unknown && (
        <option value="unknown" selected={chosen === 'unknown'}>
          Not known ({unknown.count})
        </option>
      )}
    </>
  )
}

/** Where the visitor lives: a ZIP code with a distance, or a state. */
export function PlaceFields({
  query,
  states,
}: {
  query: URLSearchParams
  states: readonly FacetOption[]
}) {
  const within = query.get('within_miles') ?? ''
  return (
    <fieldset class="group">
      <legend>Where you live</legend>
      <div class="group__pair">
        <label class="field">
          ZIP code
          <input
            name="zip"
            inputMode="numeric"
            autocomplete="postal-code"
            maxLength={10}
            value={query.get('zip') ?? ''}
          />
        </label>
        <label class="field">
          Within
          <select name="within_miles">
            <option value="">Any</option>
            {DISTANCES.map((miles) => (
              <option key={miles} value={miles} selected={miles === within}>
                {miles} miles
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="field">
        State
        <select name="state">
          <StateOptions options={states} chosen={query.get('state') ?? ''} />
        </select>
      </label>
    </fieldset>
  )
}
