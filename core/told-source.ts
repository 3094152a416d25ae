/** How an answer of a person's own is told apart from a source that others can look up. */

import type { Source } from './provider.ts'

/** Whether a source is an answer of this person's own; it has no page to open. */
export function isToldSource(source: Pick<Source, 'id'>): boolean {
  return source.id.startsWith('told:')
}
