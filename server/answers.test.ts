import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { AnswerCache, acceptsGzip, namesTag } from './answers.ts'

const made = (body: string) => () => ({ body, headers: {} })
const LONG = 'evidence '.repeat(500)

describe('kept answers', () => {
  test('are made once for the same question', async () => {
    const cache = new AnswerCache(100_000)
    let times = 0
    const make = () => {
      times++
      return { body: LONG, headers: {} }
    }
    for (const encoding of ['gzip', 'gzip', 'identity'] as const) {
      const { body } = await cache.take('1', '/a', encoding, make)
      expect(encoding === 'gzip' ? gunzipSync(body).toString() : body.toString()).toBe(LONG)
    }
    expect(times).toBe(1)
  })

  test('are forgotten when the tag changes', async () => {
    const cache = new AnswerCache(100_000)
    await cache.take('1', '/a', 'identity', made('old'))
    expect(cache.find('1', '/a', 'identity')?.body.toString()).toBe('old')
    expect(cache.find('2', '/a', 'identity')).toBeUndefined()
    expect(cache.bytes).toBe(0)
  })

  test('made under an older tag are sent but not kept', async () => {
    const cache = new AnswerCache(100_000)
    const late = await cache.take('1', '/a', 'identity', async () => {
      cache.find('2', '/b', 'identity')
      return { body: 'late', headers: {} }
    })
    expect(late.body.toString()).toBe('late')
    expect(cache.find('2', '/a', 'identity')).toBeUndefined()
  })

  test('never take more bytes than allowed, however many there are', async () => {
    const cache = new AnswerCache(50_000)
    for (let at = 0; at < 100; at++) await cache.take('1', `/${at}`, 'identity', made(LONG))
    expect(cache.bytes).toBeLessThanOrEqual(50_000)
    expect(cache.bytes).toBeGreaterThan(30_000)
    expect(cache.find('1', '/99', 'identity')).toBeDefined()
    expect(cache.find('1', '/0', 'identity')).toBeUndefined()
  })

  test('with a fault in the question are not kept', async () => {
    const cache = new AnswerCache(50_000)
    await cache.take('1', '/a', 'identity', () => ({ body: 'x', headers: {}, status: 400 }))
    expect(cache.find('1', '/a', 'identity')).toBeUndefined()
  })

  test('that are short stay as they are', async () => {
    const answer = await new AnswerCache(50_000).take('1', '/a', 'gzip', made('short'))
    expect(answer.encoding).toBe('identity')
  })
})

describe('headers', () => {
  test.each([
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip; q=0.000', false],
    ['br', false],
    [undefined, false],
  ])('Accept-Encoding %s allows gzip: %s', (header, allowed) => {
    expect(acceptsGzip(header)).toBe(allowed)
  })

  test.each([
    ['W/"1"', true],
    ['"1"', true],
    ['"0", W/"1"', true],
    ['*', true],
    ['W/"2"', false],
    [undefined, false],
  ])('If-None-Match %s names the tag: %s', (header, named) => {
    expect(namesTag(header, 'W/"1"')).toBe(named)
  })
})
