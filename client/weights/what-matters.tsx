import { signal } from '@preact/signals'
import { assessRecord } from '#core/assess.ts'
import type { Comparison } from '#core/compare.ts'
import type { CaseSummary, Context } from '#core/listing.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { caseId, casesOf } from '#core/provider.ts'
import { isOwnWeights, weightsProblem } from '#core/rank-weights.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { keptShortlist, shortlist } from '../state/kept.ts'
import type { Ranked } from '../workers/ranker.ts'
import type { Judged } from './must-haves.tsx'
import { MustHaveFields } from './must-haves.tsx'
import {
  keepWeights,
  movingProblem,
  resetWeights,
  toggleMustHave,
  tryWeights,
  weightsInUse,
} from './my-weights.ts'
import { NoOrder } from './no-order.tsx'
import { RankView } from './rank-view.tsx'
import { candidateOf, useRanking } from './ranking.ts'
import { WeightFields } from './weight-fields.tsx'

const said = signal('')

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

function Order({
  found,
  onAgain,
  prepared,
  summaries,
  usable,
}: {
  found: Ranked | 'failed' | null
  onAgain: () => void
  prepared: PreparedRubric
  summaries: ReadonlyMap<string, CaseSummary>
  usable: boolean
}) {
  if (found === null || found === 'failed') {
    return (
      <NoOrder hasFailed={found === 'failed'} onAgain={onAgain}>
        Everything else on this page holds without it.
      </NoOrder>
    )
  }
  return (
    <>
      {found.inPage && (
        <p class="small quiet">
          This browser cannot work beside the page, so the order may take a moment longer.
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
  const { found, again } = useRanking(candidates, weights, prepared)
  const summaries = new Map(
    comparison.providers.flatMap(({ id, summary }) => (summary ? [[id, summary] as const] : [])),
  )
  const say = (what: string) => {
    said.value = what
  }
  const missing = leftOut(judged)
  const unsaved = keptShortlist.unsaved.value
  return (
    <div class="matters stack">
      <p>
        The weights are those of the rubric until you move them. They change the order here, and no
        list or letter anywhere else. They stay in this browser and are never sent.
      </p>
      {unsaved !== null && <p role="alert">{unsaved}</p>}
      <div class="matters__fields">
        <WeightFields
          weights={weights}
          prepared={prepared}
          problem={movingProblem(prepared)}
          onTry={tryWeights}
          onRest={() => say(keepWeights(prepared))}
          onReset={() => say(resetWeights())}
        />
        <MustHaveFields
          wanted={shortlist.value.must_haves}
          judged={judged}
          onToggle={(one) => say(toggleMustHave(one))}
        />
      </div>
      {missing !== null && <p>{missing}</p>}
      <Order
        found={found}
        onAgain={again}
        prepared={prepared}
        summaries={summaries}
        usable={usable}
      />
      <p class="hidden-text" role="status">
        {said.value}
      </p>
    </div>
  )
}
