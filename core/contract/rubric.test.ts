import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Rubric } from '../rubric.ts'
import { parseRubric } from './rubric.ts'

const file = new URL('../../seeds/rubric/rubric-v1.json', import.meta.url)
const rubricJson = JSON.parse(readFileSync(file, 'utf8')) as Rubric

/** A deep copy of the rubric, to be damaged. */
function copy() {
  return structuredClone(rubricJson)
}

test('the shipped rubric passes and comes out as it went in', () => {
  expect(parseRubric(rubricJson)).toEqual({ ok: true, rubric: rubricJson })
})

test('a rubric of another shape is refused with the path of each fault', () => {
  const rubric = { ...copy(), version: 'one', surprise: 1 }
  expect(parseRubric(rubric)).toEqual({
    ok: false,
    problems: [
      { path: '$.version', reason: 'is not a version such as 1.0.0' },
      { path: '$.surprise', reason: 'is not a known key' },
    ],
  })
})

test('a rubric that is well formed but cannot be scored with is refused', () => {
  const rubric = copy()
  for (const pillar of rubric.pillars) pillar.weight = 0
  expect(parseRubric(rubric)).toEqual({
    ok: false,
    problems: [{ path: '$', reason: 'the pillar weights sum to 0' }],
  })
})
