/** Gathers the batches of a small registry file. */

import type { NumberedRow, Refusal, RegistryRows } from './file-problem.ts'

export type WholeFile<Row> = {
  rows: NumberedRow<Row>[]
  refusals: Refusal[]
  read: number
  bytes: number
}

/** All rows and refusals of a file at once; for files that fit in memory. */
export async function readAll<Row>(batches: RegistryRows<Row>): Promise<WholeFile<Row>> {
  const whole: WholeFile<Row> = { rows: [], refusals: [], read: 0, bytes: 0 }
  for await (const batch of batches) {
    for (const row of batch.rows) whole.rows.push(row)
    for (const refusal of batch.refusals) whole.refusals.push(refusal)
    whole.read = batch.read
    whole.bytes = batch.bytes
  }
  return whole
}
