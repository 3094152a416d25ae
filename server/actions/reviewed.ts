/** What reviewers said on rows, and what that makes of a match. */

import type { Match } from '#core/match.ts'
import { MATCH_LEVELS } from '#core/match-ladder.ts'
import type { Said } from '#db/check-reviews.ts'
import { listDecisions, reviewId } from '#db/check-reviews.ts'
import type { Decision } from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import { numbersByHand } from './attached-npis.ts'
import type { Subject } from './subjects.ts'

/** What a reviewer said on a row, or null. */
export type Reviewed = (subject: Subject, list: string, row_key: string) => Said | null

/** All decisions that stand. */
export async function reviews(db: Db): Promise<Reviewed> {
  const decisions = await listDecisions(db)
  // A number found elsewhere says nothing of the row that the registry holds under it.
  const byHand = await numbersByHand(db)
  return ({ provider_id, kind, name }, list, row_key) => {
    const id = reviewId({ provider_id, subject_kind: kind, subject: name, list, row_key })
    return byHand.has(id) ? null : (decisions.get(id) ?? null)
  }
}

/**
 * A match with what was said on it. What a person confirmed stays as sure as it was then: a source
 * that later tells less, as of a number that was deactivated, takes back no decision.
 */
export function withReview(
  match: Match,
  said: Said | null,
): { match: Match; review: Decision | null } {
  if (said === null) return { match, review: null }
  const fell = MATCH_LEVELS.indexOf(match.level) > MATCH_LEVELS.indexOf(said.level)
  const held = said.decision === 'confirmed' && fell
  const because = `${match.because} It was ${said.level} when a person confirmed it.`
  return {
    match: held ? { ...match, level: said.level, because } : match,
    review: said.decision,
  }
}
