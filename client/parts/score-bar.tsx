export type Points = { low: number; stated: number; high: number }

const percent = (part: number, of: number) => `${of > 0 ? Math.round((1000 * part) / of) / 10 : 0}%`

/**
 * A range of points as a bar of three parts: confirmed (solid), said but not verified (hatched),
 * not known (dotted). What is lost for good stays bare. The words beside it tell the same.
 */
export function ScoreBar({
  points: { low, stated, high },
  of = 100,
  size = 'medium',
}: {
  points: Points
  of?: number
  size?: 'small' | 'medium' | 'large'
}) {
  return (
    <svg class={size === 'medium' ? 'bar' : `bar bar--${size}`} aria-hidden="true">
      <rect class="bar__ground" width="100%" height="100%" />
      {high > stated && (
        <rect
          class="bar__open"
          x={percent(stated, of)}
          width={percent(high - stated, of)}
          height="100%"
        />
      )}
      {stated > low && (
        <rect
          class="bar__stated"
          x={percent(low, of)}
          width={percent(stated - low, of)}
          height="100%"
        />
      )}
      {low > 0 && <rect class="bar__confirmed" width={percent(low, of)} height="100%" />}
    </svg>
  )
}

/** The two fills that every bar on a page refers to. */
export function BarFills() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="bar__hatch" x1="1" y1="0" x2="1" y2="6" />
        </pattern>
        <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle class="bar__dot" cx="2.5" cy="2.5" r="0.8" />
        </pattern>
      </defs>
    </svg>
  )
}

/** What the three fills mean. */
export function ScoreKey() {
  return (
    <ul class="score-key" aria-label="How to read the bar">
      <li>
        <ScoreBar points={{ low: 100, stated: 100, high: 100 }} /> Confirmed
      </li>
      <li>
        <ScoreBar points={{ low: 0, stated: 100, high: 100 }} /> Says so, not verified
      </li>
      <li>
        <ScoreBar points={{ low: 0, stated: 0, high: 100 }} /> Not known
      </li>
      <li>
        <ScoreBar points={{ low: 0, stated: 0, high: 0 }} /> Not earned
      </li>
    </ul>
  )
}
