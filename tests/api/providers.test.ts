import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReply } from '#core/contract/list-reply.ts'
import { profileReply } from '#core/contract/profile-reply.ts'
import type { RealApp } from './real-app.ts'
import { realApp } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  real = await realApp()
})
afterAll(() => real.close())

const list = async (query: string) => {
  const reply = await real.get(`/api/providers${query}`)
  expect(reply.status, reply.text).toBe(200)
  return listReply.parse(reply.body)
}
const ids = (page: Awaited<ReturnType<typeof list>>) => page.items.map(({ id }) => id)

describe('GET /api/providers', () => {
  test('without parameters lists all but closed providers, best confirmed first', async () => {
    const page = await list('?per_page=100')
    const closed = await list('?status=closed&per_page=100')
    expect(page.total + closed.total).toBe(real.directory.snapshot.entries.size)
    expect(page.items.every(({ status }) => status !== 'closed')).toBe(true)
    const points = page.items.map(({ shown }) => shown?.low ?? -1)
    expect(points).toEqual([...points].sort((one, other) => other - one))
  })

  test('takes lists by repetition and single values alike', async () => {
    const both = await list('?modality=iv&modality=im&per_page=100')
    const iv = await list('?modality=iv&per_page=100')
    expect(both.total).toBeGreaterThanOrEqual(iv.total)
    expect(ids(both)).toEqual(expect.arrayContaining(ids(iv)))
  })

  test('takes prices in whole dollars', async () => {
    const page = await list('?price_min=300&price_max=600&price_basis=session&per_page=100')
    expect(page.total).toBeGreaterThan(0)
    for (const { cost } of page.items) {
      expect(cost?.per_session?.low).toBeLessThanOrEqual(60_000)
      expect(cost?.per_session?.high).toBeGreaterThanOrEqual(30_000)
    }
  })

  test('measures distance from a ZIP code and sorts by it', async () => {
    const page = await list('?zip=10001&within_miles=300&sort=distance')
    const miles = page.items.map(({ distance_miles }) => distance_miles ?? Number.NaN)
    expect(page.total).toBeGreaterThan(1)
    expect(miles).toEqual([...miles].sort((one, other) => one - other))
    expect(Math.max(...miles)).toBeLessThanOrEqual(300)
    expect(page.near).toEqual({ zip: '10001', city: 'New York', state: 'NY' })
    expect((await list('')).near).toBeNull()
  })

  test('puts the nearest first for a ZIP code without a chosen sort, and those without a place last', async () => {
    const page = await list('?zip=10001&per_page=100')
    expect(page.items).toEqual((await list('?zip=10001&sort=distance&per_page=100')).items)
    const miles = page.items.map(({ distance_miles }) => distance_miles ?? Number.POSITIVE_INFINITY)
    expect(miles).toEqual([...miles].sort((one, other) => one - other))
    expect(page.items.at(-1)?.distance_miles).toBeNull()
    expect(page.items[0]?.places[0]?.state).toBe('NY')
    expect((await list('?zip=10001&sort=confirmed')).items).toEqual(
      (await list('?zip=10001&sort=confirmed&order=desc')).items,
    )
  })

  test('says of whom the filter for insurance lets in that it takes it in part', async () => {
    const { items } = await list('?payment=insurance&per_page=100')
    const answers = new Set(items.map(({ takes_insurance }) => takes_insurance))
    expect([...answers].sort()).toEqual(expect.arrayContaining(['partly', 'yes']))
    expect(answers).not.toContain('no')
    expect(answers).not.toContain('not_known')
  })

  test('takes every parameter that it documents', async () => {
    const query =
      '?q=keta&modality=iv&setting=clinic&price_min=1&price_max=9000&price_basis=first_3_months' +
      '&price=unknown&state=NY&state=unknown&zip=10001&within_miles=3000&payment=insurance' +
      '&payment=unknown&condition=ptsd&condition=unknown&kind=clinic&status=open&status=unknown' +
      '&met=C1&partly=C1&not_met=C1&conflict=C1&unknown=C1&not_applicable=C1&min_confirmed=0' +
      '&min_coverage=0&sort=name&order=desc&page=1&per_page=5'
    expect((await list(query)).per_page).toBe(5)
  })

  test('filters by the verdict on a criterion', async () => {
    const page = await list('?met=C1&per_page=100')
    expect(page.total).toBeGreaterThan(0)
    for (const { shown } of page.items) {
      const verdicts = shown?.boxes.flatMap((box) => box.verdicts) ?? []
      expect(verdicts.find(({ criterion }) => criterion === 'C1')?.verdict).toBe('met')
    }
  })

  test('pages without gaps or repeats, and a page past the end is empty', async () => {
    const all = ids(await list('?per_page=100'))
    const first = ids(await list('?per_page=7&page=1'))
    const second = ids(await list('?per_page=7&page=2'))
    expect([...first, ...second]).toEqual(all.slice(0, 14))
    expect((await list('?page=900')).items).toEqual([])
  })

  test('leaves everybody in the list for the form of the front page left empty', async () => {
    const empty = '?zip=&state=&modality=&setting=&price_max=&price=unknown'
    expect(await list(empty)).toEqual(await list(''))
  })

  test('counts an empty value as absent, as an unscripted form sends it', async () => {
    expect(await list('?q=&zip=&price_min=&modality=')).toEqual(await list(''))
  })

  test.each([
    ['a dollar sign', '?price_max=%24500', '?price_max=500'],
    ['commas between thousands', '?price_max=%241,500', '?price_max=1500'],
    ['no cents at all', '?price_min=500.00', '?price_min=500'],
    ['a ZIP+4', '?zip=84101-1234&sort=distance', '?zip=84101&sort=distance'],
  ])('reads %s as it is meant', async (_what, typed, meant) => {
    const page = await list(meant)
    expect(page.items.length).toBeGreaterThan(0)
    expect(await list(typed)).toEqual(page)
  })

  test('gives the same reply for a kept row as for a fresh one', async () => {
    const fresh = await real.get('/api/providers?per_page=3&page=1')
    const kept = await real.get('/api/providers?page=1&per_page=3')
    expect(kept.text).toBe(fresh.text)
  })
})

describe('GET /api/providers refuses', () => {
  test.each([
    ['an unknown parameter', '?color=red', 'color'],
    ['a ZIP code that is not five digits', '?zip=123', 'zip'],
    ['a ZIP code that nobody has', '?zip=00000', 'zip'],
    ['a distance without a ZIP code', '?within_miles=10', 'within_miles'],
    ['sorting by distance without a ZIP code', '?sort=distance', 'sort'],
    ['a reversed price range', '?price_min=600&price_max=300', 'price_min'],
    ['a price that is no number', '?price_max=cheap', 'price_max'],
    ['a price with cents', '?price_max=500.50', 'price_max'],
    ['a price with a misplaced comma', '?price_max=1,50', 'price_max'],
    ['half of a ZIP+4', '?zip=10001-12', 'zip'],
    ['a negative price', '?price_min=-1', 'price_min'],
    ['an unknown criterion', '?met=Z9', 'met'],
    ['an unknown modality', '?modality=smoke', 'modality'],
    ['a state that does not exist', '?state=ZZ', 'state'],
    ['a single value given twice', '?q=a&q=b', 'q'],
    ['page 0', '?page=0', 'page'],
    ['more rows than a page may have', '?per_page=101', 'per_page'],
    ['points above 100', '?min_confirmed=101', 'min_confirmed'],
    ['a search text that is too long', `?q=${'a'.repeat(101)}`, 'q'],
    ['a search text of control characters alone', '?q=%00%1F', 'q'],
    ['a search text of one zero byte', '?q=%00', 'q'],
    ['a name that objects have anyway', '?__proto__=1', '__proto__'],
  ])('%s and names it', async (_what, query, parameter) => {
    const reply = await real.get(`/api/providers${query}`)
    expect(reply.status).toBe(400)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.body.type).toBe('/problems/invalid-request')
    expect(reply.body.errors.map((error: { parameter: string }) => error.parameter)).toEqual([
      parameter,
    ])
  })
})

describe('GET /api/providers/:id', () => {
  test('replies with the record and every case in full', async () => {
    const reply = await real.get('/api/providers/mindbloom')
    const profile = profileReply.parse(reply.body)
    expect(profile.record.id).toBe('mindbloom')
    expect(profile.cases.length).toBeGreaterThan(0)
  })

  test('holds its contract for every provider there is', async () => {
    for (const id of real.directory.snapshot.entries.keys()) {
      const reply = await real.get(`/api/providers/${id}?state=NY&sessions=8&maintenance=0`)
      const result = profileReply.safeParse(reply.body)
      expect(result.error?.issues ?? [], id).toEqual([])
    }
  })

  test('prices the care plan that is asked for', async () => {
    const reply = await real.get('/api/providers/mindbloom?sessions=3&maintenance=2')
    const { cases } = profileReply.parse(reply.body)
    expect(cases[0]?.cost.plan).toEqual({ first_course_sessions: 3, maintenance_per_month: 2 })
  })

  test.each([
    ['nobody', 404, '/problems/provider-not-found'],
    ['mindbloom?sessions=13', 400, '/problems/invalid-request'],
    ['mindbloom?maintenance=5', 400, '/problems/invalid-request'],
    ['mindbloom?state=XX', 400, '/problems/invalid-request'],
    [`${'a'.repeat(101)}`, 400, '/problems/invalid-request'],
  ])('refuses %s', async (path, status, type) => {
    const reply = await real.get(`/api/providers/${path}`)
    expect([reply.status, reply.body.type]).toEqual([status, type])
  })
})
