/** What the records page shows, counted and drawn anew for each state of the directory. */

import type { RecordsData } from '#core/page-data.ts'
import { isClosed } from '#core/provider.ts'
import { recordsFigures } from '#core/records.ts'
import { siteSpots } from '#core/records-states.ts'
import { listRecords } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import type { Snapshot } from '../snapshot.ts'
import { recordsCharts } from './records-charts.ts'
import { recordsMap } from './records-map.ts'

/** Figures, charts and map of all records, as of the snapshot's day. */
export async function loadRecordsPage(db: Db, { prepared, day }: Snapshot): Promise<RecordsData> {
  const records = await listRecords(db)
  const figures = recordsFigures(records, prepared, day)
  const spots = siteSpots(records.filter((record) => !isClosed(record)))
  return {
    page: 'records',
    figures,
    charts: await recordsCharts(figures),
    map: await recordsMap(figures, spots),
  }
}
