import { ScoreBar, ScoreKey } from './score-bar.tsx'

/** The tokens of the design as they look. */

const SIZES: readonly (readonly [token: string, use: string])[] = [
  ['3xl', 'Title of the home page'],
  ['2xl', 'Title of a page'],
  ['xl', 'Title of a section'],
  ['l', 'Lead, and names in lists'],
  ['m', 'Text'],
  ['s', 'Notes, sources and days'],
]

/** The six sizes of type, each with what it is for. */
export function TypeScale() {
  return (
    <ul class="type-scale">
      {SIZES.map(([token, use]) => (
        <li key={token} class={`type-scale__${token}`}>
          {use} <code class="small quiet">--text-{token}</code>
        </li>
      ))}
    </ul>
  )
}

/** The eight distances that everything keeps. */
export function Spacing() {
  return (
    <ul class="spacing">
      {[4, 8, 12, 16, 24, 32, 48, 64].map((pixels) => (
        <li key={pixels}>
          <svg width={pixels} height="16" aria-hidden="true">
            <rect class="spacing__bar" width="100%" height="100%" />
          </svg>
          <code class="small">--s{pixels}</code>
        </li>
      ))}
    </ul>
  )
}

const ROLES: readonly (readonly [role: string, use: string])[] = [
  ['paper', 'behind everything'],
  ['raised', 'fields and buttons'],
  ['sunk', 'what stands back'],
  ['ink', 'text'],
  ['ink-soft', 'text that matters less'],
  ['line', 'lines between things'],
  ['line-strong', 'edges of what can be used'],
  ['accent', 'links'],
  ['accent-fill', 'what is confirmed'],
  ['focus', 'the focus ring'],
  ['met', 'meets'],
  ['not-met', 'does not meet'],
  ['conflict', 'sources disagree'],
  ['band', 'the crisis line'],
  ['notice', 'a warning'],
]

/** The roles of color in the scheme in force: light, dark or print. */
export function Palette() {
  return (
    <ul class="palette">
      {ROLES.map(([role, use]) => (
        <li key={role}>
          <svg class={`palette__patch role-${role}`} aria-hidden="true">
            <rect width="100%" height="100%" />
          </svg>
          <span>
            <code>--{role}</code>
            <span class="small quiet"> {use}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

const BARS: readonly (readonly [string, number, number, number])[] = [
  ['Nothing is known', 0, 0, 100],
  ['All three parts', 31, 52, 88],
  ['Only its own word', 0, 64, 100],
  ['Confirmed, the rest lost', 74, 74, 74],
  ['Everything confirmed', 100, 100, 100],
  ['Everything lost', 0, 0, 0],
]

/** The score range bar in every size, from nothing known to all lost. */
export function Bars() {
  return (
    <>
      <ScoreKey />
      {(['large', 'medium', 'small'] as const).map((size) => (
        <div key={size} class="specimens">
          {BARS.map(([name, low, stated, high]) => (
            <div key={name}>
              <ScoreBar points={{ low, stated, high }} size={size} />
              <p class="small quiet">{name}</p>
            </div>
          ))}
        </div>
      ))}
    </>
  )
}
