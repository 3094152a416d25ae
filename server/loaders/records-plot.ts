/**
 * Drawing with Observable Plot on the server. Plot needs a document to build in and is heavy, so
 * both are loaded on first use only.
 */

import type { Markish, PlotOptions } from '@observablehq/plot'
import type { ChartSvg } from '#core/page-data.ts'

export type Plot = typeof import('@observablehq/plot')

/** One drawing: its height in rows of pixels, its marks and scales, for a width. */
export type Drawing = (plot: Plot, wide: boolean) => PlotOptions & { marks: Markish[] }

/** Widths in CSS pixels at which text has its true size. */
export const WIDE = 760
export const NARROW = 340

type ParseHtml = (html: string) => { document: PlotOptions['document'] }

/** What is used of an element; the server knows no DOM types. */
type SvgElement = {
  outerHTML: string
  querySelectorAll: (selector: string) => Iterable<SvgElement>
  remove: () => void
  removeAttribute: (name: string) => void
  setAttribute: (name: string, value: string) => void
}

let loading: Promise<{ plot: Plot; parseHTML: ParseHtml }> | null = null

async function load() {
  const [plot, { parseHTML }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ])
  return { plot, parseHTML: parseHTML as unknown as ParseHtml }
}

/**
 * Without the inline style sheet, which the page policy forbids, and without the names that Plot
 * gives to groups, which carry no role; coordinates are cut to a tenth of a pixel.
 */
function cleaned(svg: SvgElement): string {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const group of svg.querySelectorAll('g')) group.removeAttribute('aria-label')
  svg.setAttribute('role', 'img')
  return svg.outerHTML.replace(/\d+\.\d{3,}/g, (number: string) =>
    String(Number(Number(number).toFixed(1))),
  )
}

/** The drawing as SVG for a wide and a narrow page; `label` is what a screen reader says of it. */
export async function drawChart(label: string, drawing: Drawing): Promise<ChartSvg> {
  loading ??= load()
  const { plot, parseHTML } = await loading
  const draw = (wide: boolean) => {
    const { document } = parseHTML('<html><body></body></html>')
    const options = drawing(plot, wide)
    const svg: SvgElement = plot.plot({
      width: wide ? WIDE : NARROW,
      ...options,
      document,
      className: 'chart__svg',
      ariaLabel: label,
    })
    return cleaned(svg)
  }
  return { wide: draw(true), narrow: draw(false) }
}

/** A text of at most so many characters, the last one a mark that more is left out. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}
