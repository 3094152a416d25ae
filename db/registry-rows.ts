/** Rows of registry files in and out. What is read are rows of imports in use only. */

import type { Insertable } from 'kysely'
import type { DisciplineItem, ExclusionRow, LicenseRow } from '#core/registry-rows.ts'
import { listConfirmed, NPI_SOURCE } from './check-reviews.ts'
import type { RegistryImport } from './registry-imports.ts'
import { listCurrentImports } from './registry-imports.ts'
import type { Database, Db } from './schema.ts'

export type RowTable =
  | 'npi_row'
  | 'npi_name_row'
  | 'npi_place_row'
  | 'deactivation_row'
  | 'exclusion_row'
  | 'license_row'
  | 'discipline_row'

// SQLite takes 32,766 parameters in a statement, older builds 999.
const BATCH = 140

/** Inserts rows of one table. */
export async function insertRegistryRows<Table extends RowTable>(
  db: Db,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    await db
      .insertInto(table as RowTable)
      .values(batch as never)
      .execute()
  }
}

/** A row as it was stored, with the import it came by and the line it stood on. */
export type StoredRow<Row> = { row: Row; line: number; from: RegistryImport }

const PAGE = 2000

/** The contents of a table's rows, import by import, page by page: memory stays flat. */
export async function* pagesOf<Row>(
  db: Db,
  table: 'npi_row' | 'exclusion_row' | 'license_row',
  list: string,
): AsyncGenerator<StoredRow<Row>[]> {
  for (const from of await listCurrentImports(db, list)) {
    for (let last = 0; ; ) {
      const rows = await db
        .selectFrom(table)
        .select(['line', 'content'])
        .where('import_id', '=', from.id)
        .where('line', '>', last)
        .orderBy('line')
        .limit(PAGE)
        .execute()
      if (rows.length === 0) break
      yield rows.map(({ line, content }) => ({ row: JSON.parse(content) as Row, line, from }))
      last = rows.at(-1)?.line ?? last
    }
  }
}

/** Pages of the exclusions of one list in use. */
export function exclusionPages(db: Db, list: string): AsyncIterable<StoredRow<ExclusionRow>[]> {
  return pagesOf(db, 'exclusion_row', list)
}

/** Pages of the licenses of one list in use, without their discipline. */
export function licensePages(db: Db, list: string): AsyncIterable<StoredRow<LicenseRow>[]> {
  return pagesOf(db, 'license_row', list)
}

/** The discipline of one license row, in the order of the file. */
export async function listDiscipline(
  db: Db,
  importId: number,
  line: number,
): Promise<DisciplineItem[]> {
  const rows = await db
    .selectFrom('discipline_row')
    .select(['kind', 'words', 'note', 'on_day', 'case_number'])
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .orderBy('place')
    .execute()
  return rows.map(({ on_day, note, ...item }) => ({
    ...item,
    ...(note === null ? {} : { note }),
    on: on_day,
  }))
}

export type StoredDeactivation = { npi: string; deactivated_on: string; from: RegistryImport }

/** Which of the NPIs are on the list of deactivated ones that is in use. */
export async function findDeactivations(
  db: Db,
  npis: readonly string[],
): Promise<StoredDeactivation[]> {
  const imports = await listCurrentImports(db, 'nppes-deactivations')
  const found: StoredDeactivation[] = []
  for (const from of imports) {
    for (let at = 0; at < npis.length; at += 500) {
      const rows = await db
        .selectFrom('deactivation_row')
        .select(['npi', 'deactivated_on'])
        .where('import_id', '=', from.id)
        .where('npi', 'in', npis.slice(at, at + 500))
        .execute()
      found.push(...rows.map((row) => ({ ...row, from })))
    }
  }
  return found
}

/** Whether a number on that list is deactivated now: its record tells of no return since. */
export function isGone(
  record: { reactivated_on: string | null } | null | undefined,
  { deactivated_on }: Pick<StoredDeactivation, 'deactivated_on'>,
): boolean {
  const back = record?.reactivated_on ?? null
  return back === null || back < deactivated_on
}

/** The NPIs that the records of the directory name now, and those that people attached to them. */
export async function listKnownNpis(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('clinician')
    .select('npi')
    .distinct()
    .where('npi', 'is not', null)
    .where('retracted_at', 'is', null)
    .execute()
  const attached = await listConfirmed(db, NPI_SOURCE)
  const stated = rows.flatMap(({ npi }) => npi ?? [])
  return [...new Set([...stated, ...attached.map(({ row_key }) => row_key)])]
}
