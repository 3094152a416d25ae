import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RealApp } from './real-app.ts'
import { realApp } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  const extend: NonNullable<Parameters<typeof realApp>[0]>['extend'] = (app) => {
    app.post('/api/echo', async (request) => ({ body: request.body }))
    app.get('/api/broken', async () => {
      throw new Error('secret detail')
    })
    app.get<{ Params: { status: string } }>('/api/refused/:status', async ({ params }) => {
      throw Object.assign(new Error('secret detail'), { statusCode: Number(params.status) })
    })
  }
  real = await realApp({ extend })
})
afterAll(() => real.close())

describe('entity tags', () => {
  test('let an unchanged answer be an empty 304, for pages and API alike', async () => {
    for (const path of [
      '/',
      '/providers?modality=iv',
      '/api/providers',
      '/api/rubric',
      '/method',
    ]) {
      const first = await real.get(path)
      expect(first.headers.etag, path).toMatch(/^W\/".+"$/)
      expect(first.headers['cache-control']).toBe('no-cache')
      const again = await real.get(path).set('if-none-match', first.headers.etag ?? '')
      expect([again.status, again.text], path).toEqual([304, ''])
    }
  })

  test('of another version do not match', async () => {
    const reply = await real.get('/api/providers').set('if-none-match', 'W/"0.2020-01-01.x"')
    expect(reply.status).toBe(200)
  })

  test('stand on no refusal', async () => {
    const reply = await real.get('/api/providers?zip=1')
    expect(reply.headers.etag).toBeUndefined()
    expect(reply.headers['cache-control']).toBe('no-store')
  })
})

describe('compression', () => {
  test('gives the same bytes with and without, first and repeated', async () => {
    const path = '/api/providers?per_page=9'
    const plain = await real.get(path).set('accept-encoding', 'identity')
    for (const _ of ['made', 'kept']) {
      const reply = await real.app.inject({ url: path, headers: { 'accept-encoding': 'gzip, br' } })
      expect(reply.headers['content-encoding']).toBe('gzip')
      expect(reply.headers.vary).toContain('Accept-Encoding')
      expect(gunzipSync(reply.rawPayload).toString()).toBe(plain.text)
    }
    const zippedFirst = '/api/providers?per_page=8'
    await real.get(zippedFirst).set('accept-encoding', 'gzip')
    const after = await real.get(zippedFirst).set('accept-encoding', 'identity')
    expect(after.headers['content-encoding']).toBeUndefined()
    expect(after.body.items).toHaveLength(8)
  })

  test('is not used on those who refuse it', async () => {
    const headers = { 'accept-encoding': 'gzip;q=0' }
    const reply = await real.app.inject({ url: '/api/providers', headers })
    expect(reply.headers['content-encoding']).toBeUndefined()
  })
})

describe('every response', () => {
  test('carries a policy that allows nothing inline and nothing from elsewhere', async () => {
    for (const path of ['/', '/api/providers', '/nowhere', '/robots.txt']) {
      const { headers } = await real.get(path)
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https:|upgrade-insecure/)
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  test('to HEAD has the headers of GET and no body', async () => {
    const reply = await real.app.inject({ method: 'HEAD', url: '/api/rubric' })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers.etag).toBeDefined()
    expect(reply.body).toBe('')
  })
})

describe('the log', () => {
  test('says method, path, status and time, and never what was asked or by whom', async () => {
    real.lines.length = 0
    await real.get('/api/providers?q=secretword&zip=10001').set('user-agent', 'spyglass')
    await real.get('/providers/nobody?state=NY')
    await real.get('/api/broken?q=secretword')
    await real.get('/nowhere?q=secretword')
    const lines = real.lines.map((line) => JSON.parse(line))
    const answered = lines.filter(({ msg }) => msg === 'request answered')
    expect(answered.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/api/providers', 200],
      ['GET', '/providers/nobody', 404],
      ['GET', '/api/broken', 500],
      ['GET', '/nowhere', 404],
    ])
    expect(answered.every(({ ms }) => ms >= 0)).toBe(true)
    expect(real.lines.join('')).not.toMatch(/secretword|10001|spyglass|127\.0\.0\.1|\?/)
  })
})

describe('refusals', () => {
  const post = (payload: string, type = 'application/json') =>
    real.app.inject({
      method: 'POST',
      url: '/api/echo',
      headers: { 'content-type': type },
      payload,
    })

  test.each([
    ['JSON that is cut short', '{"a":', 'application/json', 400, 'malformed-json'],
    ['an empty body that says it is JSON', '', 'application/json', 400, 'malformed-json'],
    ['a body of 65 kB', `"${'a'.repeat(65 * 1024)}"`, 'application/json', 413, 'payload-too-large'],
    ['a body that is not JSON', '<a/>', 'application/xml', 415, 'unsupported-media-type'],
  ])('%s', async (_what, payload, type, status, slug) => {
    const reply = await post(payload, type)
    expect([reply.statusCode, reply.json().type]).toEqual([status, `/problems/${slug}`])
  })

  test.each([
    [400, 400, 'invalid-request'],
    [403, 404, 'not-found'],
    [404, 404, 'not-found'],
    [413, 413, 'payload-too-large'],
    [418, 400, 'invalid-request'],
    [502, 500, 'internal-error'],
  ])('that carry status %d and no more become status %d, %s', async (given, status, slug) => {
    const reply = await real.get(`/api/refused/${given}`)
    expect([reply.status, reply.body.type]).toEqual([status, `/problems/${slug}`])
    expect(reply.text).not.toContain('secret detail')
  })

  test('of a method name the methods that work', async () => {
    const reply = await real.app.inject({ method: 'DELETE', url: '/api/providers/mindbloom' })
    expect(reply.statusCode).toBe(405)
    expect(reply.headers.allow).toBe('GET, HEAD')
    expect(reply.json().type).toBe('/problems/method-not-allowed')
  })

  test('of an unknown address under /api are problem documents', async () => {
    const reply = await real.get('/api/nothing')
    expect(reply.status).toBe(404)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  })

  test('elsewhere are problem documents for those who ask for JSON', async () => {
    const reply = await real.get('/nothing').set('accept', 'application/json')
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })

  test.each(['/providers/%zz', '/%FF?q=%zz', '/%'])(
    'of %s, which cannot be decoded, are pages like any other',
    async (url) => {
      const reply = await real.app.inject({ url, headers: { accept: 'text/html' } })
      expect(reply.statusCode).toBe(404)
      expect(reply.headers['content-security-policy']).toContain("default-src 'self'")
      expect(reply.body).toContain('988')
      const asked = await real.app.inject({ url: `/api${url}` })
      expect([asked.statusCode, asked.json().type]).toEqual([
        404,
        expect.stringMatching(/not-found$/),
      ])
    },
  )

  test('that nobody expected tell the visitor nothing and the log everything', async () => {
    real.lines.length = 0
    const reply = await real.get('/api/broken')
    expect(reply.status).toBe(500)
    expect(reply.text).not.toContain('secret detail')
    const id = reply.body.instance.replace('urn:uuid:', '')
    const logged = real.lines.map((line) => JSON.parse(line)).find((line) => line.err)
    expect(logged).toMatchObject({ id, path: '/api/broken', err: { message: 'secret detail' } })
  })
})

async function asItStands({ app }: RealApp, path: string) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const headers = { accept: 'text/html', connection: 'close' }
  return await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      reply.on('end', () => resolve({ status: reply.statusCode, text }))
    }).on('error', reject)
  })
}

function unpacked(coding: string | undefined, body: Buffer): Buffer {
  if (coding === 'br') return brotliDecompressSync(body)
  return coding === 'gzip' ? gunzipSync(body) : body
}

describe('built files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-client-'))
  mkdirSync(join(folder, 'assets'))
  const source = join(folder, 'assets/entry-1.js')
  writeFileSync(source, 'plain')
  writeFileSync(`${source}.br`, brotliCompressSync('brotli'))
  writeFileSync(`${source}.gz`, gzipSync('zipped'))
  writeFileSync(join(folder, 'secret.json'), '{}')
  let built: RealApp
  beforeAll(async () => {
    built = await realApp({ clientFolder: folder })
  })
  afterAll(() => built.close())

  test.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'zipped'],
    ['br;q=0, gzip', 'gzip', 'zipped'],
    ['', undefined, 'plain'],
  ])('are sent as "%s" allows, for good', async (accepts, coding, text) => {
    const reply = await built.app.inject({
      url: '/assets/entry-1.js',
      headers: { 'accept-encoding': accepts },
    })
    expect(reply.headers['content-encoding']).toBe(coding)
    expect(unpacked(coding, reply.rawPayload).toString()).toBe(text)
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(reply.headers['content-type']).toMatch(/^(text|application)\/javascript/)
  })

  // Sent as they stand: a client that reads addresses would take the dots away.
  test.each(['/assets/', '/assets/%00', '/assets/../x', '/assets/..', '/assets/.hidden'])(
    'have no %s: a page says so, and the log knows no trouble',
    async (path) => {
      built.lines.length = 0
      const { status, text } = await asItStands(built, path)
      expect(status).toBe(404)
      expect(text).toContain('Nothing is at /assets/')
      expect(built.lines.filter((line) => JSON.parse(line).level > 30)).toEqual([])
    },
  )

  test('ranges that they do not have are a bad request', async () => {
    const headers = { range: 'bytes=900-' }
    const reply = await built.app.inject({ url: '/assets/entry-1.js', headers })
    expect(reply.statusCode).toBe(400)
  })

  test('are only those that lie in the folder', async () => {
    for (const path of [
      '..%2Fsecret.json',
      '../secret.json',
      'nothing.js',
      '..%2F..%2Fpackage.json',
    ]) {
      expect((await built.app.inject({ url: `/assets/${path}` })).statusCode).toBe(404)
    }
  })
})
