import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonFile, comparisonReply } from '#core/contract/comparison-reply.ts'
import type { RealApp } from './real-app.ts'
import { realApp, TODAY } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  real = await realApp()
})
afterAll(() => real.close())

const PAIR = 'ids=nushama,ember-health'

describe('GET /api/comparison', () => {
  test('sets the providers side by side in the order asked for', async () => {
    const reply = await real.get(`/api/comparison?${PAIR}`)
    const comparison = comparisonReply.parse(reply.body)
    expect(comparison.providers.map(({ id }) => id)).toEqual(['nushama', 'ember-health'])
    expect(comparison.as_of).toBe(TODAY)
    const widths = comparison.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.length))
    expect(new Set(widths)).toEqual(new Set([2]))
  })

  test('takes ids repeated as well as comma separated', async () => {
    const repeated = await real.get('/api/comparison?ids=nushama&ids=ember-health')
    const joined = await real.get(`/api/comparison?${PAIR}`)
    expect(repeated.body).toEqual(joined.body)
  })

  test('compares the case, the plan and the state that are asked for', async () => {
    const reply = await real.get(
      `/api/comparison?${PAIR}&case=iv-clinic&state=NY&sessions=4&maintenance=0`,
    )
    const comparison = comparisonReply.parse(reply.body)
    expect(comparison.case?.id).toBe('iv-clinic')
    expect(comparison.state).toBe('NY')
    expect(comparison.plan).toEqual({ first_course_sessions: 4, maintenance_per_month: 0 })
  })

  test('is saved as CSV that a reader can parse, under a name with the day', async () => {
    const reply = await real.get(`/api/comparison.csv?${PAIR}`)
    expect(reply.headers['content-type']).toContain('text/csv')
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="touchstone-2-providers-${TODAY}.csv"`,
    )
    const rows = parse(reply.text, { bom: true }) as string[][]
    expect(rows[0]).toContain('Nushama')
  })

  test('is saved with the legal date where care at home is in it', async () => {
    const pair = 'ids=mindbloom,joyous'
    const csv = await real.get(`/api/comparison.csv?${pair}`)
    expect(csv.text).toContain('ends in 38 days, on December 31, 2026.')
    const json = await real.get(`/api/comparison.json?${pair}`)
    const { law } = comparisonFile.parse(json.body).comparison
    expect(law.map(({ id }) => id)).toEqual(['dea-telemedicine'])
    const clinics = await real.get(`/api/comparison.csv?${PAIR}`)
    expect(clinics.text).not.toContain('December 31, 2026')
  })

  test('is saved as JSON that holds the same comparison', async () => {
    const reply = await real.get(`/api/comparison.json?${PAIR}`)
    expect(reply.headers['content-disposition']).toContain('.json"')
    const shown = await real.get(`/api/comparison?${PAIR}`)
    expect(comparisonFile.parse(reply.body).comparison).toEqual(shown.body)
  })
})

describe('GET /api/comparison refuses', () => {
  const five = 'nushama,ember-health,mindbloom,innerwell,joyous'
  test.each([
    ['no ids', '', 400, 'must name 2 to 4 providers'],
    ['one id', 'ids=nushama', 400, 'it names 1'],
    ['five ids', `ids=${five}`, 400, 'it names 5'],
    ['one id twice', 'ids=nushama,nushama', 400, 'names nushama twice'],
    ['an unknown id', 'ids=nushama,nobody', 422, 'names nobody'],
    ['a closed provider', 'ids=nushama,ketamine-wellness-centers', 422, 'is closed'],
  ])('%s and names the field', async (_what, query, status, words) => {
    for (const ending of ['', '.csv', '.json']) {
      const reply = await real.get(`/api/comparison${ending}?${query}`)
      expect(reply.status).toBe(status)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      const body = JSON.parse(reply.text || reply.body.toString())
      expect(body.errors[0].parameter).toBe('ids')
      expect(body.errors[0].detail).toContain(words)
    }
  })

  test.each([
    ['case=oral-mars', 'case'],
    ['state=XX', 'state'],
    ['sessions=0', 'sessions'],
    ['weights=1', 'weights'],
  ])('%s and names the field', async (query, parameter) => {
    const reply = await real.get(`/api/comparison?${PAIR}&${query}`)
    expect(reply.status).toBe(400)
    expect(reply.body.errors[0].parameter).toBe(parameter)
  })
})
