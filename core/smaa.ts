/**
 * How sure an order of providers is: stochastic multicriteria acceptability analysis (SCORING 12).
 * In each draw the pillar weights and every criterion's value vary within what is known; what is
 * reported is how often each provider takes each rank and how often one stands above another.
 * Seeded streams: one for weights and one for each provider, so figures repeat, order changes
 * nothing, and a new provider leaves the draws of the others alone.
 */

import type { StreamState } from './random.ts'
import { fillUniforms, gamma, startOf, streamOf } from './random.ts'
import { SLACK } from './rubric.ts'
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

/** Draws of the weight vector, row after row; each row sums to 1. */
function drawWeights(model: SmaaModel, options: SmaaOptions): Float64Array {
  const used = pillarsInUse(model)
  const { run, seed, draws } = options
  const stream = streamOf(seed, `${run.name}|weights`)
  const total = model.weights.reduce((sum, weight, at) => sum + (used[at] ? weight : 0), 0)
  const shapes = model.weights.map((weight, at) => {
    if (!used[at]) return 0
    return run.name === 'stress' || total === 0 ? 1 : (run.concentration * weight) / total
  })
  const pillars = shapes.length
  const rows = new Float64Array(draws * pillars)
  for (let start = 0; start < rows.length; start += pillars) {
    let sum = 0
    for (let at = 0; at < pillars; at += 1) {
      const shape = shapes[at] as number
      const drawn = shape > 0 ? gamma(shape, stream) : 0
      rows[start + at] = drawn
      sum += drawn
    }
    for (let at = 0; at < pillars; at += 1) rows[start + at] = (rows[start + at] as number) / sum
  }
  return rows
}

/**
 * An alternative with all that does not vary summed up. In a draw its pillar p is worth `fixed[p]`,
 * and each open criterion adds `spreads × uniform` to its pillar, `pillarOf`.
 */
type Flat = {
  fixed: Float64Array
  spreads: Float64Array
  pillarOf: Int32Array
  present: boolean[]
}

function flatten(alternative: Alternative, pillars: number): Flat {
  const sums = new Array<number>(pillars).fill(0)
  for (const { pillar, weight } of alternative.criteria) {
    sums[pillar] = (sums[pillar] ?? 0) + weight
  }
  const part = ({ pillar, weight }: DrawnCriterion) => weight / (sums[pillar] ?? 1)
  const fixed = new Float64Array(pillars)
  for (const entry of alternative.criteria) {
    fixed[entry.pillar] = (fixed[entry.pillar] ?? 0) + part(entry) * entry.low
  }
  const open = alternative.criteria.filter(({ low, high }) => high > low)
  return {
    fixed,
    spreads: Float64Array.from(open, (entry) => part(entry) * (entry.high - entry.low)),
    pillarOf: Int32Array.from(open, ({ pillar }) => pillar),
    present: sums.map((sum) => sum > 0),
  }
}

/** Uniforms are made for so many draws in one go. */
const DRAWS_AT_ONCE = 64

function drawTotals(flat: Flat, weights: Float64Array, draws: number, state: StreamState) {
  const { fixed, spreads, pillarOf, present } = flat
  const pillars = fixed.length
  const open = spreads.length
  const chance = new Float64Array(open * DRAWS_AT_ONCE)
  const totals = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw += 1) {
    const batch = draw % DRAWS_AT_ONCE
    if (batch === 0) fillUniforms(state, chance)
    const from = batch * open
    const row = draw * pillars
    let total = 0
    for (let pillar = 0; pillar < pillars; pillar += 1) {
      total += (weights[row + pillar] as number) * (fixed[pillar] as number)
    }
    for (let at = 0; at < open; at += 1) {
      const weight = weights[row + (pillarOf[at] as number)] as number
      total += weight * (spreads[at] as number) * (chance[from + at] as number)
    }
    totals[draw] = 100 * total
  }
  return present.every(Boolean) ? totals : overPresent(totals, weights, present)
}

/** A pillar without criteria here gives its weight to the others, as in SCORING 6. */
function overPresent(totals: Float64Array, weights: Float64Array, present: readonly boolean[]) {
  return totals.map((total, draw) => {
    const row = draw * present.length
    const reach = present.reduce((sum, has, at) => sum + (has ? (weights[row + at] ?? 0) : 0), 0)
    return reach > 0 ? total / reach : 0
  })
}

/** The totals of all draws of one run. An alternative's numbers depend on its id and run alone. */
export function drawAll(model: SmaaModel, options: SmaaOptions): Draws {
  const weights = drawWeights(model, options)
  const totals = model.alternatives.map((alternative) => {
    const state = startOf(options.seed, `${options.run.name}|provider|${alternative.id}`)
    return drawTotals(flatten(alternative, model.weights.length), weights, options.draws, state)
  })
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

type Tally = { wins: Float64Array; ranks: Float64Array; size: number }

/** Adds one draw: who stands above whom, and the ranks that tied providers share in equal parts. */
function tallyDraw(points: Float64Array, grades: Uint8Array, tally: Tally, better: Int32Array) {
  const { wins, ranks, size } = tally
  better.fill(0)
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const step = (grades[j] as number) - (grades[i] as number)
      const ahead = step !== 0 ? step : (points[i] as number) - (points[j] as number)
      if (step === 0 && Math.abs(ahead) <= SLACK) {
        wins[i * size + j] = (wins[i * size + j] as number) + 0.5
        better[size + i] = (better[size + i] as number) + 1
        better[size + j] = (better[size + j] as number) + 1
        continue
      }
      if (ahead > 0) wins[i * size + j] = (wins[i * size + j] as number) + 1
      const loser = ahead > 0 ? j : i
      better[loser] = (better[loser] as number) + 1
    }
  }
  for (let i = 0; i < size; i += 1) {
    const first = better[i] as number
    const tied = (better[size + i] as number) + 1
    for (let rank = first; rank < first + tied; rank += 1) {
      ranks[i * size + rank] = (ranks[i * size + rank] as number) + 1 / tied
    }
  }
}

/**
 * Ranks and odds over all draws. With gates on a draw ranks by grade (the band of its total, no
 * better than the cap) and then by total; with gates off by total alone.
 */
export function oddsOf(draws: Draws, model: SmaaModel, gates: boolean): Odds {
  const size = model.alternatives.length
  const grades = model.alternatives.map((one, at) => {
    const totals = draws.totals[at] as Float64Array
    return gates ? gradesOf(totals, one.cap, model.bands) : new Uint8Array(totals.length)
  })
  const square = () => new Float64Array(size * size)
  const tally: Tally = { wins: square(), ranks: square(), size }
  const points = new Float64Array(size)
  const grade = new Uint8Array(size)
  const better = new Int32Array(2 * size)
  for (let draw = 0; draw < draws.count; draw += 1) {
    for (let i = 0; i < size; i += 1) {
      points[i] = draws.totals[i]?.[draw] as number
      grade[i] = grades[i]?.[draw] as number
    }
    tallyDraw(points, grade, tally, better)
  }
  const above = Array.from({ length: size }, () => new Array<number>(size).fill(0.5))
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const odds = (tally.wins[i * size + j] as number) / draws.count
      ;(above[i] as number[])[j] = odds
      ;(above[j] as number[])[i] = 1 - odds
    }
  }
  const ranks = Array.from({ length: size }, (_, i) =>
    Array.from(tally.ranks.subarray(i * size, (i + 1) * size), (share) => share / draws.count),
  )
  return { ranks, above }
}
