/** Ranks on the page itself, with pauses, where there is no worker or its answer cannot be waited for. */

import type { Candidate, NotRanked, Ranking, RankOptions } from '#core/rank.ts'
import { rankInPieces } from '#core/rank.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { breathe } from '../state/in-pieces.ts'

/** How long pieces may follow each other before the page is let go on, in milliseconds. */
const STRETCH = 8

/** The same figures as `rankProviders`, without holding up the page for longer than a piece or two. */
export async function rankHere(
  candidates: readonly Candidate[],
  prepared: PreparedRubric,
  options: RankOptions,
): Promise<Ranking | NotRanked> {
  const pieces = rankInPieces(candidates, prepared, options)
  let since = performance.now()
  for (;;) {
    const step = pieces.next()
    if (step.done) return step.value
    if (performance.now() - since < STRETCH) continue
    await breathe()
    since = performance.now()
  }
}
