/** Examples for the design system page: the invented sample records, which show every state. */

import { fileURLToPath } from 'node:url'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { compare } from '#core/compare.ts'
import { listItem } from '#core/listing.ts'
import type { StyleData } from '#core/page-data.ts'
import { providerProfile } from '#core/profile.ts'
import { isClosed } from '#core/provider.ts'
import { readRecordFiles } from '#seeds/record-files.ts'
import type { Snapshot } from '../snapshot.ts'

const SAMPLE_FOLDER = fileURLToPath(new URL('../../seeds/sample', import.meta.url))

/** Rows of each group of the example of a comparison. */
const ROWS_SHOWN = 3

/** Every sample provider as a profile and as a row of a list, as of the snapshot's day. */
export function loadStylePage({ prepared, day }: Pick<Snapshot, 'prepared' | 'day'>): StyleData {
  const context = { prepared, today: day, state: null, plan: DEFAULT_CARE_PLAN }
  const records = readRecordFiles(SAMPLE_FOLDER)
  const profiles = records.map((record) => providerProfile(record, context))
  const items = profiles.map(({ record, cases }) =>
    listItem(record, cases[0]?.summary.id ?? null, null, context),
  )
  const open = records.filter((record) => !isClosed(record)).slice(0, 2)
  const whole = compare(open, { ...context, case: null })
  const groups = whole.groups
    .slice(0, 2)
    .map((group) => ({ ...group, rows: group.rows.slice(0, ROWS_SHOWN) }))
  return { page: 'style', context, profiles, items, comparison: { ...whole, groups } }
}
