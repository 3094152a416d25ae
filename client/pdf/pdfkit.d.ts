/** The part of pdfkit that `write-pdf.ts` uses; the package brings no types of its own. */

declare module 'pdfkit' {
  export type TextOptions = {
    width?: number
    height?: number
    lineBreak?: boolean
    align?: 'left' | 'right'
    lineGap?: number
  }

  export class PDFStructureElement {
    add(child: PDFStructureElement | (() => void)): this
    end(): void
  }

  export class PDFDocument {
    constructor(options: Record<string, unknown>)
    x: number
    y: number
    page: {
      width: number
      height: number
      margins: { top: number; bottom: number; left: number; right: number }
    }
    /** The chosen font, as fontkit read it. */
    _font: { font: { hasGlyphForCodePoint(code: number): boolean } }
    on(event: 'pageAdded', listener: () => void): this
    registerFont(name: string, data: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    heightOfString(text: string, options?: TextOptions): number
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    addPage(): this
    switchToPage(page: number): void
    bufferedPageRange(): { start: number; count: number }
    struct(
      type: string,
      options: { title?: string; scope?: 'Row' | 'Column' },
      children?: (PDFStructureElement | (() => void))[],
    ): PDFStructureElement
    addStructure(element: PDFStructureElement): this
    markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this
    endMarkedContent(): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit'
  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>
}
