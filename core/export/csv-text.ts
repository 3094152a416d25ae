/**
 * Text for a spreadsheet: RFC 4180 with CRLF and a byte order mark, so that common spreadsheet
 * programs read it as UTF-8, and no cell that a program would run as a formula. Of csv-stringify the
 * build that needs no Node is used, since browsers make these files, too.
 */

import { stringify } from 'csv-stringify/browser/esm/sync'

/** A cell or a line within it that starts with = + - @, also in full width or after white space. */
const FORMULA_START = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/m

/** The cell with an apostrophe in front where a spreadsheet would read a formula. */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** The rows as CSV. Every cell is text already; nothing is dropped, ragged rows stay as given. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(safeCell))
  return stringify(safe, { bom: true, record_delimiter: 'windows' })
}
