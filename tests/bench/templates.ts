/** The real records as the benchmark starts from them. */

import { readFileSync } from 'node:fs'
import type { IsoDate } from '../../core/calendar.ts'
import { catalogEntry } from '../../core/catalog-entry.ts'
import type { CatalogEntry } from '../../core/catalog-input.ts'
import type { ProviderRecord } from '../../core/provider.ts'
import type { PreparedRubric, Rubric } from '../../core/rubric.ts'
import { prepareRubric } from '../../core/rubric.ts'
import { readRecordFiles } from '../../seeds/record-files.ts'

/** The day the records were written: the bench repeats on any other. */
export const BENCH_DAY = '2026-11-23' as IsoDate

export type Templates = {
  records: ProviderRecord[]
  prepared: PreparedRubric
  criteria: string[]
  entries: CatalogEntry[]
}

export function readTemplates(): Templates {
  const rubric = JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')) as Rubric
  const prepared = prepareRubric(rubric)
  const records = readRecordFiles('seeds/providers')
  const entries = records.map((record) => ({
    ...catalogEntry(record, prepared, BENCH_DAY),
    // Files do not place their sites; the generator only needs to know how many there are.
    points: record.locations.map(() => ({ latitude: 0, longitude: 0 })),
  }))
  return { records, prepared, criteria: rubric.criteria.map(({ id }) => id), entries }
}
