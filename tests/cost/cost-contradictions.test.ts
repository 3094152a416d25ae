import { describe, expect, test } from 'vitest'
import { cost, ends, price } from './example-prices.ts'

describe('a contradiction', () => {
  test('is a course dearer than its sessions', () => {
    const prices = [price('session', 480), price('course', 3200, { sessions: 6 })]
    expect(cost(prices).contradictions).toEqual([
      'The course of 6 sessions at $3,200 costs more than 6 single sessions ($2,880), and the records do not say what the difference pays for.',
    ])
    expect(ends(cost(prices).to_start)).toEqual([2880, 3200])
  })

  test('is not a dearer course that includes more, is for another form or was seen years apart', () => {
    const session = price('session', 480)
    const courses = [
      price('course', 3200, { sessions: 6, includes: ['guide'] }),
      price('course', 3200, { sessions: 6, modality: null }),
      price('course', 3200, { sessions: 6, as_of: '2024-01-01' }),
    ]
    expect(courses.map((course) => cost([session, course]).contradictions)).toEqual([[], [], []])
  })

  test('is a total that no number of therapy sessions makes up', () => {
    const parts = [
      price('evaluation', 200, { required: true, note: 'Intake.' }),
      price('evaluation', 250, { required: true, note: 'Medical evaluation.' }),
      price('therapy_session', 175),
      price('session', 400, { includes: ['therapy'] }),
    ]
    const course = (dollars: number, sessions: number) =>
      price('course', dollars, { sessions, includes: ['evaluation', 'therapy'] })
    expect(cost([...parts, course(2350, 3)]).contradictions).toEqual([])
    expect(cost([...parts, course(4375, 6)]).contradictions).toEqual([
      'The course of 6 sessions at $4,375 does not add up from its parts as listed: its sessions, its evaluation and any number of therapy sessions at $175.',
    ])
  })

  test('is two undated prices for one thing, and ends that are the wrong way round', () => {
    const undated = { as_of: null }
    expect(
      cost([price('session', 400, undated), price('session', 500, undated)]).contradictions,
    ).toEqual([
      'Two prices are given for the same thing, a session: $400 and $500. The range covers both.',
    ])
    const reversed = cost([price('session', [600, 500])])
    expect(ends(reversed.to_start)).toEqual([3000, 3600])
    expect(reversed.contradictions).toEqual([
      'A price of a session runs from $600 down to $500. The lower amount is taken as the low end.',
    ])
  })
})

test('the price of a session is shared from courses, half a cent up, only without session prices', () => {
  const courses = [price('course', 3025, { sessions: 6 }), price('course', 3925, { sessions: 8 })]
  expect(cost(courses).per_session).toMatchObject({ low: 49_063, high: 50_417 })
  expect(cost([...courses, price('session', 510)]).per_session).toMatchObject({
    low: 51_000,
    high: 51_000,
  })
})
