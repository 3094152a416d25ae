import { dateInWords, daysBetween } from '#core/calendar.ts'
import type { ScorePoint } from '#core/journal.ts'
import type { ScoreBand } from '#core/questionnaires.ts'
import { ScrollRegion } from '../parts/scroll-region.tsx'

const WIDTH = 440
const HEIGHT = 240
const LEFT = 36
const RIGHT = 130
const TOP = 12
const BOTTOM = 30

export type Series = {
  id: string
  name: string
  /** What a point is called in the table: "Score", "Mood". */
  value: string
  max: number
  bands: readonly ScoreBand[]
  points: readonly ScorePoint[]
}

/** Where the points stand; days are drawn to scale, and days alone in the middle. */
export function placesOf({ points, max }: Pick<Series, 'points' | 'max'>) {
  const [first, last] = [points[0], points.at(-1)]
  const span = first && last ? daysBetween(first.on, last.on) : 0
  const inner = WIDTH - LEFT - RIGHT
  return points.map(({ on, total }) => ({
    x: LEFT + (span === 0 || !first ? inner / 2 : (daysBetween(first.on, on) / span) * inner),
    y: TOP + (1 - total / max) * (HEIGHT - TOP - BOTTOM),
  }))
}

/** "PHQ-9 went from 18 on … to 9 on …, in 4 entries." */
export function courseInWords({ name, points }: Pick<Series, 'name' | 'points'>): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return `${name}: no score yet.`
  if (points.length === 1) return `${name}: ${first.total} on ${dateInWords(first.on)}.`
  return `${name}: ${first.total} on ${dateInWords(first.on)}, ${last.total} on ${dateInWords(last.on)}, ${points.length} entries.`
}

function BandLines({ bands, max }: Pick<Series, 'bands' | 'max'>) {
  const y = (value: number) => TOP + (1 - value / max) * (HEIGHT - TOP - BOTTOM)
  return (
    <g class="chart__bands">
      {bands.map(({ from, words }) => (
        <g key={words}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(from)} y2={y(from)} />
          <text x={LEFT - 8} y={y(from) + 4} text-anchor="end">
            {from}
          </text>
          <text x={WIDTH - RIGHT + 8} y={y(from) - 2}>
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Scores over time as a line of points, readable without color, with every value in a table. */
export function ScoreChart({ series }: { series: Series }) {
  const { name, points, value } = series
  const places = placesOf(series)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  return (
    <figure class="journal__chart stack">
      <figcaption>{courseInWords(series)}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
        <title>{`${name} over time; every value stands in the table below`}</title>
        <BandLines bands={series.bands} max={series.max} />
        <polyline class="chart__line" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {places.map(({ x, y }) => (
          <circle key={`${x} ${y}`} class="chart__point" cx={x} cy={y} r="5" />
        ))}
        <text class="chart__day" x={LEFT} y={HEIGHT - 8}>
          {points.length > 1 ? dateInWords(first.on) : ''}
        </text>
        <text class="chart__day" x={WIDTH - RIGHT} y={HEIGHT - 8} text-anchor="end">
          {dateInWords(last.on)}
        </text>
      </svg>
      <ScrollRegion label={`${name} over time`}>
        <table class="data-table">
          <caption>{name} over time</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" class="amount">
                {value}
              </th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ on, total, band }, at) => (
              <tr key={`${on} ${at}`}>
                <th scope="row">{dateInWords(on)}</th>
                <td class="amount">{total}</td>
                <td>{band}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  )
}
