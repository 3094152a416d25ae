/** What the store's tests start from. */

import { sql } from 'kysely'
import { parseRecord } from '#core/contract/provider.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { Act } from '#db/changes.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { saveRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { REAL_PROVIDERS } from '#seeds/load.ts'
import { readRecordFiles } from '#seeds/record-files.ts'

export const ACT: Act = { actor: 'curator', reason: 'page re-read', at: '2026-11-23T08:00:00Z' }

/** A migrated, empty database in memory. */
export async function openEmpty(): Promise<Db> {
  const db = openDb(':memory:')
  await migrateToLatest(db)
  return db
}

/** The shipped records, not placed on the map. */
export function realRecords(): ProviderRecord[] {
  return readRecordFiles(REAL_PROVIDERS)
}

/** A small record that says something of every kind. */
export function smallRecord(fields: Record<string, unknown> = {}): ProviderRecord {
  const parsed = parseRecord({
    id: 'blue-door',
    name: 'Blue Door',
    aliases: ['The Door', 'Blue'],
    kind: 'hybrid',
    status: { value: 'open', source: 'S1' },
    locations: [{ city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }],
    serves: [
      { states: ['NY', 'CT'], source: 'S1' },
      { count: 30, complete: false, source: 'S2' },
    ],
    clinicians: [{ name: 'Ada Example', role: 'prescriber', source: 'S1' }],
    offerings: [{ modality: 'iv', setting: 'clinic', current: true, source: 'S1' }],
    prices: [
      {
        service: 'session',
        min: 40_000,
        max: 60_000,
        currency: 'USD',
        includes: ['monitoring', 'medication'],
        source: 'S1',
      },
    ],
    payment: [{ way: 'hsa_fsa', accepted: 'yes', source: 'S1' }],
    conditions: [{ names: ['ptsd', 'depression'], source: 'S1' }],
    findings: [
      { criterion: 'A1', level: 'met', basis: 'Names the prescriber.', source: 'S1' },
      { criterion: 'B1', level: 'partly', at_least: true, basis: 'One price.', source: 'S2' },
    ],
    events: [
      { kind: 'lawsuit', stage: 'filed', subject: 'company', summary: 'Sued.', source: 'S2' },
    ],
    sources: [
      { id: 'S1', url: 'https://door.example', kind: 'provider', retrieved_on: '2026-11-01' },
      { id: 'S2', url: 'https://press.example', kind: 'press', retrieved_on: '2026-11-01' },
    ],
    ...fields,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.record
}

/** Saves records in one transaction. */
export async function save(db: Db, records: ProviderRecord[], act = ACT): Promise<string[]> {
  return await db.transaction().execute(async (trx) => {
    const saved: string[] = []
    for (const record of records) saved.push(await saveRecord(trx, record, act))
    return saved
  })
}

/** Every row of every table, as text: two databases with the same text hold the same. */
export async function dump(db: Db, except: string[] = []): Promise<Record<string, unknown[]>> {
  const tables = await db.introspection.getTables()
  const rows: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (except.includes(name)) continue
    rows[name] = (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(db)).rows
  }
  return rows
}
