/** The learn page: its statements with the sources that the stored rubric gives. */

import { learnSections } from '#core/learn.ts'
import type { LearnData } from '#core/page-data.ts'
import type { Snapshot } from '../snapshot.ts'

/** The sections as of the snapshot's day, and each source that they name, once. */
export function loadLearnPage({ prepared, day }: Pick<Snapshot, 'prepared' | 'day'>): LearnData {
  const { rubric } = prepared
  const sections = learnSections(rubric, day)
  const named = new Set(
    sections.flatMap(({ parts }) =>
      parts.flatMap(({ statements }) =>
        statements.flatMap(({ sources }) => sources.map(({ id }) => id)),
      ),
    ),
  )
  return {
    page: 'learn',
    sections,
    sources: rubric.sources.filter(({ id }) => named.has(id)),
    access_key: rubric.access_key,
    disclaimer: rubric.disclaimer,
  }
}
