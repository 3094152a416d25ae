/** Tables of a PDF: cells side by side, tagged with their headers, a row never torn if it fits. */

import type { PDFDocument, PDFStructureElement } from 'pdfkit'

export type PdfTable = {
  head: readonly string[] | null
  rows: readonly (readonly string[])[]
  widths?: readonly number[]
}

export type Place = {
  left: number
  width: number
  size: number
  clean: (text: string) => string
  keepTogether: (doc: PDFDocument, height: number) => void
}

/** Names take about a third of the line. */
export const FACT_WIDTHS: readonly number[] = [0.3, 0.7]

const GUTTER = 10
const ROW_GAP = 4
/** A row taller than this is let run over the end of a page, in points. */
const TALLEST_KEPT = 300

type Cell = { text: string; x: number; width: number; font: 'regular' | 'bold'; header: string }

function cellsOf(row: readonly string[], table: PdfTable, place: Place, isHead: boolean): Cell[] {
  const widths = table.widths ?? row.map(() => 1 / row.length)
  let x = place.left
  return row.map((text, at) => {
    const width = (widths[at] ?? 0) * place.width
    const header = isHead ? 'Column' : at === 0 ? 'Row' : ''
    const cell: Cell = {
      text: place.clean(text),
      x,
      width: width - GUTTER,
      font: header === '' ? 'regular' : 'bold',
      header,
    }
    x += width
    return cell
  })
}

function heightOf(doc: PDFDocument, cell: Cell, { size }: Place): number {
  return doc.font(cell.font).fontSize(size).heightOfString(cell.text, { width: cell.width })
}

function addRow(doc: PDFDocument, table: PDFStructureElement, cells: Cell[], place: Place): void {
  const height = Math.max(...cells.map((cell) => heightOf(doc, cell, place)))
  place.keepTogether(doc, Math.min(height, TALLEST_KEPT) + ROW_GAP)
  const top = doc.y
  const element = doc.struct('TR', {})
  table.add(element)
  for (const cell of cells) {
    const write = () =>
      doc
        .font(cell.font)
        .fontSize(place.size)
        .fillColor('#000000')
        .text(cell.text, cell.x, top, { width: cell.width })
    const scope = cell.header === '' ? {} : { scope: cell.header as 'Row' | 'Column' }
    element.add(doc.struct(cell.header === '' ? 'TD' : 'TH', scope, [write]))
  }
  element.end()
  // The last cell is the long one where a row runs over a page; else the tallest decides.
  doc.y = doc.y < top ? doc.y + ROW_GAP : Math.max(doc.y, top + height) + ROW_GAP
}

/** Adds a table at the present place. */
export function addTable(
  doc: PDFDocument,
  root: PDFStructureElement,
  table: PdfTable,
  place: Place,
): void {
  const element = doc.struct('Table', {})
  root.add(element)
  if (table.head) addRow(doc, element, cellsOf(table.head, table, place, true), place)
  for (const row of table.rows) addRow(doc, element, cellsOf(row, table, place, false), place)
  element.end()
  doc.y += 4
}
