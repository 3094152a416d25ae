/** The order of some providers under some weights, asked for again whenever either changes. */

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Scored } from '#core/assess.ts'
import type { Candidate } from '#core/rank.ts'
import type { Weights } from '#core/rank-weights.ts'
import { weightsProblem } from '#core/rank-weights.ts'
import type { PreparedRubric, Rubric } from '#core/rubric.ts'
import type { Ranked } from '../workers/ranker.ts'
import { createRanker } from '../workers/ranker.ts'
import type { Judged } from './must-haves.tsx'

const ranked = signal<Ranked | 'failed' | null>(null)

let ranker: ReturnType<typeof createRanker> | null = null

function rankerFor(rubric: Rubric) {
  ranker ??= createRanker(rubric, (next) => {
    ranked.value = next
  })
  return ranker
}

/** A candidate without the readings behind each value: ranking needs none, and copies cost time. */
export function candidateOf({ record, scored }: Judged): Candidate[] {
  if (scored === null) return []
  const criteria = scored.criteria.map((entry) => ({ ...entry, readings: [] }))
  const light: Scored = { ...scored, criteria }
  return [{ id: record.id, name: record.name, scored: light }]
}

/**
 * The newest order, null until there is one, and a way to ask again where it failed. Weights that
 * cannot be used leave the last one.
 */
export function useRanking(candidates: Candidate[], weights: Weights, prepared: PreparedRubric) {
  const inputs = JSON.stringify([weights, candidates])
  const ask = () => {
    if (weightsProblem(weights, prepared) !== null) return
    if (ranked.value === 'failed') ranked.value = null
    rankerFor(prepared.rubric)(candidates, weights)
  }
  // The text stands for weights and candidates by value.
  useEffect(ask, [inputs])
  return { found: ranked.value, again: ask }
}
