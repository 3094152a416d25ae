/**
 * A paper as data: what a PDF says, block by block, in reading order. Pages build one of these;
 * `write-pdf.ts` sets it, tagged, and `load-pdf.ts` brings the writer and its fonts when asked for.
 */

export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; tone?: 'strong' | 'quiet' }
  | { kind: 'list'; items: readonly string[]; ordered?: boolean }
  /** Names and values side by side, as a table whose first column heads the rows. */
  | { kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  /** `widths` are shares of the page's width, one for each column; equal ones when absent. */
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      widths?: readonly number[]
    }
  /** Empty lines to write on by hand. */
  | { kind: 'lines'; count: number }
  | { kind: 'new_page' }

export type PdfPaper = {
  title: string
  blocks: readonly PdfBlock[]
  /** Stands at the foot of every page, beside the page number. One line. */
  foot: string
}

/** Both weights of one font, as TrueType files. */
export type PdfFonts = { regular: Uint8Array; bold: Uint8Array }

/** The crisis line, the limit of all this, and what a paper's last words are. */
export const PDF_FOOT =
  'In crisis? Call or text 988 (US), any hour. This is not medical advice. Touchstone.'
