/** The chart of session prices: a row for each provider, kinds of care one below the other. */

import { rangeInWords } from '#core/money.ts'
import type { PricePoint, RecordsFigures } from '#core/records.ts'
import type { Drawing, Plot } from './records-plot.ts'
import { shortened } from './records-plot.ts'

/** What guides often quote for a session in person, in dollars. Context, not a finding of ours. */
const QUOTED = [400, 800] as const
/** Above this many rows a chart names no providers; the table still does. */
const MOST_NAMED_ROWS = 60
const LEAST_SCALE_DOLLARS = 1000
const NAME_PIXELS = 250

type Row = { y: string; text: string; in_clinic: boolean }
type Priced = Row & { point: PricePoint }

const lowOf = ({ point }: Priced) => point.low / 100
const highOf = ({ point }: Priced) => point.high / 100

function rowsOf({ prices }: RecordsFigures): { headings: Row[]; priced: Priced[]; order: Row[] } {
  const groups = prices
    .filter(({ points }) => points.length > 0)
    .map(({ id, label, providers, points }) => {
      const in_clinic = id.endsWith('-clinic')
      const text = `${label}: ${points.length} of ${providers} priced`
      const priced = points.map((point): Priced => {
        return { y: `${id} ${point.id}`, text: point.name, point, in_clinic }
      })
      return { heading: { y: id, text, in_clinic }, priced }
    })
  return {
    headings: groups.map(({ heading }) => heading),
    priced: groups.flatMap(({ priced }) => priced),
    order: groups.flatMap(({ heading, priced }) => [heading, ...priced]),
  }
}

/** Filled while the price is recent, hollow when it is old or undated; square when shared. */
function dots(plot: Plot, rows: readonly Priced[], dy: number) {
  const shapes = [true, false].flatMap((aged) => [true, false].map((shared) => ({ aged, shared })))
  return shapes.flatMap(({ aged, shared }) => {
    const own = rows.filter(({ point }) => point.aged === aged && point.shared === shared)
    const options = {
      y: 'y',
      dy,
      r: 4.5,
      symbol: shared ? ('square' as const) : ('circle' as const),
      className: aged ? 'chart__point chart__point--aged' : 'chart__point',
    }
    return [lowOf, highOf].map((x) => plot.dot(own, { ...options, x }))
  })
}

/** Names at the left and prices at the right end, or both above the line where it is narrow. */
function rowTexts(plot: Plot, rows: readonly Priced[], wide: boolean) {
  const names = plot.text(rows, {
    y: 'y',
    frameAnchor: 'left',
    dx: wide ? -NAME_PIXELS : 0,
    dy: wide ? 0 : -9,
    text: ({ text }: Priced) => shortened(text, wide ? 34 : 28),
    textAnchor: 'start',
    className: 'chart__name',
  })
  const amounts = plot.text(rows, {
    y: 'y',
    ...(wide ? { x: highOf, dx: 12 } : { frameAnchor: 'right' as const, dy: -9 }),
    text: ({ point }: Priced) => rangeInWords(point.low, point.high),
    textAnchor: wide ? 'start' : 'end',
    className: 'chart__value',
  })
  return [names, amounts]
}

/** The drawing for some figures; at least one price is known. */
export function pricesDrawing(figures: RecordsFigures): Drawing {
  const { headings, priced, order } = rowsOf(figures)
  const named = priced.length <= MOST_NAMED_ROWS
  const most = Math.max(LEAST_SCALE_DOLLARS, ...priced.map(highOf))
  return (plot, wide) => {
    const height = named ? (wide ? 26 : 42) : 12
    const dy = wide || !named ? 0 : 10
    return {
      height: order.length * height + 50,
      marginLeft: wide ? NAME_PIXELS : 4,
      marginRight: wide ? 130 : 14,
      marginTop: 8,
      marginBottom: 42,
      x: { domain: [0, most] },
      y: { domain: order.map(({ y }) => y), axis: null, padding: 0 },
      marks: [
        plot.barX(
          order.filter(({ in_clinic }) => in_clinic),
          { y: 'y', x1: QUOTED[0], x2: QUOTED[1], className: 'chart__context' },
        ),
        plot.gridX({ ticks: wide ? 7 : 4, className: 'chart__grid' }),
        plot.ruleY(priced, { y: 'y', dy, x1: lowOf, x2: highOf, className: 'chart__line' }),
        dots(plot, priced, dy),
        plot.text(headings, {
          y: 'y',
          frameAnchor: 'left',
          dx: wide ? -NAME_PIXELS : 0,
          dy: wide ? 10 : 18,
          lineAnchor: 'bottom',
          lineWidth: wide ? 60 : 25,
          text: ({ text }: Row) => text,
          textAnchor: 'start',
          className: 'chart__heading',
        }),
        named ? rowTexts(plot, priced, wide) : null,
        plot.axisX({
          anchor: 'bottom',
          label: null,
          ticks: wide ? 7 : 4,
          tickFormat: (dollars: number) => `$${dollars.toLocaleString('en-US')}`,
          className: 'chart__axis',
        }),
      ],
    }
  }
}
