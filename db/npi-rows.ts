/**
 * Records of the NPI registry from the files in use. Several files may hold one number: of its
 * records the newest counts, whole with the other names and secondary places of files beside it.
 */

import type { Npi } from '#core/npi.ts'
import { replaces } from '#core/registry-newest.ts'
import type { NpiRecord, RegistryAddress, RegistryOtherName } from '#core/registry-rows.ts'
import type { RegistryImport } from './registry-imports.ts'
import { listCurrentImports } from './registry-imports.ts'
import type { StoredRow } from './registry-rows.ts'
import { pagesOf } from './registry-rows.ts'
import type { Db } from './schema.ts'

// SQLite takes 32,766 parameters in a statement, older builds 999.
const BATCH = 900

function batches(npis: readonly string[]): string[][] {
  const count = Math.ceil(npis.length / BATCH)
  return Array.from({ length: count }, (_, at) => npis.slice(at * BATCH, (at + 1) * BATCH))
}

type Part<Value> = { npi: string; import_id: number; value: Value }

/** The parts of each number that stand in the youngest file that has any. */
function youngest<Value>(
  parts: readonly Part<Value>[],
  imports: readonly RegistryImport[],
): Map<string, Value[]> {
  const days = new Map(imports.map(({ id, covers_to }) => [id, covers_to ?? '']))
  const dayOf = (part: Part<Value>) => days.get(part.import_id) ?? ''
  const newest = new Map<string, string>()
  for (const part of parts) {
    if (dayOf(part) >= (newest.get(part.npi) ?? '')) newest.set(part.npi, dayOf(part))
  }
  const kept = parts.filter((part) => dayOf(part) === newest.get(part.npi))
  return new Map(
    [...Map.groupBy(kept, ({ npi }) => npi)].map(([npi, mine]) => [
      npi,
      mine.map(({ value }) => value),
    ]),
  )
}

/** Other names of organizations; of these numbers, or of all. */
export async function otherNamesOf(
  db: Db,
  npis: readonly string[] | null,
): Promise<Map<string, RegistryOtherName[]>> {
  const imports = await listCurrentImports(db, 'nppes-other-names')
  const ids = imports.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const query = db
    .selectFrom('npi_name_row')
    .select(['npi', 'import_id', 'name', 'type_code'])
    .where('import_id', 'in', ids)
    .orderBy('import_id')
    .orderBy('line')
  const rows = []
  if (npis === null) rows.push(...(await query.execute()))
  else {
    for (const batch of batches(npis)) {
      rows.push(...(await query.where('npi', 'in', batch).execute()))
    }
  }
  const parts = rows.map(({ npi, import_id, name, type_code }) => ({
    npi,
    import_id,
    value: {
      kind: 'organization' as const,
      organization_name: name,
      last_name: null,
      first_name: null,
      middle_name: null,
      type_code,
    },
  }))
  return youngest(parts, imports)
}

/** Secondary places of these numbers. */
export async function placesOf(
  db: Db,
  npis: readonly string[],
): Promise<Map<string, RegistryAddress[]>> {
  const imports = await listCurrentImports(db, 'nppes-places')
  const ids = imports.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const parts: Part<RegistryAddress>[] = []
  for (const batch of batches(npis)) {
    const rows = await db
      .selectFrom('npi_place_row')
      .select(['npi', 'import_id', 'content'])
      .where('import_id', 'in', ids)
      .where('npi', 'in', batch)
      .orderBy('import_id')
      .orderBy('line')
      .execute()
    parts.push(
      ...rows.map(({ npi, import_id, content }) => ({
        npi,
        import_id,
        value: JSON.parse(content) as RegistryAddress,
      })),
    )
  }
  return youngest(parts, imports)
}

/** The records with what other files say of their names and places. */
async function whole(
  db: Db,
  rows: readonly StoredRow<NpiRecord>[],
): Promise<StoredRow<NpiRecord>[]> {
  const npis = rows.map(({ row }) => row.npi)
  const [names, places] = [await otherNamesOf(db, npis), await placesOf(db, npis)]
  return rows.map((stored) => ({
    ...stored,
    row: {
      ...stored.row,
      other_names: [...stored.row.other_names, ...(names.get(stored.row.npi) ?? [])],
      other_places: places.get(stored.row.npi) ?? [],
    },
  }))
}

const placeKey = (importId: number, line: number) => `${importId} ${line}`

/** Where the records stand that a newer one of their number replaces. */
async function replacedRows(db: Db): Promise<Set<string>> {
  const imports = new Map((await listCurrentImports(db, 'nppes')).map((one) => [one.id, one]))
  const replaced = new Set<string>()
  if (imports.size < 2) return replaced
  // Over all imports, so that the index of numbers answers it: the contents of rows are large.
  const repeated = await db
    .selectFrom('npi_row')
    .select(['npi', 'import_id', 'line', 'updated_on'])
    .where('npi', 'in', (from) =>
      from
        .selectFrom('npi_row')
        .select('npi')
        .groupBy('npi')
        .having((having) => having.fn.countAll(), '>', 1),
    )
    .orderBy('import_id')
    .orderBy('line')
    .execute()
  const rows = repeated.filter(({ import_id }) => imports.has(import_id))
  const dated = (row: (typeof rows)[number]) => ({
    updated_on: row.updated_on,
    covered_to: imports.get(row.import_id)?.covers_to ?? null,
  })
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const best = newest.get(row.npi)
    const loses = best !== undefined && !replaces(dated(row), dated(best))
    const loser = loses ? row : best
    if (loser) replaced.add(placeKey(loser.import_id, loser.line))
    if (!loses) newest.set(row.npi, row)
  }
  return replaced
}

/** Pages of the NPI records in use, the newest of each number. */
export async function* npiPages(db: Db): AsyncGenerator<StoredRow<NpiRecord>[]> {
  const replaced = await replacedRows(db)
  for await (const page of pagesOf<NpiRecord>(db, 'npi_row', 'nppes')) {
    yield await whole(
      db,
      page.filter(({ from, line }) => !replaced.has(placeKey(from.id, line))),
    )
  }
}

/** The newest record of a number in the files in use, or null. */
export async function findNpiRecord(db: Db, npi: Npi): Promise<StoredRow<NpiRecord> | null> {
  const imports = new Map((await listCurrentImports(db, 'nppes')).map((one) => [one.id, one]))
  const rows = await db
    .selectFrom('npi_row')
    .select(['import_id', 'line', 'content'])
    .where('npi', '=', npi)
    .orderBy('import_id')
    .orderBy('line')
    .execute()
  let newest: StoredRow<NpiRecord> | null = null
  for (const { import_id, line, content } of rows) {
    const from = imports.get(import_id)
    if (from === undefined) continue
    const stored = { row: JSON.parse(content) as NpiRecord, line, from }
    const dated = (of: StoredRow<NpiRecord>) => ({ ...of.row, covered_to: of.from.covers_to })
    if (newest === null || replaces(dated(stored), dated(newest))) newest = stored
  }
  const [found] = newest === null ? [] : await whole(db, [newest])
  return found ?? null
}

/** The numbers whose records, or whose other names, the files in use hold. */
export async function listLoadedNpis(db: Db): Promise<Set<string>> {
  const loaded = new Set<string>()
  for (const [table, list] of [
    ['npi_row', 'nppes'],
    ['npi_name_row', 'nppes-other-names'],
  ] as const) {
    for (const { id } of await listCurrentImports(db, list)) {
      const rows = await db.selectFrom(table).select('npi').where('import_id', '=', id).execute()
      for (const { npi } of rows) loaded.add(npi)
    }
  }
  return loaded
}
