import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '#core/assess.ts'
import { assess } from '#core/assess.ts'
import type { AssessmentInput } from '#core/assessment-input.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const rubric = read('seeds/rubric/rubric-v1.json') as Rubric
const prepared = prepareRubric(rubric)
type Vector = AssessmentInput & { name: string; rule: string; expected: Record<string, unknown> }
const vectors = read('tests/vectors/vectors.json') as {
  scoring: Vector[]
  effective_points: Record<string, Record<string, number>>
}

/** The result with only the keys that a vector states, numbers to the vectors' 0.01. */
function comparable(result: Assessment, expected: Record<string, unknown>) {
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, (result as unknown as Record<string, unknown>)[key]]),
  )
}

/** Vectors hold two decimals and are compared within 0.01. */
const withinAHundredth = (value: number) => ({
  asymmetricMatch: (other: unknown) => typeof other === 'number' && Math.abs(other - value) <= 0.01,
  toString: () => `within 0.01 of ${value}`,
})

function near(value: unknown): unknown {
  if (typeof value === 'number') return withinAHundredth(value)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, near(inner)]))
}

describe('the scoring vectors of the rubric', () => {
  test.each(vectors.scoring.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const { name: _name, rule: _rule, expected, ...input } = vector
    const result = assess(input, prepared)
    if (expected.status === 'not_scored') {
      expect(result).toMatchObject({ status: 'not_scored', red_flags: expected.red_flags })
      return
    }
    expect(comparable(result, expected)).toEqual(near(expected))
  })

  test('cover 33 cases', () => {
    expect(vectors.scoring).toHaveLength(33)
  })

  test.each(Object.entries(vectors.effective_points))('points of %s', (id, points) => {
    const of = prepared.caseById.get(id)
    const mine = Object.fromEntries(
      of?.criteria.map(({ criterion }, at) => [criterion.id, of.shares[at]]) ?? [],
    )
    expect(mine).toEqual(near(points))
  })
})
