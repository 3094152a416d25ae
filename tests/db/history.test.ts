import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProviderRecord } from '#core/provider.ts'
import { getCatalogVersion } from '#db/changes.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { dump, openEmpty, realRecords, save } from './arrange.ts'

/** The record with the most prices: it has the most to take back and state again. */
const pool = realRecords().reduce((most, record) =>
  record.prices.length > most.prices.length ? record : most,
)

/** Some of the entries in any order, some perhaps twice. */
const someOf = <Entry>(entries: readonly Entry[]) =>
  fc.array(fc.constantFrom(...entries), { maxLength: 5 })

const aliases = fc.array(fc.constantFrom('Blue', 'The Door', 'Door'), { maxLength: 3 })

/** One version of a record, made from the statements of a real one. */
const version: fc.Arbitrary<ProviderRecord> = fc
  .record({
    name: fc.constantFrom('Blue Door', 'Red Door'),
    aliases,
    prices: someOf(pool.prices),
    findings: someOf(pool.findings),
    offerings: someOf(pool.offerings),
    sources: fc.shuffledSubarray(pool.sources, {
      minLength: pool.sources.length,
      maxLength: pool.sources.length,
    }),
  })
  .map((fields) => ({ ...pool, ...fields }))

type Kept = { id: string; retracted_at: string | null; added_at: string }

async function listKept(db: Db): Promise<Map<string, Kept>> {
  const tables = await dump(db, ['provider', 'catalog_version', 'change', 'zip_code'])
  const rows = Object.values(tables).flat() as Partial<Kept>[]
  const kept = new Map<string, Kept>()
  for (const { id, retracted_at = null, added_at = '' } of rows) {
    if (id !== undefined) kept.set(id, { id, retracted_at, added_at })
  }
  return kept
}

test('whatever follows on what, the last version reads back and no row is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 6 }), async (versions) => {
      const db = await openEmpty()
      let before = new Map<string, Kept>()
      let steps = 0
      for (const [day, record] of versions.entries()) {
        const act = { actor: 'curator', reason: 'read again', at: `2026-12-0${day + 1}T00:00:00Z` }
        const [saved] = await save(db, [record], act)
        if (saved !== 'unchanged') steps += 1
        expect(await findRecord(db, record.id)).toEqual(record)
        const after = await listKept(db)
        for (const row of before.values()) {
          const now = after.get(row.id)
          expect(now?.added_at).toBe(row.added_at)
          if (row.retracted_at !== null) expect(now).toEqual(row)
        }
        before = after
      }
      expect(await getCatalogVersion(db)).toBe(steps)
      await db.destroy()
    }),
    { numRuns: 40, seed: 20261123 },
  )
}, 60_000)
