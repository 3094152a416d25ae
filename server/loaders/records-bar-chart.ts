/** Charts of stacked bars: a row for each question or year, a segment for each kind of answer. */

import type { AgeRow, AnswerRow } from '#core/records.ts'
import { ANSWER_PARTS } from '#core/records.ts'
import type { Drawing, Plot } from './records-plot.ts'

/** Below this part of the width a segment has no room for its count; the table has it. */
const ROOM_WIDE = 0.045
const ROOM_NARROW = 0.08
const NAME_PIXELS = 250

type Bar = { y: string; text: string; parts: readonly (readonly [part: string, count: number])[] }

/** What the full width stands for, given a bar's own sum; and where its numbers stand. */
type Scale = { wholeOf: (sum: number) => number; numbers: 'inside' | 'at_end' }

type Segment = { y: string; from: number; to: number; count: number; part: string }

const sumOf = ({ parts }: Bar) => parts.reduce((sum, [, count]) => sum + count, 0)

function segmentsOf(bar: Bar, { wholeOf }: Scale): Segment[] {
  const whole = wholeOf(sumOf(bar))
  let from = 0
  return bar.parts.map(([part, count]) => {
    const to = from + count / whole
    const segment = { y: bar.y, from, to, count, part }
    from = to
    return segment
  })
}

function numbersInside(plot: Plot, segments: readonly Segment[], room: number, dy: number) {
  return plot.text(
    segments.filter(({ from, to }) => to - from >= room),
    {
      y: 'y',
      dy,
      x: ({ from, to }: Segment) => (from + to) / 2,
      text: ({ count }: Segment) => String(count),
      className: 'chart__count',
    },
  )
}

function numbersAtEnd(plot: Plot, bars: readonly Bar[], { wholeOf }: Scale, dy: number) {
  return plot.text(bars, {
    y: 'y',
    dy,
    dx: 8,
    x: (bar: Bar) => sumOf(bar) / wholeOf(sumOf(bar)),
    text: (bar: Bar) => String(sumOf(bar)),
    textAnchor: 'start',
    className: 'chart__value',
  })
}

function barsDrawing(bars: readonly Bar[], scale: Scale): Drawing {
  const segments = bars.flatMap((bar) => segmentsOf(bar, scale)).filter(({ count }) => count > 0)
  const parts = [...new Set(segments.map(({ part }) => part))]
  const inside = scale.numbers === 'inside'
  return (plot, wide) => {
    const insets = wide ? { insetTop: 5, insetBottom: 5 } : { insetTop: 26, insetBottom: 4 }
    const dy = wide ? 0 : 11
    return {
      height: bars.length * (wide ? 40 : 58) + 8,
      marginLeft: wide ? NAME_PIXELS : 2,
      marginRight: inside ? 2 : 44,
      marginTop: 4,
      marginBottom: 4,
      x: { domain: [0, 1], axis: null },
      y: { domain: bars.map(({ y }) => y), axis: null, padding: 0 },
      marks: [
        parts.map((part) =>
          plot.barX(
            segments.filter((segment) => segment.part === part),
            { y: 'y', x1: 'from', x2: 'to', ...insets, className: `chart__part chart__${part}` },
          ),
        ),
        inside
          ? numbersInside(plot, segments, wide ? ROOM_WIDE : ROOM_NARROW, dy)
          : numbersAtEnd(plot, bars, scale, dy),
        plot.text(bars, {
          y: 'y',
          frameAnchor: 'left',
          dx: wide ? -NAME_PIXELS : 0,
          dy: wide ? 0 : -18,
          text: 'text',
          textAnchor: 'start',
          className: 'chart__name',
        }),
      ],
    }
  }
}

/** Each bar is all providers to whom the question applies. */
export function answersDrawing(rows: readonly AnswerRow[]): Drawing {
  const bars = rows.map(({ criterion, short_label, counts }): Bar => {
    const parts = ANSWER_PARTS.map((part) => [part, counts[part]] as const)
    return { y: criterion, text: short_label, parts }
  })
  return barsDrawing(bars, { wholeOf: (sum) => Math.max(1, sum), numbers: 'inside' })
}

/** Bars of one scale: the longest fills the width. */
export function agesDrawing(rows: readonly AgeRow[]): Drawing {
  const bars = rows.map(({ year, full, less, none }): Bar => {
    const parts = [['full', full] as const, ['less', less] as const, ['none', none] as const]
    return { y: year ?? 'unknown', text: year ?? 'Date unknown', parts }
  })
  const most = Math.max(1, ...bars.map(sumOf))
  return barsDrawing(bars, { wholeOf: () => most, numbers: 'at_end' })
}
