import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Scored } from '#core/assess.ts'
import { assessRecord } from '#core/assess.ts'
import type { Comparison } from '#core/compare.ts'
import type { CaseSummary, Context } from '#core/listing.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { caseId, casesOf } from '#core/provider.ts'
import type { Candidate } from '#core/rank.ts'
import { isOwnWeights, weightsProblem } from '#core/rank-weights.ts'
import type { PreparedRubric, Rubric } from '#core/rubric.ts'
import { KEEPING_WORDS, keeping } from '../state/kept.ts'
import type { Ranked } from '../workers/ranker.ts'
import { createRanker } from '../workers/ranker.ts'
import type { Judged } from './must-haves.tsx'
import { MustHaveFields } from './must-haves.tsx'
import { weightsInUse } from './my-weights.ts'
import { RankView } from './rank-view.tsx'
import { WeightFields } from './weight-fields.tsx'

const ranked = signal<Ranked | null>(null)
const said = signal('')

let ranker: ReturnType<typeof createRanker> | null = null

function rankerFor(rubric: Rubric) {
  ranker ??= createRanker(rubric, (next) => {
    ranked.value = next
  })
  return ranker
}

/** Each record with the assessment of the case that its column shows; null where it has none. */
function judge(
  records: readonly ProviderRecord[],
  { providers }: Comparison,
  { prepared, today, state }: Context,
): Judged[] {
  return records.map((record, at) => {
    const id = providers[at]?.summary?.id
    const of = casesOf(record).find((one) => caseId(one) === id)
    const assessment = of && assessRecord(record, of, prepared, today, state)
    return { record, scored: assessment?.status === 'scored' ? assessment : null }
  })
}

/** A candidate without the readings behind each value: ranking needs none, and copies cost time. */
function candidateOf({ record, scored }: Judged): Candidate[] {
  if (scored === null) return []
  const criteria = scored.criteria.map((entry) => ({ ...entry, readings: [] }))
  const light: Scored = { ...scored, criteria }
  return [{ id: record.id, name: record.name, scored: light }]
}

function Order({
  prepared,
  summaries,
  usable,
}: {
  prepared: PreparedRubric
  summaries: ReadonlyMap<string, CaseSummary>
  usable: boolean
}) {
  const found = ranked.value
  if (found === null) return <p class="quiet">Working out the order…</p>
  return (
    <>
      {found.inPage && (
        <p class="small quiet">
          This browser cannot work beside the page, so the page may pause for a moment.
        </p>
      )}
      <RankView
        result={found.result}
        summaries={summaries}
        own={isOwnWeights(found.weights, prepared)}
        last={!usable}
      />
    </>
  )
}

function leftOut(judged: readonly Judged[]): string | null {
  const names = judged.filter(({ scored }) => scored === null).map(({ record }) => record.name)
  return names.length > 0
    ? `Not ranked, since this care is not scored for it: ${names.join(', ')}.`
    : null
}

/** Weights, must-haves, and the order that they make, with how sure it is. */
export function WhatMatters({
  comparison,
  records,
  context,
}: {
  comparison: Comparison
  records: readonly ProviderRecord[]
  context: Context
}) {
  const { prepared } = context
  const weights = weightsInUse(prepared)
  const usable = weightsProblem(weights, prepared) === null
  const judged = judge(records, comparison, context)
  const candidates = judged.flatMap(candidateOf)
  const inputs = JSON.stringify([weights, candidates])
  // The text stands for weights and candidates by value.
  useEffect(() => {
    if (usable) rankerFor(prepared.rubric)(candidates, weights)
  }, [inputs])
  const summaries = new Map(
    comparison.providers.flatMap(({ id, summary }) => (summary ? [[id, summary] as const] : [])),
  )
  const say = (what: string) => {
    said.value = what
  }
  const missing = leftOut(judged)
  const kept = keeping.value
  return (
    <div class="matters stack">
      <p>
        The weights are those of the rubric until you move them. They change the order here, and no
        list or letter anywhere else. They stay in this browser and are never sent.
      </p>
      {kept !== 'kept' && <p role="alert">{KEEPING_WORDS[kept]}</p>}
      <div class="matters__fields">
        <WeightFields weights={weights} prepared={prepared} onSaid={say} />
        <MustHaveFields judged={judged} onSaid={say} />
      </div>
      {missing !== null && <p>{missing}</p>}
      <Order prepared={prepared} summaries={summaries} usable={usable} />
      <p class="hidden-text" role="status">
        {said.value}
      </p>
    </div>
  )
}
