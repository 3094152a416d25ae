/** What goes to the ranking worker and comes back, and the work itself, wherever it runs. */

import type { Candidate, NotRanked, Ranking, RankOptions } from '#core/rank.ts'
import type { Weights } from '#core/rank-weights.ts'
import type { PreparedRubric, Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

export type RankJob = { job: number; candidates: Candidate[]; weights: Weights }

export type RankRequest = { rubric: Rubric } | RankJob

export type RankReply = { job: number; result: Ranking | NotRanked }

/** All at once, or in pieces with pauses between them. */
type Rank = (
  candidates: readonly Candidate[],
  prepared: PreparedRubric,
  options: RankOptions,
) => Ranking | NotRanked | Promise<Ranking | NotRanked>

/** Answers requests one by one; the rubric comes first and is kept. */
export function createRankWork(rank: Rank): (request: RankRequest) => Promise<RankReply | null> {
  let prepared: PreparedRubric | null = null
  return async (request) => {
    if ('rubric' in request) {
      prepared = prepareRubric(request.rubric)
      return null
    }
    if (prepared === null) throw new Error('the rubric must come before the first job')
    const { job, candidates, weights } = request
    return { job, result: await rank(candidates, prepared, { weights, gates: true }) }
  }
}
