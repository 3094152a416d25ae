import { describe, expect, test } from 'vitest'
import { getCatalogVersion } from '#db/changes.ts'
import type { PersonCheck } from '#db/check-results.ts'
import { insertPersonCheck, listChecks } from '#db/check-results.ts'
import { decideReviewItem, listReviewItems } from '#db/check-reviews.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { verify } from '#server/actions/verify.ts'
import { loadChecks } from '#server/loaders/provider-checks.ts'
import { createNpiApi } from '#server/registries/npi-api.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import type { Excluded } from './imported.ts'
import { AT, day, leieText, load, verifyAll } from './imported.ts'
import { madeFile } from './made-files.ts'
import { standIn } from './stand-in.ts'

const NPI = '1234567893'
const PERSON = { name: 'Ada Example', role: 'prescriber', source: 'S1' }

async function withProvider(clinician: Record<string, unknown> = {}): Promise<Db> {
  const db = await openEmpty()
  const locations = [
    { address: '12 Door St', city: 'Albany', state: 'NY', zip: '12207', source: 'S1' },
  ]
  await save(db, [smallRecord({ locations, clinicians: [{ ...PERSON, ...clinician }] })])
  return db
}

async function withList(db: Db, rows: Excluded[]): Promise<Db> {
  await load(db, 'leie', madeFile('UPDATED.csv', leieText(rows)), { covers_to: day('2026-10-31') })
  return db
}

async function bans(db: Db) {
  const record = await findRecord(db, 'blue-door')
  return record?.findings.filter(({ criterion }) => criterion === 'A3') ?? []
}

const ADA = { last: 'EXAMPLE', first: 'ADA' }
const BESIDE = { ...ADA, street: '12 DOOR STREET', city: 'ALBANY', zip: '12207' }

describe('verify', () => {
  test('publishes an exclusion at once when the NPI agrees, with its source, day and row', async () => {
    const db = await withList(await withProvider({ npi: NPI }), [{ ...ADA, npi: NPI }])
    await verifyAll(db)
    const [ban, ...more] = await bans(db)
    expect(more).toEqual([])
    expect(ban).toMatchObject({ level: 'not_met', strength: 'proof' })
    expect(ban?.basis).toContain(
      'Ada Example: excluded from federal health programs on January 2, 2020',
    )
    const record = await findRecord(db, 'blue-door')
    const source = record?.sources.find(({ id }) => id === ban?.source)
    expect(source).toMatchObject({
      kind: 'regulator',
      observed_on: '2026-10-31',
      retrieved_on: '2026-11-23',
    })
    expect(source?.url).toMatch(/exclusions_list\.asp#2020-01-02-/)
  })

  test('asks before it publishes a likely one, and remembers the answer', async () => {
    const db = await withList(await withProvider(), [BESIDE])
    await verifyAll(db)
    expect(await bans(db)).toEqual([])
    const [item] = await listReviewItems(db, false)
    expect(item).toMatchObject({ level: 'likely', agreed: 'name, address, city, state' })
    const decided = { reason: 'Same street.', actor: 'curator', decided_at: AT }
    await decideReviewItem(db, item?.id ?? '', { ...decided, decision: 'confirmed' })
    await verifyAll(db)
    expect(await bans(db)).toMatchObject([{ level: 'not_met' }])
    await decideReviewItem(db, item?.id ?? '', { ...decided, decision: 'rejected' })
    await verifyAll(db)
    expect(await bans(db)).toEqual([])
    expect(await listReviewItems(db, false)).toEqual([])
  })

  test('never publishes a name alone, even a confirmed one', async () => {
    const db = await withList(await withProvider(), [ADA])
    await verifyAll(db)
    const [item] = await listReviewItems(db, false)
    expect(item?.level).toBe('possible')
    const decided = { reason: 'Feels right.', actor: 'curator', decided_at: AT }
    await decideReviewItem(db, item?.id ?? '', { ...decided, decision: 'confirmed' })
    await verifyAll(db)
    expect(await bans(db)).toEqual([])
    const told = (await listChecks(db, 'blue-door')).map(({ statement }) => statement).join()
    expect(told).not.toContain('2020')
  })

  test.each([
    ['a name alone', ADA],
    ['a name and a street', BESIDE],
  ])('tells the public of %s on a list just as if nobody had looked', async (_, row) => {
    const db = await withList(await withProvider(), [row])
    await verifyAll(db)
    const kept = await listChecks(db, 'blue-door')
    expect(kept.map(({ state }) => state)).toContain('in_review')
    const never = await withProvider()
    await verifyAll(never)
    const ofAda = async (from: Db) =>
      (await loadChecks(from, 'blue-door')).filter(({ subject }) => subject === 'Ada Example')
    expect(await ofAda(db)).toEqual(await ofAda(never))
  })

  test('keeps nothing found, not checked and unavailable apart', async () => {
    const db = await withList(await withProvider(), [{ last: 'OTHER' }])
    const seen: Omit<PersonCheck, 'id'> = {
      provider_id: 'blue-door',
      subject_kind: 'clinician',
      subject: 'Ada Example',
      list: 'sam',
      state: null,
      answer: 'unavailable',
      row_key: null,
      note: 'The page did not load.',
      url: 'https://sam.example',
      checked_on: day('2026-11-20'),
      actor: 'curator',
      at: AT,
    }
    await insertPersonCheck(db, seen)
    await verifyAll(db)
    const checks = await listChecks(db, 'blue-door')
    const states = checks
      .filter(({ subject }) => subject === 'Ada Example')
      .map(({ criterion, list, state, done_by }) => [criterion, list, state, done_by])
    expect(states).toEqual([
      ['A1', 'npi-registry', 'not_checked', 'program'],
      ['A2', 'license:NY', 'not_checked', 'program'],
      ['A2', 'license:CT', 'not_checked', 'program'],
      ['A3', 'oig_leie', 'checked_nothing_found', 'program'],
      ['A3', 'sam', 'source_unavailable', 'person'],
      ['A3', 'board_orders', 'not_checked', 'program'],
      ['A3', 'dea_orders', 'not_checked', 'program'],
    ])
    expect(checks.find(({ list }) => list === 'oig_leie')?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await bans(db)).toEqual([])
  })

  test('calls bans met only when every list was looked through for everyone', async () => {
    const db = await withList(await withProvider(), [{ last: 'OTHER' }])
    for (const [subject_kind, subject] of [
      ['provider', 'Blue Door'],
      ['clinician', 'Ada Example'],
    ] as const) {
      for (const list of ['sam', 'board_orders', 'dea_orders'] as const) {
        expect(await bans(db)).toEqual([])
        await insertPersonCheck(db, {
          provider_id: 'blue-door',
          subject_kind,
          subject,
          list,
          state: null,
          answer: 'nothing_found',
          row_key: null,
          note: null,
          url: 'https://list.example',
          checked_on: day('2026-11-20'),
          actor: 'curator',
          at: AT,
        })
        await verifyAll(db)
      }
    }
    expect(await bans(db)).toMatchObject([{ level: 'met', strength: 'proof' }])
  })

  test('takes a license that a person saw at the board for proof', async () => {
    const db = await withProvider()
    await insertPersonCheck(db, {
      provider_id: 'blue-door',
      subject_kind: 'clinician',
      subject: 'Ada Example',
      list: 'license',
      state: 'NY',
      answer: 'active',
      row_key: '123456',
      note: 'Registered',
      url: 'https://board.example',
      checked_on: day('2026-11-20'),
      actor: 'curator',
      at: AT,
    })
    await verifyAll(db)
    const record = await findRecord(db, 'blue-door')
    expect(record?.findings.filter(({ criterion }) => criterion === 'A2')).toMatchObject([
      { level: 'met', strength: 'proof', state: 'NY' },
    ])
  })

  test('does nothing the second time, and takes back what no longer holds', async () => {
    const db = await withList(await withProvider({ npi: NPI }), [{ ...ADA, npi: NPI }])
    await verifyAll(db)
    const version = await getCatalogVersion(db)
    expect((await verifyAll(db)).map(({ changed }) => changed)).toEqual([false])
    expect(await getCatalogVersion(db)).toBe(version)
    const empty = madeFile('UPDATED.csv', leieText([{ last: 'OTHER', on: '20210101' }]))
    await load(db, 'leie', empty, { covers_to: day('2026-11-15') })
    await verifyAll(db)
    expect(await bans(db)).toEqual([])
    expect(await getCatalogVersion(db)).toBe(version + 1)
  })

  test('tells a deactivated NPI from one that the registry does not know', async () => {
    const db = await withProvider({ npi: NPI })
    const { base, calls } = await standIn((_, __, response) => {
      response.end('{"result_count":0,"results":[]}')
    })
    const online = { provider_ids: null, actor: 'curator', today: day('2026-11-23'), at: AT }
    const identity = async () => {
      await verify(db, { ...online, api: createNpiApi({ base, pause_ms: 0 }) })
      const checks = await listChecks(db, 'blue-door')
      return checks.find(
        ({ subject, criterion }) => subject === 'Ada Example' && criterion === 'A1',
      )
    }
    expect(await identity()).toMatchObject({
      state: 'checked_nothing_found',
      covers_to: '2026-11-23',
    })
    expect((await identity())?.request).toContain(`number=${NPI}`)
    // The second time the kept answer was used.
    expect(calls.filter(({ searchParams }) => searchParams.has('number'))).toHaveLength(1)
    const report = `npi,deactivation_date,source\n${NPI},06/04/2026,report\n`
    await load(db, 'nppes-deactivations', madeFile('deactivated.csv', report))
    expect(await identity()).toMatchObject({
      state: 'found',
      statement: `NPI ${NPI} was deactivated on June 4, 2026.`,
    })
  })

  test('leaves invented providers alone', async () => {
    const db = await openEmpty()
    await save(db, [smallRecord({ origin: 'sample' })])
    expect(await verifyAll(db)).toEqual([])
  })
})
