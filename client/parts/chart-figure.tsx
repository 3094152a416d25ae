import type { ComponentChildren } from 'preact'
import type { ChartSvg } from '#core/page-data.ts'

export type ChartKeyEntry = { swatch: string; words: string }

function Swatch({ kind }: { kind: string }) {
  if (!kind.startsWith('point')) {
    return (
      <svg class="chart__swatch" viewBox="0 0 24 14" aria-hidden="true">
        <rect class={`chart__part chart__${kind}`} x="1" y="1" width="22" height="12" />
      </svg>
    )
  }
  const tone = kind.includes('aged') ? 'chart__point chart__point--aged' : 'chart__point'
  return (
    <svg class="chart__swatch" viewBox="0 0 24 14" aria-hidden="true">
      <g class={tone}>
        {kind.includes('square') ? (
          <rect x="8" y="3" width="8" height="8" />
        ) : (
          <circle cx="12" cy="7" r="4.5" />
        )}
      </g>
    </svg>
  )
}

/** What the fills and shapes of a chart mean. */
export function ChartKey({ entries }: { entries: readonly ChartKeyEntry[] }) {
  return (
    <ul class="legend chart__key" aria-label="How to read the chart">
      {entries.map(({ swatch, words }) => (
        <li key={words}>
          <Swatch kind={swatch} /> {words}
        </li>
      ))}
    </ul>
  )
}

/** A chart drawn on the server, with its key above and its table beneath. */
export function ChartFigure({
  svg,
  keys,
  table,
}: {
  svg: ChartSvg
  keys: readonly ChartKeyEntry[]
  table: ComponentChildren
}) {
  return (
    <div class="chart">
      <ChartKey entries={keys} />
      <div class="chart__wide" dangerouslySetInnerHTML={{ __html: svg.wide }} />
      <div class="chart__narrow" dangerouslySetInnerHTML={{ __html: svg.narrow }} />
      <details class="chart__table">
        <summary>The same as a table</summary>
        {table}
      </details>
    </div>
  )
}

/** The fills that charts refer to besides those of the score bar. */
export function ChartFills() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="crossed" width="7" height="7" patternUnits="userSpaceOnUse">
          <path class="chart__cross" d="M0 0 7 7M7 0 0 7" />
        </pattern>
        <pattern id="upright" width="5" height="5" patternUnits="userSpaceOnUse">
          <path class="chart__cross" d="M2 0V5" />
        </pattern>
      </defs>
    </svg>
  )
}
