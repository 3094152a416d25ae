import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VERDICT_WORDS } from '#core/words.ts'
import { PROBLEMS } from '#server/problems.ts'
import type { RealApp } from './real-app.ts'
import { realApp } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  real = await realApp()
})
afterAll(() => real.close())

const CLOSED = 'ketamine-wellness-centers'

describe('pages', () => {
  test.each([
    ['/', 'Touchstone'],
    ['/providers', 'Nushama'],
    ['/providers?modality=iv&state=NY&zip=10001&sort=distance', 'Nushama'],
    ['/providers?q=mindblom', 'Mindbloom'],
    ['/providers/mindbloom', 'Mindbloom'],
    ['/providers/mindbloom?state=NY', 'Mindbloom'],
    [`/providers/${CLOSED}`, 'losed'],
    ['/compare', 'Compare'],
    ['/compare?ids=nushama', 'Nushama'],
    ['/compare?ids=nushama,ember-health', 'Ember Health'],
    ['/method', 'How a score is made'],
    ['/api', 'GET /api/providers'],
  ])('%s is a whole page with the crisis line', async (path, words) => {
    const reply = await real.get(path)
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.text.toLowerCase()).toMatch(/^<!doctype html>/)
    expect(reply.text).toContain(words)
    expect(reply.text).toContain('988')
  })

  test.each(Object.entries(PROBLEMS))('/problems/%s says what to do', async (slug, { title }) => {
    const reply = await real.get(`/problems/${slug}`)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain(title)
  })

  test('have nothing inline that the page policy would block', async () => {
    for (const path of ['/', '/providers', '/providers/mindbloom', '/method', '/api']) {
      const { text } = await real.get(path)
      expect(text, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="/i)
      const inline = [...text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag)
      expect(
        inline.filter((tag) => !tag.includes('application/json')),
        path,
      ).toEqual([])
    }
  })

  test.each(['/', '/records'])('%s calls nobody open of whom no source says so', async (path) => {
    const { text } = await real.get(path)
    expect(text).toMatch(/not known to be closed: 34 open, \d+ not known, \d+ taken over/)
    expect(text).not.toMatch(/open (ones|providers)/)
  })

  test('say of an invented directory that it is invented', async () => {
    const sample = await realApp({ sample: true })
    try {
      const page = await sample.get('/providers')
      expect(page.text).toContain('invented')
      const health = await sample.get('/api/health')
      expect(health.body.origin).toBe('sample')
    } finally {
      await sample.close()
    }
  })
})

describe('a page asked wrongly', () => {
  test('lists providers without the bad fields and says which they are', async () => {
    const reply = await real.get('/providers?modality=iv&zip=123&color=red&within_miles=5')
    expect(reply.status).toBe(400)
    expect(reply.text).toContain('five digits')
    expect(reply.text).toContain('Nushama')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers.etag).toBeUndefined()
  })

  test.each([
    '/providers?__proto__=1',
    '/providers?constructor=1&modality=__proto__&state=toString',
    '/compare?__proto__=1&case=constructor',
    '/ask?__proto__=1&case=constructor',
    '/api/providers?__proto__=1',
    '/api/providers?met=__proto__&sort=constructor',
    '/api/comparison?ids=__proto__,constructor',
    '/problems/__proto__',
    '/providers/__proto__',
  ])('is no accident when %s names what every object inherits', async (path) => {
    const { status } = await real.get(path)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
  })

  test.each([
    ['sessions=99', '<strong>Sessions in the first course</strong>'],
    ['sessions=abc', '<strong>Sessions in the first course</strong>'],
    ['maintenance=5', '<strong>Sessions a month</strong>'],
    ['state=ZZ', '<strong>State</strong> has a choice that is not in its list.'],
    ['case=x', '<strong>Kind of care</strong> is x, which is not in its list.'],
    ['foo=1', '<strong>“foo”</strong>'],
  ])('shows the provider without %s, and says so', async (query, words) => {
    const reply = await real.get(`/providers/mindbloom?${query}`)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain('A part of the address could not be read.')
    expect(reply.text).toContain(words)
    expect(reply.text).toContain('Point by point')
  })

  test('keeps what could be read of the plan beside what could not', async () => {
    const { text } = await real.get('/providers/mindbloom?sessions=99&maintenance=2&state=NY')
    expect(text).toContain('then 2 a month')
    expect(text).toContain('Assessed for someone who lives in New York.')
  })

  test('is no page that the site itself links to', async () => {
    const list = await real.get('/providers?state=NY&modality=at_home')
    const found = [...list.text.matchAll(/href="(\/providers\/[^"]+)"/g)].map(([, href]) => href)
    const records = await real.get('/records')
    const charted = [...records.text.matchAll(/href="(\/providers\/[^"]+)"/g)].map(([, to]) => to)
    expect(charted.length).toBeGreaterThan(10)
    for (const href of [...found, ...charted.slice(0, 20)]) {
      expect((await real.get((href ?? '').replaceAll('&amp;', '&'))).status, href).toBe(200)
    }
  })

  test('names fields as the form does, never as the address does', async () => {
    const { text } = await real.get('/providers?price_min=5&price_max=1&foo=1&modality=smoke')
    const notice = /A part of your search could not be read.*?<\/ul>/s.exec(text)?.[0] ?? ''
    expect(notice).toContain('Price up to')
    expect(notice).toContain('Treatment')
    expect(notice).not.toMatch(/price_m|parameter|modality|lozenge/)
  })

  test('leaves out both ends of a reversed price range', async () => {
    const ids = (html: string) =>
      [...html.matchAll(/<li class="row when-seen">.*?href="\/providers\/([^"?]+)/gs)].map(
        ([, id]) => id,
      )
    const reply = await real.get('/providers?state=NY&price_min=500&price_max=100')
    const without = await real.get('/providers?state=NY')
    expect(reply.status).toBe(400)
    expect(ids(without.text).length).toBeGreaterThan(0)
    expect(ids(reply.text)).toEqual(ids(without.text))
  })

  test('warn of the law on a consult sheet about care at home, and only there', async () => {
    const home = await real.get('/ask?ids=mindbloom')
    expect(home.text).toContain('on December 31, 2026.')
    const clinic = await real.get('/ask?ids=nushama')
    expect(clinic.text).not.toContain('December 31, 2026')
  })

  test.each([
    '/providers?setting=home',
    '/providers?modality=lozenge',
    '/providers?kind=telehealth',
  ])('warn of the law above a list with care at home: %s', async (path) => {
    const page = await real.get(path)
    expect(page.text).toContain('ends in 38 days, on December 31, 2026.')
    const { law } = (await real.get(`/api${path}`)).body
    expect(law.map(({ id }: { id: string }) => id)).toEqual(['dea-telemedicine'])
  })

  test('do not warn of the law above a list of clinics', async () => {
    const page = await real.get('/providers?setting=clinic')
    expect(page.text).not.toContain('December 31, 2026')
  })

  test('say which kind of care is shown where the one asked for is not given', async () => {
    const other = await real.get('/providers/nushama?case=lozenge-home')
    expect(other.status).toBe(200)
    expect(other.text).toMatch(
      /No source says that Nushama gives this kind of care: Lozenge or tablet at home\. So you see another here: [A-Z]/,
    )
    const sheet = await real.get('/ask?ids=nushama&case=lozenge-home')
    expect(sheet.text).toContain('gives this kind of care: Lozenge or tablet at home.')
    const own = await real.get('/providers/nushama?case=iv-clinic')
    expect(own.text).not.toContain('gives this kind of care')
  })

  test('tell what a closed provider last cost as history, with no sum made of it', async () => {
    const { text } = await real.get('/providers/smith-ketamine-services')
    expect(text).toContain('Last known prices')
    expect(text).toContain('Prices as last published')
    expect(text).not.toMatch(/What it costs|First 3 months|Add up again/)
  })

  test('say of a price in pounds that it is not compared, with its source, and where it is', async () => {
    const { text } = await real.get('/providers?q=oxford')
    expect(text).toMatch(/Published in pounds \(GBP\), not compared <a href="https:/)
    expect(text).toContain('Oxford, England, United Kingdom')
    expect(text).toContain('Not in the US')
    const page = await real.get('/providers/oxford-health-ketamine-service')
    expect(page.text).toContain('in another country: United Kingdom')
    expect(page.text).toContain('Published in pounds (GBP), not compared')
  })

  test('says of a page that does not exist where the list ends', async () => {
    const { text } = await real.get('/providers?kind=clinic&page=999')
    expect(text).toContain('This list has no page 999.')
    expect(text).not.toContain('Take one filter away')
    const [, href = ''] = /href="([^"]+)">Go to its last page/.exec(text) ?? []
    const last = await real.get(href.replaceAll('&amp;', '&'))
    expect(last.text).toContain('<li class="row when-seen">')
    expect(last.text).not.toContain('rel="next"')
    const only = await real.get('/providers?q=nushama&page=2')
    expect(only.text).toContain('href="/providers?q=nushama">See its only page')
  })

  test('offers the state of a ZIP code that filters nothing yet', async () => {
    const everywhere = await real.get('/providers?zip=10001')
    expect(everywhere.text).toContain('from everywhere, with the distance from New York, NY')
    expect(everywhere.text).toContain('href="/providers?zip=10001&amp;state=NY"')
    expect(everywhere.text).toMatch(/selected[^>]*>Distance, nearest first/)
    const there = await real.get('/providers?zip=10001&state=NY&sort=distance')
    expect(there.text).not.toContain('from everywhere')
  })

  test('keeps the other filters when a ZIP code is not known', async () => {
    const reply = await real.get('/providers?zip=00000&within_miles=5&sort=distance&q=nushama')
    expect(reply.status).toBe(400)
    expect(reply.text).toContain('not a known ZIP code')
    expect(reply.text).toContain('Nushama')
  })

  test.each([
    ['/compare?ids=nushama,ember-health,mindbloom,innerwell,joyous', 400],
    ['/compare?ids=nushama,nushama', 400],
    ['/compare?ids=nushama,ember-health&case=nothing', 400],
    ['/compare?ids=nushama,nobody', 422],
    [`/compare?ids=nushama,${CLOSED}`, 422],
    ['/providers/nobody', 404],
    ['/nowhere', 404],
    ['/problems/nothing', 404],
    ['/problems/constructor', 404],
  ])('%s answers %i with a page', async (path, status) => {
    const reply = await real.get(path)
    expect(reply.status).toBe(status)
    expect(reply.headers['content-type']).toContain('text/html')
    expect(reply.text).toContain('988')
  })

  test('marks rows that differ with a sign that stands for no verdict', async () => {
    const { text } = await real.get('/compare?ids=nushama,ember-health')
    const sign = /compare__mark--differs">(\S+) Differs/.exec(text)?.[1]
    expect(sign).toBeDefined()
    expect(Object.values(VERDICT_WORDS).map(({ shape }) => shape)).not.toContain(sign)
  })

  test('shows what was typed without letting it become markup', async () => {
    const reply = await real.get('/compare?ids=nushama,%3Cscript%3Ealert(1)%3C/script%3E')
    expect(reply.text).not.toContain('<script>alert')
  })
})
