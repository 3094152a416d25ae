/** What rows of a comparison are made of. A cell is never empty. */

import type { Cell, ComparisonRow } from './compare.ts'
import type { CaseProfile } from './profile.ts'
import type { ProviderRecord, Source } from './provider.ts'
import { NOT_KNOWN } from './words.ts'

/** One compared provider with the case shown for it; null when it does not offer it. */
export type Column = { record: ProviderRecord; shown: CaseProfile | null }

/** The newest day among sources, whole or partial; null when none is dated. */
export function newestDay(sources: readonly Source[]): string | null {
  const days = sources.flatMap((source) => source.observed_on ?? [])
  return days.sort().at(-1) ?? null
}

/** A cell of words with its sources, each once; "Not known" where there are no words. */
export function textCell(
  text: string | null,
  sources: readonly Source[] = [],
  unit?: string,
): Cell {
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()]
  return {
    text: text === null || text === '' ? NOT_KNOWN : text,
    verdict: null,
    unit: text === null ? null : (unit ?? null),
    evidence: [],
    sources: distinct,
    observed_on: newestDay(distinct),
  }
}

/** A row of cells; it differs when they do not all say the same. */
export function row(
  id: string,
  label: string,
  kind: ComparisonRow['kind'],
  cells: Cell[],
  hint: string | null = null,
): ComparisonRow {
  const said = new Set(cells.map((cell) => cell.text))
  return { id, label, kind, hint, is_gate: false, differs: said.size > 1, cells }
}
