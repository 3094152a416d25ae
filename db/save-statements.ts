/** Storing one kind of statement: what stays is left alone, what is gone is retracted. */

import type { Act } from './changes.ts'
import { contentHash } from './content-hash.ts'
import type { Trx } from './schema.ts'
import type {
  Row,
  Statement,
  StatementKind,
  StatementTable,
  StatementTables,
  WordList,
} from './statement-kinds.ts'

const BATCH = 500

/** The content's own name; the same content stated again later gets a number after it. */
function idOf(providerId: string, { table }: StatementKind, { content, words }: Statement): string {
  return `${providerId}:${contentHash([table, content, words]).slice(0, 16)}`
}

type Stored = { id: string; isLive: boolean; placing: Row }

async function listStored(
  trx: StatementTables,
  providerId: string,
  kind: StatementKind,
): Promise<Stored[]> {
  const rows = await trx
    .selectFrom(kind.table)
    .select(['id', 'retracted_at', 'position', ...kind.placing])
    .where('provider_id', '=', providerId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, retracted_at, ...placing }) => ({
    id: id as string,
    isLive: retracted_at === null,
    placing: placing as Row,
  }))
}

const nameOf = (id: string) => id.split('~')[0] ?? id

/** What to do so that the stored statements become the given ones; `ids` are in their order. */
type Plan = {
  ids: string[]
  added: { id: string; statement: Statement }[]
  moved: { id: string; placing: Row }[]
  goneIds: string[]
}

function planOf(named: { name: string; statement: Statement }[], stored: Stored[]): Plan {
  const live = Map.groupBy(
    stored.filter((row) => row.isLive),
    (row) => nameOf(row.id),
  )
  const used = new Map<string, number>()
  for (const { id } of stored) used.set(nameOf(id), (used.get(nameOf(id)) ?? 0) + 1)
  const plan: Plan = { ids: [], added: [], moved: [], goneIds: [] }
  for (const { name, statement } of named) {
    const kept = live.get(name)?.shift()
    const number = (used.get(name) ?? 0) + 1
    const id = kept?.id ?? (number === 1 ? name : `${name}~${number}`)
    plan.ids.push(id)
    if (kept === undefined) {
      used.set(name, number)
      plan.added.push({ id, statement })
    } else if (contentHash(kept.placing) !== contentHash(statement.placing)) {
      plan.moved.push({ id, placing: statement.placing })
    }
  }
  plan.goneIds = [...live.values()].flat().map((row) => row.id)
  return plan
}

/**
 * Makes a provider's live statements of one kind equal to the given ones, and returns their ids in
 * order. A new provider is known to have none stored. Nothing is deleted: what is no longer stated is retracted with the act's reason.
 */
export async function saveStatements(
  trx: Trx,
  { id: providerId, isNew }: { id: string; isNew: boolean },
  kind: StatementKind,
  statements: Statement[],
  act: Act,
): Promise<string[]> {
  const tables = trx as unknown as StatementTables
  const named = statements.map((statement) => ({
    name: idOf(providerId, kind, statement),
    statement,
  }))
  const stored = isNew ? [] : await listStored(tables, providerId, kind)
  const plan = planOf(named, stored)
  await retract(tables, kind, plan.goneIds, act)
  for (const { id, placing } of plan.moved) {
    await tables.updateTable(kind.table).set(placing).where('id', '=', id).execute()
  }
  await insertStatements(tables, providerId, kind, plan.added, act)
  return plan.ids
}

async function retract(
  tables: StatementTables,
  kind: StatementKind,
  ids: string[],
  { at, reason }: Act,
): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    await tables
      .updateTable(kind.table)
      .set({ retracted_at: at, retracted_because: reason })
      .where('id', 'in', ids.slice(from, from + BATCH))
      .execute()
  }
}

async function insertStatements(
  tables: StatementTables,
  providerId: string,
  kind: StatementKind,
  added: Plan['added'],
  { at }: Act,
): Promise<void> {
  const rows = added.map(({ id, statement }) => ({
    id,
    provider_id: providerId,
    added_at: at,
    retracted_at: null,
    retracted_because: null,
    ...statement.content,
    ...statement.placing,
  }))
  await insertRows(tables, kind.table, rows)
  const { words } = kind
  if (words === null) return
  const wordRows = added.flatMap(({ id, statement }) =>
    statement.words.map((word, place) => ({ [words.parent]: id, place, [words.column]: word })),
  )
  await insertRows(tables, words.table, wordRows)
}

async function insertRows(
  tables: StatementTables,
  table: StatementTable | WordList['table'],
  rows: Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await tables
      .insertInto(table)
      .values(rows.slice(from, from + BATCH))
      .execute()
  }
}
