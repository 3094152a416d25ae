import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LeaderCandidate } from '#core/leader.ts'
import { findLeader, separated } from '#core/leader.ts'
import { finish } from '#core/pieces.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Alternative, SmaaModel, WeightRun } from '#core/smaa.ts'
import { drawAll, oddsOf } from '#core/smaa.ts'
import type { MidScores } from '#core/weight-stability.ts'
import { midLeader, weightStability } from '#core/weight-stability.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json'))
const { bands, comparison } = prepared.rubric

type Vector = {
  name: string
  weights: { kind: 'dirichlet' | 'uniform'; concentration?: number }
  draws: number
  pillars: { id: string; weight: number; criteria: { id: string; weight: number }[] }[]
  alternatives: { id: string; intervals: Record<string, [number, number]>; cap: 'C' | null }[]
  tolerance: number
  expected: {
    rank_acceptability: Record<string, number[]>
    pairwise: Record<string, number>
    weight_stability?: { leader: string; intervals: Record<string, [number, number]> }
  }
}
type LeaderVector = {
  name: string
  providers: LeaderCandidate[]
  odds_near: Record<string, number>
  odds_stress: Record<string, number>
  expected: string | null
}
const vectors = read('tests/vectors/vectors.json') as { smaa: Vector[]; leader: LeaderVector[] }

function modelOf(vector: Vector): SmaaModel {
  const alternatives = vector.alternatives.map(({ id, cap, intervals }) => ({
    id,
    cap,
    criteria: vector.pillars.flatMap(({ criteria }, pillar) =>
      criteria.map((entry) => {
        const [low, high] = intervals[entry.id] ?? [0, 1]
        return { pillar, weight: entry.weight, low, high }
      }),
    ),
  }))
  return { weights: vector.pillars.map(({ weight }) => weight), alternatives, bands }
}

function runOf({ weights }: Vector): WeightRun {
  if (weights.kind === 'uniform') return { name: 'stress' }
  return { name: 'near', concentration: weights.concentration ?? 0 }
}

const within = (tolerance: number) => (value: number) => ({
  asymmetricMatch: (other: number) => Math.abs(other - value) <= tolerance + 1e-12,
  toString: () => `within ${tolerance} of ${value}`,
})

describe('the exact cases of the rubric', () => {
  test.each(vectors.smaa.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const model = modelOf(vector)
    const options = { draws: vector.draws, seed: comparison.seed, run: runOf(vector) }
    const odds = finish(oddsOf(finish(drawAll(model, options)), model, true))
    const at = (id: string) => model.alternatives.findIndex((one) => one.id === id)
    const near = within(vector.tolerance)
    for (const [id, ranks] of Object.entries(vector.expected.rank_acceptability)) {
      expect(odds.ranks[at(id)]).toEqual(ranks.map(near))
    }
    for (const [pair, value] of Object.entries(vector.expected.pairwise)) {
      const [one = '', other = ''] = pair.split('>')
      expect(odds.above[at(one)]?.[at(other)]).toEqual(near(value))
    }
  })

  test('number six, and two of them hold weight stability to 1e-9', () => {
    const held = vectors.smaa.filter(({ expected }) => expected.weight_stability)
    expect([vectors.smaa.length, held.length]).toEqual([6, 2])
    for (const vector of held) {
      const total = vector.pillars.reduce((sum, { weight }) => sum + weight, 0)
      const weights = vector.pillars.map(({ weight }) => weight / total)
      const mids: MidScores[] = vector.alternatives.map(({ id, intervals }) => ({
        id,
        scores: vector.pillars.map(({ criteria }) => {
          const [low, high] = intervals[criteria[0]?.id ?? ''] ?? [0, 1]
          return (low + high) / 2
        }),
      }))
      const leader = midLeader(mids, weights)
      const expected = vector.expected.weight_stability
      expect(leader?.id).toBe(expected?.leader)
      if (!leader) continue
      const rivals = mids.filter((one) => one !== leader)
      const found = weightStability(leader, rivals, weights).map(({ low, high }) => [low, high])
      const exact = vector.pillars.map(({ id }) => expected?.intervals[id]?.map(within(1e-9)))
      expect(found).toEqual(exact)
    }
  })

  test.each(vectors.leader.map((vector) => [vector.name, vector] as const))(
    'leader: %s',
    (_, { providers, odds_near, odds_stress, expected }) => {
      const by = (odds: Record<string, number>) => (i: number, j: number) =>
        odds[`${providers[i]?.id}>${providers[j]?.id}`] ?? 0
      expect(findLeader(providers, by(odds_near), by(odds_stress), prepared)).toBe(expected)
    },
  )

  test('number six for the leader too', () => {
    expect(vectors.leader).toHaveLength(6)
  })
})

const interval = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
  .map(([one, other]) => ({ low: Math.min(one, other) / 10, high: Math.max(one, other) / 10 }))
const alternative = fc.record({
  cap: fc.constantFrom(null, 'B' as const, 'C' as const, 'D' as const),
  criteria: fc
    .tuple(interval, interval, interval, interval)
    .map((all) => all.map((one, at) => ({ ...one, pillar: at % 3, weight: 1 + at }))),
})
const alternatives = fc
  .array(alternative, { minLength: 2, maxLength: 5 })
  .map((all) => all.map((one, at): Alternative => ({ ...one, id: `p${at}` })))
const runs = fc.constantFrom<WeightRun>({ name: 'near', concentration: 40 }, { name: 'stress' })

const run = (list: readonly Alternative[], name: WeightRun, gates: boolean) => {
  const model = { weights: [3, 2, 1], alternatives: list, bands }
  const draws = finish(drawAll(model, { draws: 200, seed: 7, run: name }))
  return { draws, odds: finish(oddsOf(draws, model, gates)) }
}

describe('acceptability', () => {
  test('has rows that sum to 1 and pairs that sum to 1', () => {
    fc.assert(
      fc.property(alternatives, runs, fc.boolean(), (list, name, gates) => {
        const { odds } = run(list, name, gates)
        for (const row of odds.ranks) {
          expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        }
        list.forEach((_, rank) => {
          const column = odds.ranks.reduce((sum, row) => sum + (row[rank] ?? 0), 0)
          expect(column).toBeCloseTo(1, 9)
        })
        list.forEach((_, i) => {
          list.forEach((__, j) => {
            const pair = (odds.above[i]?.[j] ?? 0) + (odds.above[j]?.[i] ?? 0)
            expect(pair).toBeCloseTo(1, 12)
          })
        })
      }),
      { numRuns: 50 },
    )
  })

  test('does not depend on the order of the providers, to the bit', () => {
    fc.assert(
      fc.property(alternatives, runs, (list, name) => {
        const forward = run(list, name, true)
        const backward = run([...list].reverse(), name, true)
        expect([...backward.draws.totals].reverse()).toEqual(forward.draws.totals)
        expect([...backward.odds.ranks].reverse()).toEqual(forward.odds.ranks)
      }),
      { numRuns: 30 },
    )
  })

  test("adding a provider changes no other provider's draws", () => {
    fc.assert(
      fc.property(alternatives, runs, (list, name) => {
        const fewer = run(list.slice(0, -1), name, true).draws.totals
        expect(run(list, name, true).draws.totals.slice(0, -1)).toEqual(fewer)
      }),
      { numRuns: 30 },
    )
  })

  test('keeps a weight of 0 at 0 in the near run', () => {
    const clear = {
      cap: null,
      criteria: [0, 1].map((pillar) => ({ pillar, weight: 1, low: 0.5, high: 0.5 })),
    }
    const odd = {
      cap: null,
      criteria: [
        { pillar: 0, weight: 1, low: 0.5, high: 0.5 },
        { pillar: 1, weight: 1, low: 1, high: 1 },
      ],
    }
    const model = {
      weights: [1, 0],
      bands,
      alternatives: [
        { ...clear, id: 'a' },
        { ...odd, id: 'b' },
      ],
    }
    const around = { name: 'near' as const, concentration: 40 }
    const near = finish(drawAll(model, { draws: 50, seed: 1, run: around }))
    expect(finish(oddsOf(near, model, false)).above[0]?.[1]).toBe(0.5)
    const stress = finish(drawAll(model, { draws: 50, seed: 1, run: { name: 'stress' } }))
    expect(finish(oddsOf(stress, model, false)).above[0]?.[1]).toBe(0)
  })

  test('shares the weight of a pillar that a provider has no criterion in among its others', () => {
    const one = { id: 'a', cap: null, criteria: [{ pillar: 0, weight: 2, low: 0.8, high: 0.8 }] }
    const two = { id: 'b', cap: null, criteria: [{ pillar: 1, weight: 1, low: 0.3, high: 0.3 }] }
    const model = { weights: [1, 1, 1], bands, alternatives: [one, two] }
    const { totals } = finish(drawAll(model, { draws: 5, seed: 1, run: { name: 'stress' } }))
    expect(totals.map((all) => [...all].map(Math.round))).toEqual([
      [80, 80, 80, 80, 80],
      [30, 30, 30, 30, 30],
    ])
  })
})

describe('weight stability', () => {
  const scores = fc.array(
    fc.integer({ min: 0, max: 20 }).map((one) => one / 20),
    { minLength: 4, maxLength: 4 },
  )
  const lists = fc
    .array(scores, { minLength: 2, maxLength: 4 })
    .map((all) => all.map((one, at): MidScores => ({ id: `p${at}`, scores: one })))
  const shares = fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
    .map((all) => {
      const total = all.reduce((sum, one) => sum + one, 0)
      return all.map((one) => one / total)
    })
  /** The weights with one moved to `t` and the others scaled to make 1 again. */
  const moved = (weights: readonly number[], k: number, t: number) =>
    weights.map((weight, at) => (at === k ? t : (weight * (1 - t)) / (1 - (weights[k] ?? 0))))
  const points = (one: MidScores | undefined, weights: readonly number[]) =>
    one?.scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0) ?? Number.NaN

  test('holds inside the interval, and beyond it the named rival is ahead', () => {
    fc.assert(
      fc.property(
        lists,
        shares,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, weights, part) => {
          const leader = midLeader(list, weights)
          if (!leader) return
          const rivals = list.filter((one) => one !== leader)
          weightStability(leader, rivals, weights).forEach(
            ({ low, high, below, above, weight }, k) => {
              expect(weight).toBeGreaterThanOrEqual(low - 1e-9)
              expect(weight).toBeLessThanOrEqual(high + 1e-9)
              const inside = moved(weights, k, low + part * (high - low))
              for (const rival of rivals) {
                expect(points(leader, inside)).toBeGreaterThanOrEqual(points(rival, inside) - 1e-9)
              }
              const ahead = (id: string | null, t: number) => {
                const at = moved(weights, k, t)
                const rival = rivals.find((one) => one.id === id)
                expect(points(rival, at)).toBeGreaterThanOrEqual(points(leader, at) - 1e-9)
              }
              if (below !== null) ahead(below, low * part)
              if (above !== null) ahead(above, high + (1 - high) * part)
            },
          )
        },
      ),
    )
  })
})

test('two providers are separated only when both runs agree at the leader odds', () => {
  expect(separated(0.95, 0.9, prepared)).toBe(true)
  expect(separated(0.05, 0.1, prepared)).toBe(true)
  expect(separated(0.95, 0.89, prepared)).toBe(false)
  expect(separated(0.95, 0.05, prepared)).toBe(false)
})
