import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scored } from './assess.ts'
import { assess } from './assess.ts'
import type { AssessmentInput, Finding } from './assessment-input.ts'
import type { IsoDate } from './calendar.ts'
import { addDays } from './calendar.ts'
import { questionsFor } from './next-question.ts'
import { SLACK } from './points.ts'
import type { Rubric } from './rubric.ts'
import { prepareRubric } from './rubric.ts'
import type { Grade, Level } from './vocabulary.ts'
import { GRADES, LEVELS, MODALITIES, SETTINGS, STRENGTHS } from './vocabulary.ts'

const rubric = JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')) as Rubric
const prepared = prepareRubric(rubric)
const ids = rubric.criteria.map((criterion) => criterion.id)
const AS_OF = '2026-11-23' as IsoDate

const ageInDays = fc.integer({ min: -20, max: 400 })
const finding: fc.Arbitrary<Finding> = fc
  .record({
    criterion: fc.constantFrom(...ids),
    level: fc.constantFrom(...LEVELS),
    floor: fc.boolean(),
    strength: fc.option(fc.constantFrom(...STRENGTHS)),
    modality: fc.option(fc.constantFrom(...MODALITIES), { freq: 2 }),
    setting: fc.option(fc.constantFrom(...SETTINGS), { freq: 2 }),
    state: fc.option(fc.constantFrom('NY', 'CA'), { freq: 2 }),
    url: fc.option(fc.constantFrom('https://a.example', 'https://b.example', 'https://c.example')),
    age: fc.option(ageInDays, { freq: 4 }),
    readAge: fc.option(ageInDays, { freq: 4 }),
  })
  .map(({ floor, age, readAge, ...rest }) => ({
    ...rest,
    ...(floor && rest.level === 'partly' ? { at_least: true } : {}),
    observed_on: age === null ? null : addDays(AS_OF, -age),
    retrieved_on: readAge === null ? null : addDays(AS_OF, -readAge),
  }))

const cases = rubric.cases.map(({ modality, setting }) => ({ modality, setting }))
const input: fc.Arbitrary<AssessmentInput> = fc
  .record({
    of: fc.constantFrom(...cases),
    state: fc.constantFrom(null, 'NY', 'CA'),
    findings: fc.array(finding, { maxLength: 40 }),
    weights: fc.option(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 7, maxLength: 7 })),
  })
  .map(({ of, state, findings, weights }) => ({
    ...of,
    state,
    asOf: AS_OF,
    findings,
    ...(weights?.some((weight) => weight > 0)
      ? { weights: Object.fromEntries(rubric.pillars.map((p, at) => [p.id, weights[at] ?? 0])) }
      : {}),
  }))

function scored(of: AssessmentInput): Scored {
  const result = assess(of, prepared)
  if (result.status !== 'scored') throw new Error(JSON.stringify(result))
  return result
}

const rank = (grade: Grade | null) => (grade === null ? -1 : GRADES.indexOf(grade))
const close = (one: number, other: number) => Math.abs(one - other) < 1e-9
const fresh = (criterion: string, level: Level): Finding => ({
  criterion,
  level,
  strength: 'proof',
  modality: null,
  setting: null,
  state: null,
  url: 'https://fresh.example',
  observed_on: AS_OF,
  retrieved_on: AS_OF,
})
const without = (of: AssessmentInput, criterion: string) => ({
  ...of,
  findings: of.findings.filter((one) => one.criterion !== criterion),
})

describe('every assessment', () => {
  test('keeps 0 ≤ low ≤ stated ≤ high ≤ 100 and coverage within 0 to 100', () => {
    fc.assert(
      fc.property(input, (of) => {
        const { low, stated, high, coverage } = scored(of)
        expect(low).toBeGreaterThanOrEqual(-SLACK)
        expect(stated).toBeGreaterThanOrEqual(low - SLACK)
        expect(high).toBeGreaterThanOrEqual(stated - SLACK)
        expect(high).toBeLessThanOrEqual(100 + SLACK)
        expect(coverage).toBeGreaterThanOrEqual(0)
        expect(coverage).toBeLessThanOrEqual(100 + SLACK)
      }),
    )
  })

  test('is the same whatever the order of findings', () => {
    fc.assert(
      fc.property(input, fc.infiniteStream(fc.nat()), (of, keys) => {
        const shuffled = [...of.findings]
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const { criteria: _, ...before } = scored(of)
        const { criteria: __, ...after } = scored({ ...of, findings: shuffled })
        expect(after).toEqual(before)
      }),
    )
  })

  test('is the same whatever the order of criteria in the rubric, but for ties', () => {
    const reversed = prepareRubric({ ...rubric, criteria: [...rubric.criteria].reverse() })
    fc.assert(
      fc.property(input, (of) => {
        const before = scored(of)
        const after = assess(of, reversed)
        if (after.status !== 'scored') throw new Error(after.status)
        expect(close(after.low, before.low) && close(after.high, before.high)).toBe(true)
        expect(after.confirmed_grade).toBe(before.confirmed_grade)
        expect([...after.conflicts].sort()).toEqual([...before.conflicts].sort())
      }),
    )
  })

  test('is the same when all weights are scaled', () => {
    fc.assert(
      fc.property(input, fc.double({ min: 0.01, max: 1000, noNaN: true }), (of, factor) => {
        const weights =
          of.weights ?? Object.fromEntries(rubric.pillars.map((p) => [p.id, p.weight]))
        const scaled = Object.fromEntries(
          Object.entries(weights).map(([id, weight]) => [id, weight * factor]),
        )
        const before = scored(of)
        const after = scored({ ...of, weights: scaled })
        expect(close(after.low, before.low) && close(after.high, before.high)).toBe(true)
        expect(after.confirmed_grade).toBe(before.confirmed_grade)
      }),
    )
  })

  test('never has a grade above its strictest cap', () => {
    fc.assert(
      fc.property(input, (of) => {
        const { caps, confirmed_grade, possible_grade } = scored(of)
        const strictest = Math.max(-1, ...caps.map(({ cap }) => rank(cap)))
        if (confirmed_grade !== null)
          expect(rank(confirmed_grade)).toBeGreaterThanOrEqual(strictest)
        if (possible_grade !== null) expect(rank(possible_grade)).toBeGreaterThanOrEqual(strictest)
      }),
    )
  })

  test('lists each question once, gates that are not settled first', () => {
    fc.assert(
      fc.property(input, (of) => {
        const result = scored(of)
        const order = questionsFor(result.criteria, 99)
        expect(new Set(order).size).toBe(order.length)
        expect(order[0] ?? null).toBe(result.next_question)
      }),
    )
  })
})

describe('when one criterion is answered', () => {
  test('unknown to met never lowers low or raises high', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...ids), (of, criterion) => {
        const unknown = without(of, criterion)
        const met = { ...unknown, findings: [...unknown.findings, fresh(criterion, 'met')] }
        expect(scored(met).low).toBeGreaterThanOrEqual(scored(unknown).low - SLACK)
        expect(scored(met).high).toBeLessThanOrEqual(scored(unknown).high + SLACK)
      }),
    )
  })

  test('unknown to not met never raises high', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...ids), (of, criterion) => {
        const unknown = without(of, criterion)
        const failed = { ...unknown, findings: [...unknown.findings, fresh(criterion, 'not_met')] }
        expect(scored(failed).high).toBeLessThanOrEqual(scored(unknown).high + SLACK)
      }),
    )
  })

  test('removing all its findings never raises low or lowers high', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...ids), (of, criterion) => {
        const less = scored(without(of, criterion))
        expect(less.low).toBeLessThanOrEqual(scored(of).low + SLACK)
        expect(less.high).toBeGreaterThanOrEqual(scored(of).high - SLACK)
      }),
    )
  })

  test('a finding dated up to the day of the assessment never lowers coverage', () => {
    const dated = finding.filter((one) => one.observed_on !== null && one.observed_on <= AS_OF)
    fc.assert(
      fc.property(input, dated, (of, extra) => {
        const more = { ...of, findings: [...of.findings, extra] }
        expect(scored(more).coverage).toBeGreaterThanOrEqual(scored(of).coverage - SLACK)
      }),
    )
  })
})

test('with one finding per criterion, growing older never raises low or lowers high', () => {
  const once = input.map((of) => ({
    ...of,
    findings: [...new Map(of.findings.map((one) => [one.criterion, one])).values()],
  }))
  fc.assert(
    fc.property(once, fc.integer({ min: 1, max: 300 }), (of, days) => {
      const past = of.findings.filter(
        ({ observed_on }) => observed_on === null || observed_on <= AS_OF,
      )
      const now = scored({ ...of, findings: past })
      const later = scored({ ...of, findings: past, asOf: addDays(AS_OF, days) })
      expect(later.low).toBeLessThanOrEqual(now.low + SLACK)
      expect(later.high).toBeGreaterThanOrEqual(now.high - SLACK)
    }),
  )
})
