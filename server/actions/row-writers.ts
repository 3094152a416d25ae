/** Opens each kind of registry file together with the way its rows are stored. */

import type { IsoDate } from '#core/calendar.ts'
import type { ExclusionRow, LicenseRow, NpiRecord } from '#core/registry-rows.ts'
import { lastHolders, withHolder } from '#db/npi-holders.ts'
import { insertRegistryRows } from '#db/registry-rows.ts'
import type { Trx } from '#db/schema.ts'
import type { NumberedRow, RegistryRows, RowBatch, RowStart } from '../registries/file-problem.ts'
import type { LeieFile } from '../registries/leie.ts'
import { openLeieFile } from '../registries/leie.ts'
import { openLicenseFile } from '../registries/licenses/license-files.ts'
import type { LicenseFormat } from '../registries/licenses/license-format.ts'
import type { DeactivationRow } from '../registries/nppes-deactivations.ts'
import { openDeactivations } from '../registries/nppes-deactivations.ts'
import type { KeepRule } from '../registries/nppes-keep.ts'
import { openNpiFile } from '../registries/nppes-main.ts'
import type { OtherNameRow } from '../registries/nppes-other-names.ts'
import { openOtherNames } from '../registries/nppes-other-names.ts'
import type { PlaceRow } from '../registries/nppes-places.ts'
import { openPlaces } from '../registries/nppes-places.ts'

/** Stores a batch under its import; answers the newest day that its rows state. */
export type RowWriter = (
  trx: Trx,
  importId: number,
  rows: readonly NumberedRow<unknown>[],
) => Promise<IsoDate | null>

/** What a list's file is opened with. `keep` null keeps every row; `from` null is the top. */
export type Opening = { path: string; keep: KeepRule | null; from: RowStart | null }

export type OpenedList = {
  name: string
  size: number
  batches: AsyncIterable<RowBatch<unknown>>
  write: RowWriter
}

type Opened<Row> = { source: { name: string; size: number }; batches: RegistryRows<Row> }

/** The one place where rows forget their type: each opener pairs its reader with its writer. */
function paired<Row>(
  { source, batches }: Opened<Row>,
  write: (trx: Trx, importId: number, rows: readonly NumberedRow<Row>[]) => Promise<unknown>,
  dayOf: (row: Row) => IsoDate | null,
): OpenedList {
  return {
    name: source.name,
    size: source.size,
    batches,
    write: async (trx, importId, given) => {
      const rows = given as readonly NumberedRow<Row>[]
      await write(trx, importId, rows)
      return newestOf(rows.map(({ row }) => dayOf(row)))
    },
  }
}

/** The latest of some days; null if there is none. */
export function newestOf(days: Iterable<IsoDate | null>): IsoDate | null {
  let newest: IsoDate | null = null
  for (const day of days) if (day !== null && (newest === null || day > newest)) newest = day
  return newest
}

export async function openExclusionRows(
  { path, from }: Opening,
  file: LeieFile,
): Promise<OpenedList> {
  return paired<ExclusionRow>(
    await openLeieFile(path, file, from),
    (trx, import_id, rows) =>
      insertRegistryRows(
        trx,
        'exclusion_row',
        rows.map(({ line, row }) => ({
          import_id,
          line,
          npi: row.npi,
          excluded_on: row.excluded_on,
          content: JSON.stringify(row),
        })),
      ),
    (row) => row.reinstated_on ?? row.excluded_on,
  )
}

/** A blank record is stored with who held its number until then; the file in use may know. */
async function writeNpiRows(
  trx: Trx,
  import_id: number,
  rows: readonly NumberedRow<NpiRecord>[],
): Promise<void> {
  const blank = rows.flatMap(({ row }) => (row.kind === null ? row.npi : []))
  const holders = await lastHolders(trx, blank)
  const whole = rows.map(({ line, row }) => ({ line, row: withHolder(row, holders.get(row.npi)) }))
  await insertRegistryRows(
    trx,
    'npi_row',
    whole.map(({ line, row }) => ({
      import_id,
      line,
      npi: row.npi,
      kind: row.kind,
      updated_on: row.updated_on,
      content: JSON.stringify(row),
    })),
  )
}

export async function openNpiRows({ path, keep, from }: Opening): Promise<OpenedList> {
  return paired<NpiRecord>(
    await openNpiFile(path, keep, from),
    writeNpiRows,
    (row) => row.updated_on,
  )
}

export async function openNameRows({ path, keep, from }: Opening): Promise<OpenedList> {
  return paired<OtherNameRow>(
    await openOtherNames(path, keep, from),
    (trx, import_id, rows) =>
      insertRegistryRows(
        trx,
        'npi_name_row',
        rows.map(({ line, row }) => ({ import_id, line, ...row })),
      ),
    () => null,
  )
}

export async function openPlaceRows({ path, keep, from }: Opening): Promise<OpenedList> {
  return paired<PlaceRow>(
    await openPlaces(path, keep?.npis ?? null, from),
    (trx, import_id, rows) =>
      insertRegistryRows(
        trx,
        'npi_place_row',
        rows.map(({ line, row }) => ({
          import_id,
          line,
          npi: row.npi,
          content: JSON.stringify(row.address),
        })),
      ),
    () => null,
  )
}

export async function openDeactivationRows({ path, from }: Opening): Promise<OpenedList> {
  return paired<DeactivationRow>(
    await openDeactivations(path, from),
    (trx, import_id, rows) =>
      insertRegistryRows(
        trx,
        'deactivation_row',
        rows.map(({ line, row }) => ({ import_id, line, ...row })),
      ),
    (row) => row.deactivated_on,
  )
}

async function writeLicenses(
  trx: Trx,
  import_id: number,
  rows: readonly NumberedRow<LicenseRow>[],
): Promise<void> {
  await insertRegistryRows(
    trx,
    'license_row',
    rows.map(({ line, row }) => ({
      import_id,
      line,
      row_key: row.row_key,
      status: row.status,
      content: JSON.stringify({ ...row, discipline: [] }),
    })),
  )
  await insertRegistryRows(
    trx,
    'discipline_row',
    rows.flatMap(({ line, row }) =>
      row.discipline.map(({ on, ...item }, place) => ({
        import_id,
        line,
        place,
        ...item,
        note: item.note ?? null,
        on_day: on,
      })),
    ),
  )
}

export async function openLicenseRows(
  { path, from }: Opening,
  format: LicenseFormat,
): Promise<OpenedList> {
  const issued = (row: LicenseRow) =>
    newestOf([row.issued_on, ...row.discipline.map(({ on }) => on)])
  return paired<LicenseRow>(await openLicenseFile(path, format, from), writeLicenses, issued)
}
