import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Rubric } from './rubric.ts'
import { prepareRubric } from './rubric.ts'
import { rubricProblems } from './rubric-check.ts'

const text = readFileSync('seeds/rubric/rubric-v1.json', 'utf8')
const rubric = () => JSON.parse(text) as Rubric

/** The rubric with one thing changed, and the problems that this brings. */
function problemsAfter(change: (rubric: Rubric) => void): string[] {
  const changed = rubric()
  change(changed)
  return rubricProblems(changed)
}

describe('a rubric', () => {
  test('as published has no problems', () => {
    expect(rubricProblems(rubric())).toEqual([])
  })

  test('with weights that cannot sum is refused', () => {
    expect(
      problemsAfter((changed) => {
        for (const pillar of changed.pillars) pillar.weight = 0
      }),
    ).toEqual(['the pillar weights sum to 0'])
    const nan = problemsAfter((changed) => {
      if (changed.pillars[0]) changed.pillars[0].weight = Number.NaN
    })
    expect(nan[0]).toBe('pillar A has weight NaN; it must be 0 or more')
  })

  test('with a negative weight is refused', () => {
    const problems = problemsAfter((changed) => {
      if (changed.criteria[0]) changed.criteria[0].weight = -1
      if (changed.pillars[1]) changed.pillars[1].weight = -16
    })
    expect(problems).toContain('criterion A1 has weight -1; it must be above 0')
    expect(problems).toContain('pillar B has weight -16; it must be 0 or more')
  })

  test('that names unknown ids is refused with each of them', () => {
    const problems = problemsAfter((changed) => {
      changed.criteria[0]?.sources.push('Nowhere')
      changed.red_flags[0]?.criteria.push('Z9')
      changed.coverage_rules.core_pillars.push('Q')
    })
    expect(problems).toEqual([
      'criterion A1 names unknown source Nowhere',
      'coverage_rules names unknown pillar Q',
      `flag ${rubric().red_flags[0]?.id} names unknown criterion Z9`,
    ])
  })

  test('with an id used twice, or a gate that can be waved away, is refused', () => {
    const problems = problemsAfter((changed) => {
      const [first] = changed.criteria
      if (first) changed.criteria.push(first)
      const gate = changed.criteria.find((criterion) => criterion.gate)
      if (gate) gate.not_applicable_when = 'Always.'
    })
    expect(problems).toContain('criterion A1 stands twice')
    expect(problems).toContain('criterion A2 is a gate and cannot be marked not applicable')
  })

  test('that has problems cannot be prepared', () => {
    const changed = rubric()
    changed.pillars.pop()
    expect(() => prepareRubric(changed)).toThrow(/unknown pillar G/)
  })
})
