/**
 * The order of a few providers under one person's weights, and how sure it is (SCORING 12).
 * Works from assessments of one case and state; the ones that are closed are left out, and those
 * without a letter take part but cannot lead.
 */

import type { Scored } from './assess.ts'
import { strictestCap } from './assess.ts'
import { findLeader, separated } from './leader.ts'
import type { Pieces } from './pieces.ts'
import { finish } from './pieces.ts'
import type { StructureCheck } from './rank-checks.ts'
import { midpointsOf, structureChecks } from './rank-checks.ts'
import type { NamedStability } from './rank-stability.ts'
import { stabilityByBox, stabilityByPillar } from './rank-stability.ts'
import type { Weights } from './rank-weights.ts'
import { defaultWeights, reweigh, weightShares } from './rank-weights.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Odds, SmaaModel, WeightRun } from './smaa.ts'
import { drawAll, oddsOf } from './smaa.ts'
import type { Grade } from './vocabulary.ts'
import { midLeader } from './weight-stability.ts'

export type Candidate = { id: string; name: string; scored: Scored }

export type RankOptions = {
  /** The rubric's own when absent. */
  weights?: Weights
  /** False: rank by points alone, caps aside. A leader is found with gates on all the same. */
  gates: boolean
  /** The rubric's own when absent. */
  draws?: number
  seed?: number
}

export type RankedProvider = {
  id: string
  name: string
  /** Under the weights in use; points 0 to 100. */
  low: number
  high: number
  confirmed_grade: Grade | null
  possible_grade: Grade | null
  /** Share of draws at each rank, first rank first; each list sums to 1. */
  near: number[]
  stress: number[]
}

/** `near` and `stress`: share of draws in which `one` stands above `other`. */
export type PairOdds = {
  one: string
  other: string
  near: number
  stress: number
  separated: boolean
}

export type Ranking = {
  ranked: true
  case: string
  draws: number
  seed: number
  gates: boolean
  /** Weights in use by pillar id, summing to 1. */
  weights: Record<string, number>
  /** In order of mean rank in the near run. */
  order: RankedProvider[]
  pairs: PairOdds[]
  leader: string | null
  /** First by points at interval midpoints; weight stability speaks of this one. */
  first_by_points: string
  by_pillar: NamedStability[]
  by_box: NamedStability[]
  /** Other ways to weigh that put another provider first; none when all agree. */
  checks: StructureCheck[]
  closed: { id: string; name: string }[]
}

/** `too_few`: fewer than two that are open. `unlike_care`: their cases differ. */
export type NotRanked = {
  ranked: false
  because: 'too_few' | 'unlike_care'
  closed: { id: string; name: string }[]
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

function modelOf(candidates: readonly Candidate[], weights: Weights, prepared: PreparedRubric) {
  const { pillars, bands } = prepared.rubric
  const model: SmaaModel = {
    weights: pillars.map(({ id }) => weights[id] ?? 0),
    bands,
    alternatives: candidates.map(({ id, scored }) => ({
      id,
      cap: strictestCap(scored.caps),
      criteria: scored.criteria.map(({ pillar, weight, value }) => ({
        pillar: pillars.findIndex((one) => one.id === pillar),
        weight,
        low: value[0],
        high: value[1],
      })),
    })),
  }
  return model
}

type Runs = { shown: { near: Odds; stress: Odds }; gated: { near: Odds; stress: Odds } }

function* drawRuns(
  model: SmaaModel,
  gates: boolean,
  draws: number,
  seed: number,
  around: number,
): Pieces<Runs> {
  function* of(run: WeightRun): Pieces<{ gated: Odds; shown: Odds }> {
    const drawn = yield* drawAll(model, { draws, seed, run })
    const gated = yield* oddsOf(drawn, model, true)
    return { gated, shown: gates ? gated : yield* oddsOf(drawn, model, false) }
  }
  const near = yield* of({ name: 'near', concentration: around })
  const stress = yield* of({ name: 'stress' })
  return {
    shown: { near: near.shown, stress: stress.shown },
    gated: { near: near.gated, stress: stress.gated },
  }
}

function pairsOf(
  candidates: readonly Candidate[],
  { near, stress }: Runs['shown'],
  prepared: PreparedRubric,
) {
  const pairs: PairOdds[] = []
  candidates.forEach((one, i) => {
    candidates.slice(i + 1).forEach((other, after) => {
      const j = i + 1 + after
      const odds = { near: near.above[i]?.[j] ?? 0.5, stress: stress.above[i]?.[j] ?? 0.5 }
      const apart = separated(odds.near, odds.stress, prepared)
      pairs.push({ one: one.id, other: other.id, ...odds, separated: apart })
    })
  })
  return pairs
}

/** Mean rank of each provider: the sum of ranks times their shares. */
const meanRank = (shares: readonly number[]) =>
  shares.reduce((sum, share, at) => sum + share * (at + 1), 0)

function orderOf(candidates: readonly Candidate[], { near, stress }: Runs['shown']) {
  const rows = candidates.map(({ id, name, scored }, at): RankedProvider => {
    const { low, high, confirmed_grade, possible_grade } = scored
    const shares = { near: near.ranks[at] ?? [], stress: stress.ranks[at] ?? [] }
    return { id, name, low, high, confirmed_grade, possible_grade, ...shares }
  })
  return rows.sort((one, other) => {
    const apart = meanRank(one.near) - meanRank(other.near)
    return Math.abs(apart) > 1e-9 ? apart : other.low - one.low || byId(one, other)
  })
}

/** `rankProviders` in pieces of a few milliseconds each. */
export function* rankInPieces(
  given: readonly Candidate[],
  prepared: PreparedRubric,
  options: RankOptions,
): Pieces<Ranking | NotRanked> {
  const isShut = ({ scored }: Candidate) => scored.no_letter_reasons.includes('closed')
  const closed = given.filter(isShut).map(({ id, name }) => ({ id, name }))
  const weights = options.weights ?? defaultWeights(prepared)
  const candidates = given
    .filter((one) => !isShut(one))
    .map((one) => ({ ...one, scored: reweigh(one.scored, weights, prepared) }))
    .sort(byId)
  const first = candidates[0]
  if (first === undefined || candidates.length < 2) {
    return { ranked: false, because: 'too_few', closed }
  }
  if (candidates.some(({ scored }) => scored.case !== first.scored.case)) {
    return { ranked: false, because: 'unlike_care', closed }
  }
  const { draws, seed, dirichlet_concentration } = prepared.rubric.comparison
  const used = { draws: options.draws ?? draws, seed: options.seed ?? seed }
  const model = modelOf(candidates, weights, prepared)
  const runs = yield* drawRuns(model, options.gates, used.draws, used.seed, dirichlet_concentration)
  const scored = candidates.map((one) => one.scored)
  const shares = weightShares(weights, scored, prepared)
  const mids = candidates.map((one) => midpointsOf(one.id, one.scored, prepared))
  const { pillars } = prepared.rubric
  const odds = (from: Odds) => (i: number, j: number) => from.above[i]?.[j] ?? 0.5
  const leaders = candidates.map(({ id, scored: of }) => {
    const { letter_shown, confirmed_grade, low, high } = of
    return { id, letter_shown, confirmed_grade, low, high, cap: strictestCap(of.caps) }
  })
  return {
    ranked: true,
    case: first.scored.case,
    ...used,
    gates: options.gates,
    weights: Object.fromEntries(pillars.map(({ id }, at) => [id, shares[at] ?? 0])),
    order: orderOf(candidates, runs.shown),
    pairs: pairsOf(candidates, runs.shown, prepared),
    leader: findLeader(leaders, odds(runs.gated.near), odds(runs.gated.stress), prepared),
    first_by_points: midLeader(mids, shares)?.id ?? first.id,
    by_pillar: stabilityByPillar(mids, shares, prepared),
    by_box: stabilityByBox(mids, shares, prepared),
    checks: structureChecks(leaders, mids, shares, options.gates, prepared),
    closed,
  }
}

/**
 * Ranks two or more open providers of one case. The same inputs give the same figures on every
 * machine, in whatever order the providers come. Throws no refusal: what cannot be ranked says why.
 */
export function rankProviders(
  given: readonly Candidate[],
  prepared: PreparedRubric,
  options: RankOptions,
): Ranking | NotRanked {
  return finish(rankInPieces(given, prepared, options))
}
