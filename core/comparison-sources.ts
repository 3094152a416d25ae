/** The sources behind a comparison, numbered, so that paper can name them where a screen opens. */

import type { Cell, Comparison } from './compare.ts'
import type { Source } from './provider.ts'

export type NumberedSources = {
  /** In the order of their numbers, from 1; what two providers share stands once. */
  sources: Source[]
  /** The numbers behind a cell of the provider in column `at` (from 0), lowest first. */
  numbersOf: (cell: Cell, at: number) => number[]
}

const sourcesIn = (cell: Cell): Source[] =>
  cell.evidence.length > 0 ? cell.evidence.map(({ source }) => source) : cell.sources

/** What makes two sources the same: all but the id, which is each record's own. */
const essence = ({ id: _, ...rest }: Source) => JSON.stringify(rest)

/** Numbers every source that a cell rests on, row by row as the table is read. */
export function numberSources({ groups }: Comparison): NumberedSources {
  const byEssence = new Map<string, { number: number; source: Source }>()
  const byPlace = new Map<string, number>()
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.entries()]))
  for (const [at, cell] of cells) {
    for (const source of sourcesIn(cell)) {
      const key = essence(source)
      const known = byEssence.get(key) ?? { number: byEssence.size + 1, source }
      byEssence.set(key, known)
      byPlace.set(`${at} ${source.id}`, known.number)
    }
  }
  return {
    sources: [...byEssence.values()].map(({ source }) => source),
    numbersOf: (cell, at) => {
      const numbers = sourcesIn(cell).flatMap(({ id }) => byPlace.get(`${at} ${id}`) ?? [])
      return [...new Set(numbers)].sort((one, other) => one - other)
    },
  }
}
