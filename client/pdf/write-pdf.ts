/**
 * Sets a paper as a tagged PDF: real text, headings, lists and tables in reading order, fonts
 * inside the file. US Letter, since the readers are in the US.
 */

import { PDFDocument, type PDFStructureElement } from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { PdfBlock, PdfFonts, PdfPaper } from './document.ts'
import { addTable, FACT_WIDTHS } from './pdf-table.ts'

const MARGIN = 54
const SIZES = { 1: 20, 2: 14, 3: 11.5 } as const
const TEXT_SIZE = 10
const LINE_GAP = 2
const WRITING_LINE = 24
const INDENT = 16

const QUIET = '#444444'
const INK = '#000000'

/** Text without control characters, which no font draws. */
const clean = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (one) => (one === '\n' ? one : ' '))

const textsOf = (block: PdfBlock): readonly string[] => {
  if (block.kind === 'heading' || block.kind === 'text') return [block.text]
  if (block.kind === 'list') return block.items
  if (block.kind === 'facts') return block.rows.flat()
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()]
  return []
}

/** How many different characters of a paper its font cannot draw. */
function undrawn(doc: PDFDocument, paper: PdfPaper): number {
  const all = new Set(paper.blocks.flatMap(textsOf).join(''))
  doc.font('regular')
  const lacks = (letter: string) =>
    !/\s|\p{Cc}/u.test(letter) && !doc._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 32)
  return [...all].filter(lacks).length
}

const widthOf = ({ page }: PDFDocument) => page.width - 2 * MARGIN

/** Starts a page when less than `height` is left on this one. */
function keepTogether(doc: PDFDocument, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage()
}

function heading(
  doc: PDFDocument,
  root: PDFStructureElement,
  block: PdfBlock & { kind: 'heading' },
) {
  const size = SIZES[block.level]
  doc.y += size * 0.8
  // A heading stays with at least a few lines of what it heads.
  keepTogether(doc, size * 1.4 + 4 * TEXT_SIZE)
  const write = () =>
    doc
      .font('bold')
      .fontSize(size)
      .fillColor(INK)
      .text(clean(block.text), MARGIN, doc.y, { width: widthOf(doc) })
  root.add(doc.struct(`H${block.level}`, {}, [write]))
  doc.y += 4
}

function paragraph(doc: PDFDocument, root: PDFStructureElement, text: string, tone?: string) {
  const write = () =>
    doc
      .font(tone === 'strong' ? 'bold' : 'regular')
      .fontSize(TEXT_SIZE)
      .fillColor(tone === 'quiet' ? QUIET : INK)
      .text(clean(text), MARGIN, doc.y, { width: widthOf(doc), lineGap: LINE_GAP })
  root.add(doc.struct('P', {}, [write]))
  doc.y += 5
}

function list(doc: PDFDocument, root: PDFStructureElement, block: PdfBlock & { kind: 'list' }) {
  const element = doc.struct('L', {})
  root.add(element)
  block.items.forEach((item, at) => {
    doc.font('regular').fontSize(TEXT_SIZE).fillColor(INK)
    const width = widthOf(doc) - INDENT
    keepTogether(doc, Math.min(doc.heightOfString(clean(item), { width }), 200))
    const top = doc.y
    const label = () => doc.text(block.ordered ? `${at + 1}.` : '•', MARGIN, top, { width: INDENT })
    const body = () => doc.text(clean(item), MARGIN + INDENT, top, { width, lineGap: LINE_GAP })
    const parts = [doc.struct('Lbl', {}, [label]), doc.struct('LBody', {}, [body])]
    element.add(doc.struct('LI', {}, parts))
    doc.y += 2
  })
  element.end()
  doc.y += 3
}

function writingLines(doc: PDFDocument, count: number): void {
  keepTogether(doc, Math.min(count, 3) * WRITING_LINE)
  doc.markContent('Artifact', { type: 'Layout' })
  doc.lineWidth(0.5).strokeColor('#888888')
  for (let at = 0; at < count; at += 1) {
    doc.y += WRITING_LINE
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + widthOf(doc), doc.y)
      .stroke()
  }
  doc.endMarkedContent()
  doc.y += 8
}

function write(doc: PDFDocument, root: PDFStructureElement, block: PdfBlock): void {
  const place = { left: MARGIN, width: widthOf(doc), size: TEXT_SIZE, clean, keepTogether }
  switch (block.kind) {
    case 'heading':
      heading(doc, root, block)
      break
    case 'text':
      paragraph(doc, root, block.text, block.tone)
      break
    case 'list':
      list(doc, root, block)
      break
    case 'facts':
      addTable(doc, root, { head: null, rows: block.rows, widths: FACT_WIDTHS }, place)
      break
    case 'table':
      addTable(doc, root, block, place)
      break
    case 'lines':
      writingLines(doc, block.count)
      break
    case 'new_page':
      doc.addPage()
      break
    default:
      block satisfies never
  }
}

/** Foot and page number, marked as no part of the text. */
function writeFeet(doc: PDFDocument, foot: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    // Text below the margin would start a page of its own.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const line = `${foot} Page ${at + 1} of ${count}.`
    doc.font('regular').fontSize(8).fillColor(QUIET)
    doc.text(line, MARGIN, doc.page.height - 40, { lineBreak: false })
    doc.endMarkedContent()
  }
}

const UNDRAWN: PdfBlock = {
  kind: 'text',
  tone: 'quiet',
  text: 'Some characters, such as emoji or Chinese, are not in the font of this file and show as empty boxes. The page itself and its JSON file hold them.',
}

/** The bytes of the PDF. `made_at` is written into the file as its date. */
export async function writePdf(
  paper: PdfPaper,
  fonts: PdfFonts,
  made_at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: 'LETTER',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    font: null,
    info: { Title: paper.title, Creator: 'Touchstone', CreationDate: made_at },
  })
  const bytes = toBytes(doc)
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  const root = doc.struct('Document', {})
  doc.addStructure(root)
  const lacks = undrawn(doc, paper) > 0
  for (const block of lacks ? [...paper.blocks, UNDRAWN] : paper.blocks) write(doc, root, block)
  root.end()
  writeFeet(doc, paper.foot)
  doc.end()
  return await bytes
}
