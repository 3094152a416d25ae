/** What an import says about one before it that broke off. */

import type { RegistryImport } from '#db/registry-imports.ts'
import { nameInWords } from './import-naming.ts'

/** 1,200,000 */
export const inWords = (count: number) => count.toLocaleString('en-US')

/** "Continuing at row 1,200,000 (31 %) of UPDATED.csv, where the import that broke off had come." */
export function continuingInWords(
  name: string,
  at: { rows_read: number; byte_offset: number },
  size: number,
): string {
  const share = size > 0 ? Math.min(100, Math.floor((at.byte_offset / size) * 100)) : 100
  return `Continuing at row ${inWords(at.rows_read + 1)} (${share} %) of ${name}: the import that broke off had come this far.`
}

/** Why rows that were read before are read again. */
export function droppedInWords(dropped: RegistryImport, sha256: string): string {
  const why =
    dropped.sha256 === sha256
      ? 'It cannot be continued, because other rows are kept now or its file is a spreadsheet'
      : 'This is another file, or the file has changed'
  return `Import ${dropped.id} (${nameInWords(dropped)}) broke off after ${inWords(dropped.rows_read)} rows. ${why}: its rows are dropped, and reading starts from the top.`
}
