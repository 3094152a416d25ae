import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scored } from '#core/assess.ts'
import { assess } from '#core/assess.ts'
import type { Finding } from '#core/assessment-input.ts'
import type { Candidate, Ranking } from '#core/rank.ts'
import { rankInPieces, rankProviders } from '#core/rank.ts'
import { rankOrderWeights } from '#core/rank-checks.ts'
import type { Weights } from '#core/rank-weights.ts'
import {
  boxWeights,
  defaultWeights,
  isOwnWeights,
  reweigh,
  setBoxWeight,
  weightsProblem,
} from '#core/rank-weights.ts'
import { oddsInWords, placeInWords, rankingInWords, shareInWords } from '#core/rank-words.ts'
import { prepareRubric } from '#core/rubric.ts'
import { LEVELS, STRENGTHS } from '#core/vocabulary.ts'

const prepared = prepareRubric(JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')))
const { criteria, pillars } = prepared.rubric
const asOf = '2026-11-23'

type Said = Pick<Finding, 'criterion' | 'level' | 'strength'>
const findingOf = (said: Said): Finding => ({
  ...said,
  modality: null,
  setting: null,
  state: null,
  url: null,
  observed_on: '2026-11-20',
  retrieved_on: '2026-11-20',
})

function scoredOf(said: readonly Said[], weights?: Weights, closed = false): Scored {
  const result = assess(
    {
      modality: 'iv',
      setting: 'clinic',
      state: null,
      asOf,
      findings: said.map(findingOf),
      provider_status: closed ? 'closed' : 'open',
      ...(weights ? { weights } : {}),
    },
    prepared,
  )
  if (result.status !== 'scored') throw new Error(result.status)
  return result
}

const all = (
  level: Finding['level'],
  strength: Finding['strength'] = 'proof',
  but: string[] = [],
) =>
  criteria
    .filter(({ id }) => !but.includes(id))
    .map(({ id }) => ({ criterion: id, level, strength }))
const named = (id: string, scored: Scored): Candidate => ({ id, name: id.toUpperCase(), scored })

function ranked(candidates: readonly Candidate[], options = {}): Ranking {
  const result = rankProviders(candidates, prepared, { gates: true, draws: 500, ...options })
  if (!result.ranked) throw new Error(result.because)
  return result
}

const said = fc.uniqueArray(
  fc.record({
    criterion: fc.constantFrom(...criteria.map(({ id }) => id)),
    level: fc.constantFrom(...LEVELS),
    strength: fc.constantFrom(...STRENGTHS),
  }),
  { selector: ({ criterion }) => criterion, maxLength: 35 },
)
const weightsArbitrary = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 7, maxLength: 7 })
  .filter((values) => values.some((value) => value > 0))
  .map((values): Weights => Object.fromEntries(pillars.map(({ id }, at) => [id, values[at] ?? 0])))

describe('reweigh', () => {
  test('equals an assessment made with those weights', () => {
    fc.assert(
      fc.property(said, weightsArbitrary, fc.boolean(), (list, weights, closed) => {
        const { criteria: mine, ...moved } = reweigh(
          scoredOf(list, undefined, closed),
          weights,
          prepared,
        )
        const { criteria: theirs, ...fresh } = scoredOf(list, weights, closed)
        for (const key of ['low', 'stated', 'high', 'coverage'] as const) {
          expect(moved[key]).toBeCloseTo(fresh[key], 9)
        }
        const rest = { low: 0, stated: 0, high: 0, coverage: 0 }
        expect({ ...moved, ...rest }).toEqual({ ...fresh, ...rest })
        mine.forEach((entry, at) => {
          expect(entry.share).toBeCloseTo(theirs[at]?.share ?? -1, 9)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('weights', () => {
  test('of a box are the sum of its pillars, and setting one keeps proportions inside', () => {
    const weights = defaultWeights(prepared)
    expect(boxWeights(weights, prepared)).toEqual({
      credentials: 22,
      pricing: 16,
      assessment: 22,
      care: 40,
    })
    const moved = setBoxWeight(weights, 'care', 20, prepared)
    expect(moved).toEqual({ A: 22, B: 16, C: 22, D: 8, E: 4, F: 4, G: 4 })
    const emptied = setBoxWeight(weights, 'care', 0, prepared)
    expect(setBoxWeight(emptied, 'care', 40, prepared)).toEqual(weights)
  })

  test('are own weights only when more than the scale differs', () => {
    const weights = defaultWeights(prepared)
    const doubled = Object.fromEntries(Object.entries(weights).map(([id, one]) => [id, one * 2]))
    expect([
      isOwnWeights(doubled, prepared),
      isOwnWeights({ ...weights, A: 30 }, prepared),
    ]).toEqual([false, true])
  })

  test('that cannot be used say why', () => {
    const weights = defaultWeights(prepared)
    expect(weightsProblem(weights, prepared)).toBeNull()
    expect(weightsProblem({ ...weights, A: -1 }, prepared)).toBe('A weight must be 0 or more.')
    expect(weightsProblem({ A: 1 }, prepared)).toMatch(/one weight for each/)
    const none = Object.fromEntries(Object.keys(weights).map((id) => [id, 0]))
    expect(weightsProblem(none, prepared)).toBe('At least one group must count.')
  })

  test('by rank order are centroids, and equal weights share their mean', () => {
    expect(rankOrderWeights([5, 3, 1]).map((one) => Math.round(one * 1000))).toEqual([
      611, 278, 111,
    ])
    expect(rankOrderWeights([5, 5, 0])).toEqual([0.5, 0.5, 0])
  })
})

describe('a ranking', () => {
  test('names the provider that is proven better, and says so', () => {
    const result = ranked([
      named('a', scoredOf(all('met'))),
      named('b', scoredOf(all('partly', 'strong'))),
    ])
    expect(result.leader).toBe('a')
    expect(result.order.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(result.pairs).toEqual([{ one: 'a', other: 'b', near: 1, stress: 1, separated: true }])
    const words = rankingInWords(result)
    expect(words.leader).toMatch(/^On what is known, A is ahead/)
    expect(words.by_box[1]).toBe('A stays first however much Pricing counts.')
    expect(words.checks).toEqual([])
  })

  test('names no leader where nothing is known', () => {
    const result = ranked([named('a', scoredOf([])), named('b', scoredOf([]))])
    expect(result.leader).toBeNull()
    expect(rankingInWords(result).leader).toBe(
      'These providers cannot be separated on public information.',
    )
    expect(result.pairs[0]?.separated).toBe(false)
  })

  test('says at which weight another provider comes first', () => {
    const pricing = criteria.filter(({ pillar }) => pillar === 'B').map(({ id }) => id)
    const weakPrices = [
      ...all('met', 'proof', pricing),
      ...pricing.map((criterion) => ({
        criterion,
        level: 'not_met' as const,
        strength: 'proof' as const,
      })),
    ]
    const strongPrices = [
      ...all('partly', 'proof', pricing),
      ...pricing.map((criterion) => ({
        criterion,
        level: 'met' as const,
        strength: 'proof' as const,
      })),
    ]
    const result = ranked([named('a', scoredOf(weakPrices)), named('b', scoredOf(strongPrices))])
    const box = result.by_box.find(({ id }) => id === 'pricing')
    expect(box?.high).toBeCloseTo(1 / 3, 9)
    expect(rankingInWords(result).by_box[1]).toBe(
      'A stays first unless Pricing counts more than a third (then B comes first).',
    )
  })

  test('leaves out the closed, and does not rank one alone or unlike care', () => {
    const shut = named('c', scoredOf(all('met'), undefined, true))
    const open = named('a', scoredOf([]))
    const alone = rankProviders([shut, open], prepared, { gates: true })
    expect(alone).toEqual({ ranked: false, because: 'too_few', closed: [{ id: 'c', name: 'C' }] })
    const other = named('b', { ...scoredOf([]), case: 'im-clinic' })
    expect(rankProviders([open, other], prepared, { gates: true })).toMatchObject({
      because: 'unlike_care',
    })
  })

  test('does not change with the order in which providers come', () => {
    fc.assert(
      fc.property(
        fc.tuple(said, said, said),
        fc.boolean(),
        weightsArbitrary,
        (lists, gates, weights) => {
          const candidates = lists.map((list, at) => named(`p${at}`, scoredOf(list)))
          const options = { gates, weights, draws: 100 }
          expect(ranked([...candidates].reverse(), options)).toEqual(ranked(candidates, options))
        },
      ),
      { numRuns: 25 },
    )
  })

  test('is the same in pieces, also when two are worked out in turn', () => {
    const pairs = [
      [named('a', scoredOf(all('met'))), named('b', scoredOf([]))],
      [named('c', scoredOf([])), named('d', scoredOf(all('partly', 'strong')))],
    ]
    const options = { gates: true, draws: 5000 }
    const underway = pairs.map((pair) => rankInPieces(pair, prepared, options))
    const results: unknown[] = []
    let turns = 0
    for (; results.filter(Boolean).length < pairs.length; turns += 1) {
      underway.forEach((pieces, at) => {
        const step = pieces.next()
        if (step.done && step.value) results[at] = step.value
      })
    }
    expect(results).toEqual(pairs.map((pair) => rankProviders(pair, prepared, options)))
    // Three pieces of weights, two of totals and two of ranks, in each of two runs.
    expect(turns).toBe(15)
  })

  test('tells each place, and claims every draw only when it is every one', () => {
    const odds = { near: [0.1 + 0.2, 0.7], stress: [1, 0] }
    const one = { id: 'a', name: 'A', low: 0, high: 1, confirmed_grade: null, possible_grade: null }
    expect(placeInWords({ ...one, ...odds })).toBe(
      'Comes first in 30 of 100 draws. With any weights: first in 100 of 100.',
    )
    const thirds = { near: [0.1, 0.2, 0.7, 0], stress: [0.004, 0.1, 0.1, 0.796] }
    expect(placeInWords({ ...one, ...thirds })).toBe(
      'Comes first in 10 of 100 draws, and among the first 3 in 100 of 100. With any weights: first in fewer than 1 of 100.',
    )
  })

  test('a failed check cannot be bought back by points while gates are on', () => {
    const failing = [
      ...all('met', 'proof', ['A3']),
      { criterion: 'A3', level: 'not_met' as const, strength: 'proof' as const },
    ]
    const candidates = [named('a', scoredOf(failing)), named('b', scoredOf(all('partly')))]
    expect(ranked(candidates).order[0]?.id).toBe('b')
    const off = ranked(candidates, { gates: false })
    expect(off.order[0]?.id).toBe('a')
    expect(off.leader).toBe(ranked(candidates).leader)
    expect(rankingInWords(off).points_note).toBeNull()
    expect(rankingInWords(ranked(candidates)).points_note).toMatch(
      /^By points alone.* A comes first, not B/,
    )
    expect(rankingInWords(off).checks).toContain(
      'If failed checks capped the grade, B would come first.',
    )
  })
})

test('odds and shares in words never claim more than the number', () => {
  expect([0, 0.001, 0.904, 0.9999, 1].map(oddsInWords)).toEqual([
    '0 of 100',
    'fewer than 1 of 100',
    '90 of 100',
    'more than 99 of 100',
    '100 of 100',
  ])
  expect([0.5, 0.3333, 0.62, 0.0001].map(shareInWords)).toEqual(['half', 'a third', '62%', '1%'])
})
