/** What rows of a comparison are made of. A cell is never empty. */

import type { Cell, ComparisonRow } from './compare.ts'
import type { SetAside } from './criterion-value.ts'
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

/** Said where a source has no day. */
export const UNDATED = 'date unknown'

/** What stands in place of an answer or a cost of care that no source says a provider gives. */
export const CARE_UNSAID = 'No source says that it offers this care'

/** Why evidence was left out, likeliest first to be what a reader looks for. */
const LEFT_OUT: readonly [SetAside, string][] = [
  ['stale', 'too old to count'],
  ['too_weak', 'too weak to count'],
  ['older_reading', 'read again since'],
  ['future', 'dated in the future'],
  ['other_case', 'about other care'],
]

/**
 * When a cell is known from: its day as `write` puts it; where all evidence was set aside, why and
 * its newest day; "date unknown" where what it rests on has none.
 */
export function knownFrom(
  { observed_on, evidence }: Pick<Cell, 'observed_on' | 'evidence'>,
  write: (day: string) => string,
): string {
  if (observed_on !== null) return write(observed_on)
  if (evidence.some(({ set_aside }) => set_aside === null)) return UNDATED
  const left = LEFT_OUT.map(([why, words]) => {
    const sources = evidence.filter(({ set_aside }) => set_aside === why).map((one) => one.source)
    return { words, any: sources.length > 0, day: newestDay(sources) }
  })
  const dated = left.find(({ day }) => day !== null)
  if (dated?.day) return `${dated.words}, ${write(dated.day)}`
  const undated = left.find(({ any }) => any)
  return undated ? `${undated.words}, ${UNDATED}` : UNDATED
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
