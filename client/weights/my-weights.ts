/** The weights of this person: kept with the shortlist of this browser, and the rubric's until set. */

import { signal } from '@preact/signals'
import type { MustHave } from '#core/rank-must-haves.ts'
import { MUST_HAVES } from '#core/rank-must-haves.ts'
import type { Weights } from '#core/rank-weights.ts'
import { weightsOrDefault, weightsProblem } from '#core/rank-weights.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { change, shortlist } from '../state/kept.ts'

/** Weights while a slider moves; kept when it is let go. */
const moving = signal<Weights | null>(null)

/** The weights in use: those being moved, else the kept ones, else the rubric's own. */
export function weightsInUse(prepared: PreparedRubric): Weights {
  return moving.value ?? weightsOrDefault(shortlist.value.weights, prepared)
}

/** Why the weights as moved cannot be used, or null. */
export function movingProblem(prepared: PreparedRubric): string | null {
  return moving.value && weightsProblem(moving.value, prepared)
}

/** Weights that are being tried and not kept yet. */
export function tryWeights(weights: Weights): void {
  moving.value = weights
}

/** Keeps what was tried; weights that cannot be used are dropped. Returns what is said. */
export function keepWeights(prepared: PreparedRubric): string {
  const tried = moving.value
  if (tried === null) return ''
  if (weightsProblem(tried, prepared) !== null) return ''
  const said = change((list) => ({ ...list, weights: { ...tried } }), 'Your weights are kept.')
  moving.value = null
  return said
}

/** Back to the rubric's own weights. */
export function resetWeights(): string {
  moving.value = null
  return change((list) => ({ ...list, weights: null }), 'The usual weights are back.')
}

/** Adds or takes away something that this person will not do without. */
export function toggleMustHave(one: MustHave): string {
  const has = shortlist.value.must_haves.includes(one)
  return change(
    (list) => ({
      ...list,
      must_haves: MUST_HAVES.filter((id) => (id === one ? !has : list.must_haves.includes(id))),
    }),
    has ? 'It is no longer a must.' : 'It is now a must.',
  )
}
