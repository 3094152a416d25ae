import type { Verdict } from '#core/vocabulary.ts'
import { LEGEND, VERDICT_WORDS } from '#core/words.ts'

/** A verdict as shape and word; the color only repeats them. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { word, shape } = VERDICT_WORDS[verdict]
  const tone = verdict === 'at_least_partly' ? 'partly' : verdict
  return (
    <span class={`verdict verdict--${tone}`}>
      <span class="verdict__shape" aria-hidden="true">
        {shape}
      </span>
      {word}
    </span>
  )
}

/** The verdicts in a line, for above a table. */
export function VerdictLegend() {
  return (
    <ul class="legend" aria-label="What the signs mean">
      {LEGEND.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} />
        </li>
      ))}
    </ul>
  )
}
