/**
 * How sure an order of providers is: stochastic multicriteria acceptability analysis (SCORING 12).
 * In each draw the pillar weights and every criterion's value vary within what is known; what is
 * reported is how often each provider takes each rank and how often one stands above another.
 * Seeded streams: one for weights and one for each provider, so figures repeat, order changes
 * nothing, and a new provider leaves the draws of the others alone.
 */

import type { Pieces } from './pieces.ts'
import { SLACK } from './points.ts'
import type { Stream, StreamState } from './random.ts'
import { addUniforms, gamma, startOf, streamOf } from './random.ts'
import type { Grade } from './vocabulary.ts'
import { GRADES } from './vocabulary.ts'

/** One criterion as it is drawn: its pillar's position, its weight there, and its interval. */
export type DrawnCriterion = { pillar: number; weight: number; low: number; high: number }

export type Alternative = { id: string; cap: Grade | null; criteria: readonly DrawnCriterion[] }

export type Bands = readonly { grade: Grade; min: number | null }[]

export type SmaaModel = {
  /** Weights in use by pillar, any scale; at least one above 0. */
  weights: readonly number[]
  alternatives: readonly Alternative[]
  bands: Bands
}

/** `near`: weights around those in use. `stress`: any weights at all, evenly. */
export type WeightRun = { name: 'near'; concentration: number } | { name: 'stress' }

export type SmaaOptions = { draws: number; seed: number; run: WeightRun }

/** Shares of draws, by position of the alternatives as given. */
export type Odds = {
  /** `ranks[i][r]`: share of draws with i at rank r + 1; each row sums to 1. */
  ranks: number[][]
  /** `above[i][j]`: share of draws with i above j, ties one half; with `above[j][i]` it makes 1. */
  above: number[][]
}

/** The totals of every alternative in every draw, 0 to 100. */
export type Draws = { totals: Float64Array[]; count: number }

/** Pillars in which at least one alternative has a criterion. */
function pillarsInUse(model: SmaaModel): boolean[] {
  return model.weights.map((_, pillar) =>
    model.alternatives.some((one) => one.criteria.some((entry) => entry.pillar === pillar)),
  )
}

/** How many weight vectors are drawn in one piece. */
const WEIGHTS_A_PIECE = 2000

/** The weight vectors of draws `from` up to `to`; in each one the weights sum to 1. */
function fillWeights(
  columns: readonly Float64Array[],
  shapes: readonly number[],
  stream: Stream,
  from: number,
  to: number,
): void {
  for (let draw = from; draw < to; draw += 1) {
    let sum = 0
    for (let at = 0; at < shapes.length; at += 1) {
      const shape = shapes[at] as number
      const drawn = shape > 0 ? gamma(shape, stream) : 0
      ;(columns[at] as Float64Array)[draw] = drawn
      sum += drawn
    }
    for (const column of columns) column[draw] = (column[draw] as number) / sum
  }
}

/** Draws of the weight vector: one column a pillar. */
function* drawWeights(model: SmaaModel, options: SmaaOptions): Pieces<Float64Array[]> {
  const used = pillarsInUse(model)
  const { run, seed, draws } = options
  const stream = streamOf(seed, `${run.name}|weights`)
  const total = model.weights.reduce((sum, weight, at) => sum + (used[at] ? weight : 0), 0)
  const shapes = model.weights.map((weight, at) => {
    if (!used[at]) return 0
    return run.name === 'stress' || total === 0 ? 1 : (run.concentration * weight) / total
  })
  const columns = shapes.map(() => new Float64Array(draws))
  for (let from = 0; from < draws; from += WEIGHTS_A_PIECE) {
    fillWeights(columns, shapes, stream, from, Math.min(draws, from + WEIGHTS_A_PIECE))
    yield
  }
  return columns
}

/** The sum of criterion weights in each pillar of an alternative. */
function pillarSums(alternative: Alternative, pillars: number): number[] {
  const sums = new Array<number>(pillars).fill(0)
  for (const { pillar, weight } of alternative.criteria) {
    sums[pillar] = (sums[pillar] ?? 0) + weight
  }
  return sums
}

/** Totals of one alternative: what is known of each pillar, then each open criterion drawn. */
function drawTotals(
  alternative: Alternative,
  weights: readonly Float64Array[],
  draws: number,
  state: StreamState,
): Float64Array {
  const sums = pillarSums(alternative, weights.length)
  const totals = new Float64Array(draws)
  weights.forEach((column, pillar) => {
    const own = alternative.criteria.filter((entry) => entry.pillar === pillar)
    const known = own.reduce((sum, { weight, low }) => sum + weight * low, 0)
    const fixed = (100 * known) / (sums[pillar] || 1)
    for (let draw = 0; draw < draws; draw += 1) {
      totals[draw] = (totals[draw] as number) + (column[draw] as number) * fixed
    }
  })
  for (const { pillar, weight, low, high } of alternative.criteria) {
    if (high <= low) continue
    const spread = (100 * weight * (high - low)) / (sums[pillar] ?? 1)
    addUniforms(state, totals, weights[pillar] as Float64Array, spread)
  }
  return sums.every((sum) => sum > 0) ? totals : overPresent(totals, weights, sums)
}

/** A pillar without criteria here gives its weight to the others, as in SCORING 6. */
function overPresent(
  totals: Float64Array,
  weights: readonly Float64Array[],
  sums: readonly number[],
): Float64Array {
  const present = weights.filter((_, pillar) => (sums[pillar] ?? 0) > 0)
  return totals.map((total, draw) => {
    const reach = present.reduce((sum, column) => sum + (column[draw] ?? 0), 0)
    return reach > 0 ? total / reach : 0
  })
}

/** The totals of all draws of one run. An alternative's numbers depend on its id and run alone. */
export function* drawAll(model: SmaaModel, options: SmaaOptions): Pieces<Draws> {
  const weights = yield* drawWeights(model, options)
  const totals: Float64Array[] = []
  for (const alternative of model.alternatives) {
    const state = startOf(options.seed, `${options.run.name}|provider|${alternative.id}`)
    totals.push(drawTotals(alternative, weights, options.draws, state))
    yield
  }
  return { totals, count: options.draws }
}

const gradeIndex = (grade: Grade | null) => (grade === null ? 0 : GRADES.indexOf(grade))

/** The grade of each total as an index (0 is A), no better than the cap. */
function gradesOf(totals: Float64Array, cap: Grade | null, bands: Bands): Uint8Array {
  const steps = bands.flatMap(({ grade, min }) =>
    min === null ? [] : [{ index: gradeIndex(grade), min: min - SLACK }],
  )
  const worst = gradeIndex('D')
  const least = gradeIndex(cap)
  const grades = new Uint8Array(totals.length)
  for (let draw = 0; draw < totals.length; draw += 1) {
    const total = totals[draw] as number
    let reached = worst
    for (const { index, min } of steps) {
      if (total < min) continue
      reached = index
      break
    }
    grades[draw] = reached > least ? reached : least
  }
  return grades
}

/** One alternative over all draws: its totals and grades, how many stand above it, how many tie. */
type Column = { totals: Float64Array; grades: Uint8Array; above: Uint16Array; ties: Uint16Array }

/** Goes through all draws of a pair; returns the draws that `one` wins, ties one half. */
function meet(one: Column, other: Column): number {
  let wins = 0
  for (let draw = 0; draw < one.totals.length; draw += 1) {
    const step = (other.grades[draw] as number) - (one.grades[draw] as number)
    const apart = (one.totals[draw] as number) - (other.totals[draw] as number)
    if (step === 0 && apart <= SLACK && apart >= -SLACK) {
      wins += 0.5
      one.ties[draw] = (one.ties[draw] as number) + 1
      other.ties[draw] = (other.ties[draw] as number) + 1
    } else if (step > 0 || (step === 0 && apart > 0)) {
      wins += 1
      other.above[draw] = (other.above[draw] as number) + 1
    } else {
      one.above[draw] = (one.above[draw] as number) + 1
    }
  }
  return wins
}

/** Draws at each rank; k that tie on ranks r to r + k - 1 take 1/k of each. */
function ranksOf({ above, ties }: Column, size: number): number[] {
  const ranks = new Float64Array(size)
  for (let draw = 0; draw < above.length; draw += 1) {
    const first = above[draw] as number
    const tied = (ties[draw] as number) + 1
    for (let rank = first; rank < first + tied; rank += 1) {
      ranks[rank] = (ranks[rank] as number) + 1 / tied
    }
  }
  return Array.from(ranks, (count) => count / above.length)
}

/**
 * Ranks and odds over all draws. With gates on a draw ranks by grade (the band of its total, no
 * better than the cap) and then by total; with gates off by total alone.
 */
export function* oddsOf(draws: Draws, model: SmaaModel, gates: boolean): Pieces<Odds> {
  const { count } = draws
  const columns = model.alternatives.map(({ cap }, at): Column => {
    const totals = draws.totals[at] as Float64Array
    const grades = gates ? gradesOf(totals, cap, model.bands) : new Uint8Array(count)
    return { totals, grades, above: new Uint16Array(count), ties: new Uint16Array(count) }
  })
  const size = columns.length
  const above = columns.map(() => new Array<number>(size).fill(0.5))
  for (const [i, one] of columns.entries()) {
    yield
    for (const [j, other] of columns.entries()) {
      if (j <= i) continue
      const odds = meet(one, other) / count
      ;(above[i] as number[])[j] = odds
      ;(above[j] as number[])[i] = 1 - odds
    }
  }
  return { ranks: columns.map((column) => ranksOf(column, size)), above }
}
