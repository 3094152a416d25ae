/** Who last held a number: the registry blanks a record once its number is deactivated. */

import { replaces } from '#core/registry-newest.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { listNpiAnswers } from './npi-answers.ts'
import { listCurrentImports } from './registry-imports.ts'
import type { Db } from './schema.ts'

// SQLite takes 32,766 parameters in a statement, older builds 999.
const BATCH = 900

type Dated = { record: NpiRecord; covered_to: NpiRecord['updated_on'] }

async function filedRecords(db: Db, npis: readonly string[]): Promise<Dated[]> {
  const imports = new Map((await listCurrentImports(db, 'nppes')).map((one) => [one.id, one]))
  const found: Dated[] = []
  for (let at = 0; at < npis.length; at += BATCH) {
    const rows = await db
      .selectFrom('npi_row')
      .select(['import_id', 'content'])
      .where('npi', 'in', npis.slice(at, at + BATCH))
      .where('kind', 'is not', null)
      .execute()
    for (const { import_id, content } of rows) {
      const from = imports.get(import_id)
      if (from) found.push({ record: JSON.parse(content), covered_to: from.covers_to })
    }
  }
  return found
}

/** The newest record of each number, in the files in use or of a kept answer, that names a holder. */
export async function lastHolders(
  db: Db,
  npis: readonly string[],
): Promise<ReadonlyMap<string, NpiRecord>> {
  if (npis.length === 0) return new Map()
  const answered = (await listNpiAnswers(db, npis)).flatMap(({ content, asked_on }) =>
    content === null ? [] : [{ record: JSON.parse(content) as NpiRecord, covered_to: asked_on }],
  )
  const newest = new Map<string, Dated>()
  const dated = ({ record, covered_to }: Dated) => ({ updated_on: record.updated_on, covered_to })
  for (const one of [...(await filedRecords(db, npis)), ...answered]) {
    const before = newest.get(one.record.npi)
    if (one.record.kind === null) continue
    if (before === undefined || replaces(dated(one), dated(before))) {
      newest.set(one.record.npi, one)
    }
  }
  return new Map([...newest].map(([npi, { record }]) => [npi, record]))
}

/** A blank record of a deactivated number with who held it last, else as it is. */
export function withHolder(record: NpiRecord, holder: NpiRecord | undefined): NpiRecord {
  if (record.kind !== null || holder === undefined) return record
  const { npi, status, deactivated_on, reactivated_on, replacement_npi, updated_on } = record
  const now = { npi, status, deactivated_on, reactivated_on, replacement_npi, updated_on }
  return { ...holder, ...now }
}
