/** A comparison as a JSON document: the result itself under a header that says what it is. */

import type { Comparison } from '../compare.ts'

/** Grows by new keys only; a change of meaning raises the number. */
export const COMPARISON_FORMAT = 1

/** The document with two-space indents. The same comparison always gives the same bytes. */
export function comparisonJson(comparison: Comparison): string {
  const document = {
    format: 'touchstone-comparison',
    format_version: COMPARISON_FORMAT,
    about: comparison.sample
      ? 'Invented sample providers. Not medical advice.'
      : 'What public sources say. Not medical advice.',
    crisis_line: 'Call or text 988 (US)',
    comparison,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
