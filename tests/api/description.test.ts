import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { healthReply, rubricReply } from '#core/contract/about-reply.ts'
import { problemReply } from '#core/contract/problem-reply.ts'
import { readConfig, SETTINGS } from '#server/config.ts'
import { PROBLEMS } from '#server/problems.ts'
import type { RealApp } from './real-app.ts'
import { realApp } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  real = await realApp()
})
afterAll(() => real.close())

type Operation = {
  parameters?: { name: string }[]
  responses: Record<string, { content?: object }>
  summary?: string
}
type Document = { openapi: string; paths: Record<string, { get?: Operation }> }

const statusesOf = (get?: Operation) => Object.keys(get?.responses ?? {}).join(' ')

const document = async () => (await real.get('/api/openapi.json')).body as Document

describe('the OpenAPI document', () => {
  test('is of version 3.1 and lists every address of the API', async () => {
    const { openapi, paths } = await document()
    expect(openapi).toMatch(/^3\.1/)
    expect(Object.keys(paths).sort()).toEqual([
      '/api/comparison',
      '/api/comparison.csv',
      '/api/comparison.json',
      '/api/health',
      '/api/openapi.json',
      '/api/providers',
      '/api/providers/{id}',
      '/api/rubric',
    ])
  })

  test('gives each operation a summary, responses and described parameters', async () => {
    for (const [path, { get }] of Object.entries((await document()).paths)) {
      expect(get?.summary, path).toBeTruthy()
      expect(Object.keys(get?.responses ?? {}), path).toContain('200')
    }
    const names = (await document()).paths['/api/providers']?.get?.parameters?.map(
      ({ name }) => name,
    )
    expect(names).toEqual(expect.arrayContaining(['modality', 'price_min', 'zip', 'met', 'sort']))
  })

  test('lists for each address every status it answers with, and how it refuses', async () => {
    const { paths } = await document()
    const listed = Object.entries(paths).map(([path, { get }]) => [path, statusesOf(get)])
    expect(Object.fromEntries(listed)).toEqual({
      '/api/comparison': '200 304 400 422',
      '/api/comparison.csv': '200 304 400 422',
      '/api/comparison.json': '200 304 400 422',
      '/api/health': '200 400',
      '/api/openapi.json': '200 304 400',
      '/api/providers': '200 304 400',
      '/api/providers/{id}': '200 304 400 404',
      '/api/rubric': '200 304 400',
    })
    for (const [path, { get }] of Object.entries(paths)) {
      for (const [status, reply] of Object.entries(get?.responses ?? {})) {
        const types = Object.keys(reply.content ?? {})
        if (status.startsWith('4')) expect(types, path).toEqual(['application/problem+json'])
        if (status === '304') expect(types, path).toEqual([])
        if (status === '200') expect(types, path).toHaveLength(1)
      }
    }
    const refused = paths['/api/providers']?.get?.responses['400']?.content
    expect(JSON.stringify(refused)).toContain('"instance"')
  })

  test.each([
    ['/api/providers?zip=1', 400],
    ['/api/providers/nobody', 404],
    ['/api/comparison?ids=nobody,nushama', 422],
    ['/api/comparison.csv?ids=nobody', 400],
    ['/api/health?a=1', 400],
    ['/api/openapi.json?a=1', 400],
  ])('is true of %s, which answers %d', async (path, status) => {
    const reply = await real.get(path)
    expect(reply.status).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })

  test('points only at schemas that it holds', async () => {
    const text = JSON.stringify(await document())
    const held = JSON.parse(text)
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = pointer.split('/').reduce((at, key) => at?.[key], held)
      expect(target, pointer).toBeDefined()
    }
  })
})

describe('the reference page', () => {
  test('shows every parameter and every problem', async () => {
    const { text } = await real.get('/api')
    for (const { get } of Object.values((await document()).paths)) {
      for (const { name } of get?.parameters ?? []) expect(text).toContain(`<code>${name}</code>`)
    }
    for (const slug of Object.keys(PROBLEMS)) expect(text).toContain(`/problems/${slug}`)
  })
})

describe('replies about the server', () => {
  test('hold their contracts', async () => {
    const health = healthReply.parse((await real.get('/api/health')).body)
    expect(health).toMatchObject({ status: 'ok', origin: 'real', today: '2026-11-23' })
    rubricReply.parse((await real.get('/api/rubric')).body)
    problemReply.parse((await real.get('/api/providers?zip=1')).body)
  })
})

describe('docs/api.md', () => {
  const text = readFileSync('docs/api.md', 'utf8')

  test('lists every problem with its status, and none that does not exist', () => {
    const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| (.+) \|$/gm)]
    const documented = rows.map(([, slug, status, title]) => [slug, Number(status), title])
    const real = Object.entries(PROBLEMS).map(([slug, { status, title }]) => [slug, status, title])
    expect(documented).toEqual(real)
  })

  test('lists every address of the API', async () => {
    const addresses = [...text.matchAll(/^### `GET (\/api[^`]*)`$/gm)].map(([, path]) => path)
    const paths = Object.keys((await document()).paths).map((path) => path.replace('{id}', ':id'))
    expect(addresses.sort()).toEqual(paths.sort())
  })

  test('names every parameter of the list', async () => {
    const parameters = (await document()).paths['/api/providers']?.get?.parameters ?? []
    for (const { name } of parameters) expect(text).toContain(`\`${name}\``)
  })
})

describe('docs/settings.md', () => {
  const text = readFileSync('docs/settings.md', 'utf8')

  test('lists every setting with its default', () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`|the day it is) \|/gm)]
    const documented = rows.map(([, name, fallback]) => [name, fallback ?? null])
    const real = Object.entries(SETTINGS).map(([name, { fallback }]) => [name, fallback])
    expect(documented).toEqual(real)
  })
})

describe('settings', () => {
  test('have defaults, and empty values count as absent', () => {
    expect(readConfig({ PORT: '', TODAY: ' ' })).toEqual({
      ok: true,
      config: {
        HOST: '127.0.0.1',
        PORT: 3000,
        DATABASE_URL: 'data/touchstone.sqlite',
        LOG_LEVEL: 'info',
        TODAY: null,
      },
    })
  })

  test('that cannot be read get one sentence each', () => {
    const result = readConfig({ PORT: '70000', TODAY: '2026-02-30', LOG_LEVEL: 'loud' })
    expect(result).toEqual({
      ok: false,
      problems: [
        'PORT is "70000"; it must be a whole number from 0 to 65535.',
        'LOG_LEVEL is "loud"; it must be one of fatal, error, warn, info, debug, trace, silent.',
        'TODAY is "2026-02-30"; it must be a day that exists, written YYYY-MM-DD.',
      ],
    })
  })
})
