import type { MapData, MapState } from '#core/page-data.ts'
import type { StateCount } from '#core/records-states.ts'

/** "2 with a site, 1 from afar". */
function countsInWords({ with_site, from_afar }: StateCount): string {
  return [
    with_site > 0 ? `${with_site} with a site` : null,
    from_afar > 0 ? `${from_afar} from afar` : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Four steps that also differ in black and white; "none" carries no fill. */
function stepOf(count: number): string {
  if (count === 0) return 'none'
  if (count <= 2) return 'few'
  return count <= 4 ? 'some' : 'many'
}

function State({ state }: { state: MapState }) {
  const label = `${state.name}: ${countsInWords(state)}`
  const shape = <path class={`map__state map__state--${stepOf(state.with_site)}`} d={state.path} />
  if (state.either === 0) {
    return (
      <g>
        <title>{`${state.name}: none on file`}</title>
        {shape}
      </g>
    )
  }
  return (
    <a class="map__link" href={`/providers?state=${state.state}`} aria-label={label}>
      <title>{label}</title>
      {shape}
    </a>
  )
}

/** States as links, shaded by the number of providers with a site, and the sites as marks. */
export function StateMap({ map }: { map: MapData }) {
  return (
    <figure class="map">
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG of links is a group of them */}
      <svg
        class="map__svg"
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="group"
        aria-label="Map of providers by state. The list beside it says the same."
      >
        {map.states.map((state) => (
          <State key={state.state} state={state} />
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: marks cannot be focused */}
        <g aria-hidden="true">
          {map.states.map(
            ({ state, x, y, with_site, roomy }) =>
              with_site > 0 &&
              roomy && (
                <text key={state} class="map__count" x={x} y={y}>
                  {with_site}
                </text>
              ),
          )}
          {map.sites.map(({ x, y, sites, exact }) => (
            <circle
              key={`${x},${y}`}
              class={exact ? 'map__site' : 'map__site map__site--city'}
              cx={x}
              cy={y}
              r={Math.round(30 * Math.sqrt(sites + 1)) / 10}
            />
          ))}
        </g>
      </svg>
      <figcaption>
        <ul class="legend chart__key">
          {(
            [
              ['none', 'no provider with a site'],
              ['few', '1 or 2'],
              ['some', '3 or 4'],
              ['many', '5 or more'],
            ] as const
          ).map(([step, words]) => (
            <li key={step}>
              <svg class="chart__swatch" viewBox="0 0 24 14" aria-hidden="true">
                <rect class={`map__state map__state--${step}`} width="24" height="14" />
              </svg>{' '}
              {words}
            </li>
          ))}
          <li>
            <svg class="chart__swatch" viewBox="0 0 24 14" aria-hidden="true">
              <circle class="map__site" cx="12" cy="7" r="5" />
            </svg>{' '}
            a site, by ZIP code (larger: several)
          </li>
          <li>
            <svg class="chart__swatch" viewBox="0 0 24 14" aria-hidden="true">
              <circle class="map__site map__site--city" cx="12" cy="7" r="5" />
            </svg>{' '}
            a site, known only by its city
          </li>
        </ul>
      </figcaption>
    </figure>
  )
}

/** The same as the map, in reading order. */
export function StateList({ states }: { states: readonly StateCount[] }) {
  return (
    <ul class="map__list" id="map-list">
      {states
        .filter(({ either }) => either > 0)
        .map((count) => (
          <li key={count.state}>
            <a href={`/providers?state=${count.state}`}>{count.name}</a>
            <span class="quiet">{countsInWords(count)}</span>
          </li>
        ))}
    </ul>
  )
}
