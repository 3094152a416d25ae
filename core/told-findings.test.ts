import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import { ANSWER_WAYS } from '#core/answers.ts'
import { consultSheet, coveringQuestions, mergedSheet } from '#core/ask.ts'
import { assess } from '#core/assess.ts'
import type { Finding } from '#core/assessment-input.ts'
import type { IsoDate } from '#core/calendar.ts'
import { meetsMustHaves } from '#core/rank-must-haves.ts'
import { prepareRubric } from '#core/rubric.ts'
import {
  answerFinding,
  answerStrength,
  isTold,
  sourcedAnswers,
  withAnswers,
} from '#core/told-findings.ts'
import { isToldSource } from '#core/told-source.ts'

const prepared = prepareRubric(JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')))
const { criteria } = prepared.rubric
const criterion = (id: string) => {
  const known = prepared.criterionById.get(id)
  if (!known) throw new Error(id)
  return known.criterion
}
const answer = (part: Partial<Answer>): Answer => ({
  provider: 'p',
  criterion: 'C1',
  case: 'iv-clinic',
  state: null,
  level: 'met',
  note: '',
  told_on: '2026-11-20' as IsoDate,
  how: 'call',
  ...part,
})
function scoredWith(findings: readonly Finding[], closed = false) {
  const result = assess(
    {
      modality: 'iv',
      setting: 'clinic',
      state: null,
      asOf: '2026-11-23',
      findings,
      provider_status: closed ? 'closed' : 'open',
    },
    prepared,
  )
  if (result.status !== 'scored') throw new Error(result.status)
  return result
}

describe('an answer', () => {
  test('has the strength that the rubric gives to its kind', () => {
    const of = (id: string) => ANSWER_WAYS.map((how) => answerStrength(criterion(id), how))
    expect(of('C1')).toEqual(['weak', 'claim', 'strong'])
    expect(of('B1')).toEqual(['weak', 'proof', 'proof'])
    expect(of('A2')).toEqual(['weak', 'claim', 'claim'])
    expect(of('G3')).toEqual(['weak', 'claim', 'claim'])
  })

  test('of any kind settles no gate that needs a verified record', () => {
    const gates = criteria.filter(({ gate }) => gate?.settled_by === 'verified')
    expect(gates.map(({ id }) => id)).toEqual(['A2', 'A3', 'D6'])
    for (const { id } of gates) {
      for (const how of ANSWER_WAYS) {
        const told = answerFinding(answer({ criterion: id, how, case: null }), prepared)
        const { criteria: results } = scoredWith(told ? [told] : [])
        const gate = results.find((one) => one.criterion === id)?.gate
        expect(gate?.status ?? 'unknown').toBe('unknown')
      }
    }
  })

  test('narrows the range, is marked as told, and leaves the public findings as they were', () => {
    const before = scoredWith([])
    const findings = withAnswers([], [answer({ how: 'written' })], prepared)
    const after = scoredWith(findings)
    expect(after.low).toBeGreaterThan(before.low)
    expect(after.high).toBe(before.high)
    const reading = after.criteria.find((one) => one.criterion === 'C1')?.readings[0]
    expect(reading && isTold(reading.finding)).toBe(true)
  })

  test('that was not given adds no finding', () => {
    expect(withAnswers([], [answer({ level: 'no_answer' })], prepared)).toEqual([])
  })

  test('on a criterion that the rubric does not know falls away', () => {
    expect(withAnswers([], [answer({ criterion: 'Z9' })], prepared)).toEqual([])
  })

  test('counts only for the case it was about', () => {
    const findings = withAnswers([], [answer({ case: 'lozenge-home' })], prepared)
    expect(scoredWith(findings).low).toBe(scoredWith([]).low)
  })

  test('given later in the same way replaces the earlier one', () => {
    const early = answer({ how: 'written', level: 'not_met', told_on: '2026-11-01' as IsoDate })
    const late = answer({ how: 'written', level: 'met' })
    const result = scoredWith(withAnswers([], [early, late], prepared))
    const entry = result.criteria.find((one) => one.criterion === 'C1')
    expect(entry).toMatchObject({ verdict: 'met', in_conflict: false })
  })

  test('shows as evidence with its day and note, from a source that has no page', () => {
    const [one] = sourcedAnswers([answer({ note: 'Dr. Lee, by video' })], prepared)
    expect(one?.said.basis).toBe('Told to me in a call or visit: Dr. Lee, by video')
    expect(one?.source.title).toBe('You were told on November 20, 2026, in a call or visit')
    expect(one && isToldSource(one.source)).toBe(true)
  })
})

describe('a consult sheet', () => {
  test('starts with the gates and gives every question both answers', () => {
    const sheet = consultSheet(scoredWith([]), prepared)
    const gates = sheet.filter((item) => item.is_gate)
    expect(sheet.slice(0, gates.length)).toEqual(gates)
    expect(sheet).toHaveLength(scoredWith([]).criteria.length)
    expect(sheet.every((item) => item.covering.length > 0 && item.ask !== '')).toBe(true)
    expect(consultSheet(scoredWith([]), prepared, 5).map((item) => item.criterion)).toEqual(
      sheet.slice(0, 5).map((item) => item.criterion),
    )
  })

  test('prefers the question that names a criterion first, else shows all that touch it', () => {
    const ids = (criterion: string) => coveringQuestions(criterion, prepared).map(({ id }) => id)
    expect(ids('G2')).toEqual(['Q28'])
    expect(ids('F2')).toEqual(['Q11', 'Q15'])
    expect(ids('G1')).toEqual(['Q27'])
    expect(ids('Z9')).toEqual([])
  })

  test('gives each answer with the words of its own question', () => {
    const questions = new Map(prepared.rubric.consult_questions.map((one) => [one.id, one]))
    for (const { covering, levels, criterion } of consultSheet(scoredWith([]), prepared)) {
      for (const one of covering) expect(questions.get(one.id)).toMatchObject(one)
      expect(levels.met).toBe(prepared.criterionById.get(criterion)?.criterion.levels.met)
    }
  })

  test('says when one question answers two criteria', () => {
    const sheet = consultSheet(scoredWith([]), prepared)
    expect(sheet.find((item) => item.criterion === 'A2')?.also_answers).toEqual(['A1'])
  })

  test('is empty for a closed provider', () => {
    expect(consultSheet(scoredWith([], true), prepared)).toEqual([])
  })

  test('for a shortlist asks each question once and says who needs it', () => {
    const known = withAnswers([], [answer({ criterion: 'B1', how: 'written' })], prepared)
    const sheets = [
      { provider: 'a', name: 'A', items: consultSheet(scoredWith([]), prepared) },
      { provider: 'b', name: 'B', items: consultSheet(scoredWith(known), prepared) },
    ]
    const merged = mergedSheet(sheets, prepared)
    expect(merged).toHaveLength(scoredWith([]).criteria.length)
    const price = merged.find((item) => item.criterion === 'B1')
    expect(price?.needed_by.map(({ provider }) => provider)).toEqual(['a'])
    const gates = merged.filter((item) => item.is_gate)
    expect(merged.slice(0, gates.length)).toEqual(gates)
  })
})

describe('must-haves', () => {
  const all = ['board_certified_lead', 'live_evaluation', 'price_published', 'insurance'] as const

  test('that are not known leave a provider open, never failed', () => {
    const result = meetsMustHaves(all, scoredWith([]), [])
    expect(result.outcome).toBe('open')
    expect(result.results.map(({ answer: said }) => said)).toEqual(Array(4).fill('not_known'))
    expect(meetsMustHaves(all, null, []).outcome).toBe('open')
  })

  test('are met by evidence and failed by a plain no', () => {
    const told = (id: string, level: Answer['level']) =>
      answer({ criterion: id, level, how: 'written' })
    const yes = withAnswers(
      [],
      ['A4', 'B1', 'C1'].map((id) => told(id, 'met')),
      prepared,
    )
    const takes = [{ way: 'insurance' as const, accepted: 'yes' as const }]
    expect(meetsMustHaves(all, scoredWith(yes), takes).outcome).toBe('meets')
    const no = withAnswers([], [told('C1', 'not_met')], prepared)
    expect(meetsMustHaves(all, scoredWith(no), takes).outcome).toBe('fails')
  })

  test('that are met by a claim alone are said to be unproven', () => {
    const met = (how: Answer['how']) => {
      const found = withAnswers([], [answer({ criterion: 'C1', level: 'met', how })], prepared)
      return meetsMustHaves(['live_evaluation'], scoredWith(found), []).results
    }
    expect(met('call')).toEqual([{ must_have: 'live_evaluation', answer: 'yes', unproven: true }])
    const strong = ['strong', 'proof'].includes(answerStrength(criterion('C1'), 'document'))
    expect(met('document')[0]?.unproven).toBe(!strong)
  })

  test('on insurance are disputed when sources differ', () => {
    const said = (accepted: 'yes' | 'no') => ({ way: 'insurance' as const, accepted })
    const result = meetsMustHaves(['insurance'], null, [said('yes'), said('no')])
    expect(result).toEqual({
      outcome: 'open',
      results: [{ must_have: 'insurance', answer: 'disputed', unproven: true }],
    })
  })
})
