/** Which files of a list are in use together. */

import type { RegistryImport } from './registry-imports.ts'

/**
 * Whether an import in use stays beside a file that comes into use: always beside one that only
 * adds; else if it added something of a later day, as a weekly file does to an earlier month.
 */
export function staysBeside(
  one: Pick<RegistryImport, 'mode' | 'covers_to'>,
  file: Pick<RegistryImport, 'mode' | 'covers_to'>,
): boolean {
  if (file.mode === 'adds') return true
  if (one.mode !== 'adds' || one.covers_to === null || file.covers_to === null) return false
  return one.covers_to > file.covers_to
}
