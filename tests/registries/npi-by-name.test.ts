import { describe, expect, test } from 'vitest'
import { npiCheckDigit } from '#core/npi.ts'
import { listChecks } from '#db/check-results.ts'
import { decideReviewItem, listReviewItems } from '#db/check-reviews.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { verify } from '#server/actions/verify.ts'
import { createNpiApi } from '#server/registries/npi-api.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import { AT, day, leieText, load } from './imported.ts'
import { madeFile } from './made-files.ts'
import { standIn } from './stand-in.ts'

const SITE = { address: '12 Door St', city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }
const ADA = { name: 'Ada Example', role: 'prescriber', source: 'S1' }

async function withAda(fields: Record<string, unknown> = {}): Promise<Db> {
  const db = await openEmpty()
  const record = { clinicians: [ADA], locations: [SITE], findings: [], aliases: [], ...fields }
  await save(db, [smallRecord(record)])
  return db
}

const numbered = (index: number) => {
  const head = String(100_000_000 + index)
  return `${head}${npiCheckDigit(head)}`
}

type Person = { index: number; last?: string; middle?: string; street?: string; state?: string }

const answerFor = ({ index, last, middle, street, state = 'NY' }: Person) => ({
  number: numbered(index),
  enumeration_type: 'NPI-1',
  basic: {
    first_name: 'ADA',
    last_name: last ?? 'EXAMPLE',
    middle_name: middle,
    status: 'A',
    credential: 'MD',
    last_updated: '2026-05-01',
  },
  addresses: [
    {
      address_purpose: 'LOCATION',
      address_1: street ?? '900 ELSEWHERE RD',
      city: 'ALBANY',
      state,
      postal_code: '122070000',
    },
  ],
  taxonomies: [{ code: '2084P0800X', primary: true, state, license: '123456' }],
})

/** A registry that holds these people and no company. */
async function holding(...people: Person[]) {
  const results = people.map(answerFor)
  return await standIn(({ searchParams }, _, response) => {
    const from = Number(searchParams.get('skip') ?? 0)
    const mine = searchParams.has('organization_name') ? [] : results.slice(from, from + 200)
    response.end(JSON.stringify({ result_count: mine.length, results: mine }))
  })
}

const run = (db: Db, base: string | null, today = '2026-11-23') =>
  verify(db, {
    provider_ids: null,
    api: base === null ? null : createNpiApi({ base, pause_ms: 0, tries: 1 }),
    actor: 'curator',
    today: day(today),
    at: AT,
  })

async function identity(db: Db, subject = 'Ada Example') {
  const checks = await listChecks(db, 'blue-door')
  return checks.find((one) => one.subject === subject && one.list === 'npi-registry')
}
const levels = async (db: Db) =>
  (await findRecord(db, 'blue-door'))?.findings.map(
    ({ criterion, level }) => `${criterion} ${level}`,
  )

describe('a clinician without a number', () => {
  test('is searched by name in the states of the sites, and each row waits for a person', async () => {
    const db = await withAda()
    const { base, calls } = await holding(
      { index: 1, street: '12 DOOR STREET' },
      { index: 2 },
      { index: 3, last: 'OTHER' },
      { index: 4, state: 'CT' },
    )
    await run(db, base)
    const asked = calls.find(({ searchParams }) => searchParams.has('last_name'))
    expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
      first_name: 'Ada',
      last_name: 'Example',
      state: 'NY',
      limit: '200',
    })
    expect(await listReviewItems(db, true)).toMatchObject([
      { row_key: numbered(1), level: 'likely', agreed: 'name, address, city, state' },
      { row_key: numbered(2), level: 'possible', agreed: 'name, city, state' },
    ])
    expect(await identity(db)).toMatchObject({ state: 'in_review' })
    expect(await levels(db)).toEqual([])
  })

  test('has the number that a person confirmed, without the network and years later', async () => {
    const db = await withAda()
    const { base } = await holding({ index: 2 })
    await run(db, base)
    const [item] = await listReviewItems(db, false)
    const decided = { reason: 'On the team page.', actor: 'curator', decided_at: AT }
    await decideReviewItem(db, item?.id ?? '', { ...decided, decision: 'confirmed' })
    const kept = { state: 'found', checked_on: '2026-11-23', covers_to: '2026-11-23' }
    await run(db, null)
    expect(await levels(db)).toEqual(['A1 partly', 'A2 partly'])
    expect(await identity(db)).toMatchObject({ ...kept, row_key: numbered(2) })
    await run(db, null, '2028-11-23')
    expect(await identity(db)).toMatchObject(kept)
    // A registry that does not answer takes nothing away either.
    await run(db, 'http://127.0.0.1:9/', '2028-11-23')
    expect(await identity(db)).toMatchObject(kept)
    const report = `npi,deactivation_date,source\n${numbered(2)},06/04/2026,report\n`
    await load(db, 'nppes-deactivations', madeFile('deactivated.csv', report))
    await run(db, null, '2028-11-23')
    expect((await identity(db))?.statement).toContain('was deactivated on June 4, 2026')
  })

  test('is not asked for again until the answer is 30 days old', async () => {
    const db = await withAda()
    const { base, calls } = await holding()
    await run(db, base)
    const first = calls.length
    expect(await identity(db)).toMatchObject({
      state: 'checked_nothing_found',
      statement: 'No record was found in the NPI registry under this name in NY.',
      request: expect.stringContaining('last_name=Example'),
    })
    await run(db, base, '2026-12-23')
    await run(db, null, '2027-02-01')
    expect(calls).toHaveLength(first)
    expect(await identity(db)).toMatchObject({ state: 'checked_nothing_found' })
    await run(db, base, '2026-12-24')
    expect(calls).toHaveLength(2 * first)
  })

  test('is not said to be missing where the registry holds more than it shows', async () => {
    const db = await withAda()
    const strangers = Array.from({ length: 1300 }, (_, index) => ({ index, last: 'OTHER' }))
    const { base } = await holding(...strangers)
    const [verified] = await run(db, base)
    expect(verified?.checks.find(({ subject }) => subject === 'Ada Example')).toMatchObject({
      state: 'not_checked',
      statement: expect.stringMatching(/shows 1200 records .* in NY: the rest was not looked/),
      todo: expect.stringContaining('check record'),
    })
  })

  test('is unavailable when no search is answered, and not checked when nobody asked', async () => {
    const db = await withAda()
    await run(db, null)
    expect(await identity(db)).toMatchObject({ state: 'not_checked', url: null })
    await run(db, 'http://127.0.0.1:9/')
    expect(await identity(db)).toMatchObject({ state: 'source_unavailable', covers_to: null })
  })

  test('of whom only half the name is known is not checked anywhere, whatever is loaded', async () => {
    const db = await withAda({ clinicians: [{ ...ADA, name: 'Dr. Example' }] })
    const leie = madeFile('UPDATED.csv', leieText([{ last: 'OTHER' }]))
    await load(db, 'leie', leie, { covers_to: day('2026-11-10') })
    await run(db, null)
    const checks = await listChecks(db, 'blue-door')
    const mine = checks.filter(({ subject }) => subject === 'Dr. Example')
    expect(new Set(mine.map(({ state }) => state))).toEqual(new Set(['not_checked']))
    expect(mine.map(({ list }) => list)).toContain('oig_leie')
    expect(checks.find(({ list }) => list === 'oig_leie')?.state).toBe('checked_nothing_found')
  })

  test.each([
    ['no state is known', { locations: [], serves: [] }],
    ['only the last name is', { clinicians: [{ ...ADA, name: 'Dr. Example' }] }],
  ])('is not searched where %s', async (_, fields) => {
    const db = await withAda(fields)
    const { base, calls } = await holding({ index: 1 })
    await run(db, base)
    expect(calls.filter(({ searchParams }) => searchParams.has('last_name'))).toEqual([])
    expect(await listReviewItems(db, true)).toEqual([])
  })
})
