import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Npi } from '#core/npi.ts'
import { npiCheckDigit, parseNpi } from '#core/npi.ts'
import { createNpiApi, retryAfterMs } from '#server/registries/npi-api.ts'
import { readNpiAnswer } from '#server/registries/npi-api-answer.ts'
import { hasRegistryData, onRealFiles, realFile } from './registry-data.ts'
import { standIn } from './stand-in.ts'

const run = promisify(execFile)
const NPI = parseNpi('1770626038') as Npi

const record = (index: number) => {
  const head = String(100_000_000 + index)
  return {
    number: `${head}${npiCheckDigit(head)}`,
    enumeration_type: 'NPI-1',
    basic: {
      first_name: 'JANE',
      last_name: 'DOE',
      status: 'A',
      name_suffix: '--',
      credential: null,
    },
    taxonomies: [{ code: '207L00000X', desc: 'x', primary: true, state: 'CT', license: '' }],
  }
}
const page = (from: number, to: number) => {
  const results = Array.from({ length: Math.max(0, to - from) }, (_, index) => record(from + index))
  return JSON.stringify({ result_count: results.length, results })
}

describe.skipIf(!hasRegistryData)(onRealFiles('captured answers'), () => {
  const bodies = (folder: string) =>
    readdirSync(realFile('npi-api', folder)).map((name) => ({
      name,
      body: readFileSync(realFile('npi-api', folder, name), 'utf8'),
    }))

  test('of both dialects are understood, errors and nothing found too', () => {
    const kinds = (folder: string) =>
      bodies(folder).map(({ name, body }) => {
        const answer = readNpiAnswer(body)
        const what =
          answer.kind === 'records'
            ? answer.records.length
            : answer.kind === 'refused'
              ? answer.code
              : answer.message
        return `${name}: ${answer.kind} ${what}`
      })
    expect(kinds('captured-2026')).toEqual([
      'empty.json: records 0',
      'error-malformed-npi.json: refused 06',
      'error-unsupported-version.json: refused 17',
      'number-1770626038.json: records 1',
    ])
    expect(
      kinds('cassettes-2018')
        .map((line) => line.slice(line.indexOf(' ') + 1))
        .sort(),
    ).toEqual([
      'records 0',
      'records 1',
      'records 1',
      'records 10',
      'records 10',
      'records 10',
      'records 10',
      'records 2',
      'records 5',
      'refused 04',
      'refused 09',
    ])
  })

  test('served by a local registry become a record', async () => {
    const body = readFileSync(
      realFile('npi-api', 'captured-2026', 'number-1770626038.json'),
      'utf8',
    )
    const { settings, calls } = await standIn((_, __, response) => response.end(body))
    const found = await createNpiApi(settings).lookup(NPI)
    expect(found).toMatchObject({
      outcome: 'found',
      record: {
        npi: NPI,
        kind: 'organization',
        organization_name: 'INOVA FAIRFAX HOSPITAL',
        practice: { city: 'FALLS CHURCH', zip: '220423307' },
        official: { last_name: 'SOLOMON', credential: 'NP' },
      },
    })
    expect(calls[0]?.search).toBe('?version=2.1&number=1770626038')
  })

  test('served as error or as nothing are told apart', async () => {
    const say = async (name: string) => {
      const body = readFileSync(realFile('npi-api', 'captured-2026', name), 'utf8')
      const { settings } = await standIn((_, __, response) => response.end(body))
      return (await createNpiApi(settings).lookup(NPI)).outcome
    }
    expect(await say('empty.json')).toBe('not_found')
    expect(await say('error-malformed-npi.json')).toBe('refused')
  })
})

describe('a look-up', () => {
  test('tries again after 503 and 429, and then answers', async () => {
    const statuses = [503, 429, 200]
    const { settings, calls } = await standIn((_, __, response) => {
      response.statusCode = statuses.shift() ?? 500
      response.end(JSON.stringify({ result_count: 0, results: [] }))
    })
    expect(await createNpiApi(settings).lookup(NPI)).toMatchObject({ outcome: 'not_found' })
    expect(calls).toHaveLength(3)
  })

  test('gives up after its tries and says why', async () => {
    const { settings, calls } = await standIn((_, __, response) => {
      response.statusCode = 500
      response.end()
    })
    expect(await createNpiApi(settings).lookup(NPI)).toMatchObject({
      outcome: 'unavailable',
      because: 'HTTP 500 (tried 3 times)',
    })
    expect(calls).toHaveLength(3)
  })

  test('does not try again when told that it is not allowed', async () => {
    const { settings, calls } = await standIn((_, __, response) => {
      response.statusCode = 403
      response.end()
    })
    expect(await createNpiApi(settings).lookup(NPI)).toMatchObject({
      outcome: 'unavailable',
      because: 'HTTP 403',
    })
    expect(calls).toHaveLength(1)
  })

  test('follows redirects in a circle once, not once for each try', async () => {
    const { settings, calls, base } = await standIn((_, __, response) => {
      response.writeHead(302, { location: base })
      response.end()
    })
    expect(await createNpiApi(settings).lookup(NPI)).toMatchObject({ outcome: 'unavailable' })
    expect(calls).toHaveLength(21)
  })

  test.each([
    ['7', 7000],
    ['3600', 60_000],
    ['Mon, 23 Nov 2026 08:00:09 GMT', 9000],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('waits as long as Retry-After says, a minute at most: %s', (header, wait) => {
    expect(retryAfterMs(header, Date.parse('2026-11-23T08:00:00Z'))).toBe(wait)
  })

  test('waits no longer than its time limit', async () => {
    const { settings } = await standIn(() => undefined)
    const found = await createNpiApi({ ...settings, timeout_ms: 30, tries: 2 }).lookup(NPI)
    expect(found).toMatchObject({
      outcome: 'unavailable',
      because: 'no answer within 30 ms (tried 2 times)',
    })
  })

  test('is unavailable when a page of text comes instead of JSON', async () => {
    const { settings } = await standIn((_, __, response) => response.end('<html>maintenance'))
    expect(await createNpiApi(settings).lookup(NPI)).toMatchObject({ outcome: 'unavailable' })
  })

  test('is unavailable when nobody listens', async () => {
    const { settings } = await standIn(() => undefined)
    const found = await createNpiApi({ ...settings, base: 'http://127.0.0.1:1/', tries: 1 }).lookup(
      NPI,
    )
    expect(found.outcome).toBe('unavailable')
  })

  test('is not made once three in a row had no answer', async () => {
    const { settings, calls } = await standIn((_, __, response) => {
      response.statusCode = 403
      response.end()
    })
    const api = createNpiApi(settings)
    for (let made = 0; made < 3; made += 1) await api.lookup(NPI)
    expect(await api.search({ last_name: 'DOE' })).toMatchObject({
      outcome: 'unavailable',
      because: 'not asked: 3 calls in a row had no answer',
    })
    expect(calls).toHaveLength(3)
    expect(api.unanswered()).toBe(4)
  })

  test('holds a process that has nothing else to do through the pause', async () => {
    const { settings } = await standIn((_, __, response) => response.end(page(0, 0)))
    const client = new URL('../../server/registries/npi-api.ts', import.meta.url).href
    const program = `
      import { createNpiApi } from ${JSON.stringify(client)}
      const api = createNpiApi(${JSON.stringify({ ...settings, pause_ms: 300 })})
      for (const npi of ['${NPI}', '${NPI}']) console.log((await api.lookup(npi)).outcome)`
    const done = await run(process.execPath, ['--input-type=module', '-e', program])
    expect(done.stdout).toBe('not_found\nnot_found\n')
  })

  test('keeps a pause between calls, also when many are asked for at once', async () => {
    const at: number[] = []
    const { settings } = await standIn((_, __, response) => {
      at.push(performance.now())
      response.end(page(0, 0))
    })
    const api = createNpiApi({ ...settings, pause_ms: 100 })
    await Promise.all([api.lookup(NPI), api.lookup(NPI), api.lookup(NPI)])
    expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(150)
  })
})

describe('a search', () => {
  const serve = (total: number) =>
    standIn((url, _, response) => {
      const skip = Number(url.searchParams.get('skip'))
      response.end(page(skip, Math.min(total, skip + Number(url.searchParams.get('limit')))))
    })

  test('goes through the pages until one is not full', async () => {
    const { settings, calls } = await serve(450)
    const found = await createNpiApi(settings).search({
      organization_name: 'KETAMINE*',
      state: 'CT',
    })
    expect(found).toMatchObject({ outcome: 'found', cut_off: false })
    expect(found.outcome === 'found' && found.records.length).toBe(450)
    expect(calls.map((url) => url.searchParams.get('skip'))).toEqual(['0', '200', '400'])
  })

  test('stops at 1,200 records and says that there may be more', async () => {
    const { settings, calls } = await serve(5000)
    const found = await createNpiApi(settings).search({ organization_name: 'CLINIC*', state: 'CT' })
    expect(found).toMatchObject({ outcome: 'found', cut_off: true })
    expect(calls).toHaveLength(6)
  })
})
