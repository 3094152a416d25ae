/** Reads the rows of a registry file into the database, batch by batch. */

import type { IsoDate } from '#core/calendar.ts'
import type { Checkpoint } from '#db/registry-checkpoints.ts'
import { saveCheckpoint } from '#db/registry-checkpoints.ts'
import type { ImportCounts, Mine } from '#db/registry-imports.ts'
import { noteProgress } from '#db/registry-imports.ts'
import { insertRefusals } from '#db/registry-refusals.ts'
import type { Db } from '#db/schema.ts'
import type { Refusal } from '../registries/file-problem.ts'
import type { OpenedList } from './row-writers.ts'
import { newestOf } from './row-writers.ts'

/** `skipped`: so many of the bytes had been read before the import broke off. */
export type ImportProgress = ImportCounts & { bytes: number; skipped: number; size: number }

/** So many refused rows are written down; the rest are only counted. */
export const REFUSALS_KEPT = 1000

const refusalRows = (refusals: readonly Refusal[]) =>
  refusals.map(({ line, column, reason }) => ({ line, column_name: column, reason }))

/** Reads on from where an import stands, noting with each batch how far it came. */
export async function readRows(
  db: Db,
  { id, reading, from }: { id: number; reading: string; from: Checkpoint | null },
  { batches, write, size }: OpenedList,
  {
    holder,
    now,
    onProgress,
  }: Pick<Mine, 'holder'> & { now: () => string; onProgress: (progress: ImportProgress) => void },
): Promise<{ counts: ImportCounts; newest_on: IsoDate | null }> {
  const counts: ImportCounts = {
    rows_read: from?.rows_read ?? 0,
    rows_kept: from?.rows_kept ?? 0,
    rows_refused: from?.rows_refused ?? 0,
  }
  const skipped = from?.byte_offset ?? 0
  let newest_on = from?.newest_on ?? null
  for await (const { rows, refusals, read, bytes, next } of batches) {
    counts.rows_read = read
    counts.rows_kept += rows.length
    counts.rows_refused += refusals.filter(({ kept }) => kept === undefined).length
    await db.transaction().execute(async (trx) => {
      // The first statement writes: a transaction that began by reading could not wait for a lock.
      await noteProgress(trx, { id, holder }, counts, now())
      await insertRefusals(trx, id, refusalRows(refusals), REFUSALS_KEPT)
      newest_on = newestOf([newest_on, await write(trx, id, rows)])
      if (next === null) return
      const place = { byte_offset: next.offset, line: next.line, newest_on }
      await saveCheckpoint(trx, { import_id: id, reading, ...place })
    })
    onProgress({ ...counts, bytes, skipped, size })
  }
  return { counts, newest_on }
}
