/** Provider records in and out. A record is stored as rows and read back equal to what went in. */

import type { ProviderRecord } from '#core/provider.ts'
import type { Act } from './changes.ts'
import { insertChange, lockCatalog } from './changes.ts'
import { contentHash } from './content-hash.ts'
import type { KindRows } from './read-statements.ts'
import { readKind } from './read-statements.ts'
import { saveStatements } from './save-statements.ts'
import type { Db, Trx } from './schema.ts'
import { entryOf, SOURCE_KIND, STATEMENT_KINDS, statementsOf } from './statement-kinds.ts'

export type Saved = 'added' | 'changed' | 'unchanged'

const OWN_FIELDS = ['origin', 'name', 'kind', 'website', 'country'] as const
type OwnFields = Pick<ProviderRecord, (typeof OWN_FIELDS)[number]>

/**
 * Stores a record as the truth from now on. The same content changes nothing and bumps no version;
 * otherwise statements that are gone are retracted, new ones are added, and the catalog's version
 * takes one step. Throws `RangeError` for a source that the record does not hold.
 */
export async function saveRecord(trx: Trx, record: ProviderRecord, act: Act): Promise<Saved> {
  await lockCatalog(trx)
  const hash = contentHash(record)
  const stored = await findProvider(trx, record.id)
  if (stored?.content_hash === hash) return 'unchanged'
  await writeProvider(trx, record, hash, stored, act)
  const owner = { id: record.id, isNew: stored === undefined }
  const sourceIds = new Map<string, string>()
  for (const kind of STATEMENT_KINDS) {
    const statements = statementsOf(kind, record, sourceIds)
    const ids = await saveStatements(trx, owner, kind, statements, act)
    if (kind !== SOURCE_KIND) continue
    record.sources.forEach((source, at) => {
      sourceIds.set(source.id, ids[at] ?? '')
    })
  }
  const action = stored ? 'changed' : 'added'
  const superseded = stored ? supersededBy(record, stored) : null
  await insertChange(trx, { provider_id: record.id, action, superseded, ...act })
  return action
}

type StoredProvider = OwnFields & { id: string; record_version: number; content_hash: string }

async function findProvider(db: Db, id: string): Promise<StoredProvider | undefined> {
  return await db
    .selectFrom('provider')
    .select(['id', ...OWN_FIELDS, 'record_version', 'content_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
}

function ownFieldsOf({ origin, name, kind, website, country }: OwnFields): OwnFields {
  return { origin, name, kind, website, country }
}

/** JSON of the own fields that the record replaces, or null when it replaces none. */
function supersededBy(record: ProviderRecord, stored: OwnFields): string | null {
  const replaced = OWN_FIELDS.filter((field) => record[field] !== stored[field])
  if (replaced.length === 0) return null
  return JSON.stringify(Object.fromEntries(replaced.map((field) => [field, stored[field]])))
}

async function writeProvider(
  trx: Trx,
  record: ProviderRecord,
  content_hash: string,
  stored: StoredProvider | undefined,
  { at }: Act,
): Promise<void> {
  const own = { ...ownFieldsOf(record), content_hash, updated_at: at }
  if (stored === undefined) {
    await trx
      .insertInto('provider')
      .values({ id: record.id, ...own, record_version: 1, added_at: at })
      .execute()
    return
  }
  await trx
    .updateTable('provider')
    .set({ ...own, record_version: stored.record_version + 1 })
    .where('id', '=', record.id)
    .execute()
}

/** The record with this id, or null. */
export async function findRecord(db: Db, id: string): Promise<ProviderRecord | null> {
  return (await listRecordsByIds(db, [id]))[0] ?? null
}

/** Every record, ordered by id. One query per table, all of the same moment. */
export async function listRecords(db: Db): Promise<ProviderRecord[]> {
  return await atOneMoment(db, (snapshot) => readRecords(snapshot, null))
}

// SQLite takes 32,766 parameters in a statement, older builds 999.
const IDS_PER_QUERY = 500

/** The records with these ids in the order asked for; unknown ids are left out. */
export async function listRecordsByIds(db: Db, ids: readonly string[]): Promise<ProviderRecord[]> {
  const byId = await atOneMoment(db, async (snapshot) => {
    const found = new Map<string, ProviderRecord>()
    for (let from = 0; from < ids.length; from += IDS_PER_QUERY) {
      const records = await readRecords(snapshot, ids.slice(from, from + IDS_PER_QUERY))
      for (const record of records) found.set(record.id, record)
    }
    return found
  })
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Reads in one transaction, so that a writer in between cannot be half seen. */
async function atOneMoment<Result>(db: Db, read: (snapshot: Db) => Promise<Result>) {
  return db.isTransaction ? await read(db) : await db.transaction().execute(read)
}

async function readRecords(db: Db, ids: readonly string[] | null): Promise<ProviderRecord[]> {
  const providers = await db
    .selectFrom('provider')
    .select(['id', ...OWN_FIELDS])
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  const kinds: KindRows[] = []
  for (const kind of STATEMENT_KINDS) kinds.push(await readKind(db, kind, ids))
  return providers.map((provider) => assemble(provider, kinds))
}

/** The record of one provider from its rows; the kinds' fields together are all of its lists. */
function assemble(provider: OwnFields & { id: string }, kinds: readonly KindRows[]) {
  const labels = new Map<string, string>()
  const lists: Record<string, unknown> = {}
  for (const { kind, byProvider, wordsById } of kinds) {
    const rows = byProvider.get(provider.id) ?? []
    if (kind === SOURCE_KIND) for (const row of rows) labels.set(row.id, row.label as string)
    const entries = rows.map((row) => entryOf(kind, row, wordsById.get(row.id) ?? [], labels))
    if (kind.field === 'status') lists.status = entries[0]
    else if (kind.field === 'aliases') lists.aliases = entries.map((entry) => entry.name)
    else lists[kind.field] = entries
  }
  return { ...provider, ...lists } as unknown as ProviderRecord
}
