/** One version of the directory on one day: rubric, catalog and the figures counted from records. */

import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { IsoDate } from '#core/calendar.ts'
import type { Catalog, EntriesById } from '#core/catalog.ts'
import { buildCatalog, refreshCatalog } from '#core/catalog.ts'
import { catalogEntry } from '#core/catalog-entry.ts'
import type { CriterionLabel } from '#core/page-data.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Origin } from '#core/vocabulary.ts'
import type { Change } from '#db/changes.ts'
import { getCatalogVersion, listChangesSince } from '#db/changes.ts'
import { listRecords, listRecordsByIds } from '#db/providers.ts'
import { getLatestRubric } from '#db/rubrics.ts'
import type { Db } from '#db/schema.ts'
import type { ListedItem } from './loaders/list-items.ts'
import type { RecordFigures } from './record-figures.ts'
import { recordFigures } from './record-figures.ts'

/** Finished list rows that a snapshot keeps; about 10 kB each. */
const KEPT_ITEMS = 500

export type Snapshot = {
  version: number
  day: IsoDate
  /** Names this state of the data and the code: the heart of every entity tag. */
  tag: string
  origin: Origin
  prepared: PreparedRubric
  criteria: string[]
  /** The criteria as filters name them. */
  labels: CriterionLabel[]
  catalog: Catalog
  entries: EntriesById
  figures: ReadonlyMap<string, RecordFigures>
  items: LRUCache<string, ListedItem>
}

/** Everything read and judged anew. Throws `NoRubric` when none is stored. */
export async function readSnapshot(db: Db, day: IsoDate, build: string): Promise<Snapshot> {
  // The version is read first: a change that comes in between is then read twice, never missed.
  const version = await getCatalogVersion(db)
  const prepared = prepareRubric(await getLatestRubric(db))
  const records = await listRecords(db)
  const criteria = prepared.rubric.criteria.map(({ id }) => id)
  const entries = new Map(records.map((record) => [record.id, catalogEntry(record, prepared, day)]))
  return {
    version,
    day,
    tag: await tagOf(db, version, day, build),
    origin: originOf(records),
    prepared,
    criteria,
    labels: labelsOf(prepared),
    catalog: buildCatalog(entries.values(), criteria),
    entries,
    figures: figuresOf(records, prepared, day),
    items: new LRUCache({ max: KEPT_ITEMS }),
  }
}

/** The snapshot after some changes of the same day: only what changed is read and judged again. */
export async function renewSnapshot(
  db: Db,
  previous: Snapshot,
  changes: readonly Change[],
  build: string,
): Promise<Snapshot> {
  const { prepared, criteria, day } = previous
  const newest = changes.at(-1)
  const rubricChanged = changes.some(({ action }) => action === 'rubric_added')
  if (newest === undefined || rubricChanged) return await readSnapshot(db, day, build)
  const ids = [...new Set(changes.flatMap(({ provider_id }) => provider_id ?? []))]
  const records = await listRecordsByIds(db, ids)
  const changed = records.map((record) => catalogEntry(record, prepared, day))
  const removed = ids.filter((id) => !records.some((record) => record.id === id))
  const figures = new Map([...previous.figures, ...figuresOf(records, prepared, day)])
  for (const id of removed) figures.delete(id)
  return {
    ...previous,
    ...refreshCatalog(previous.entries, changed, removed, criteria),
    version: newest.version,
    tag: tagOfChange(newest, day, build),
    figures,
    items: new LRUCache({ max: KEPT_ITEMS }),
  }
}

async function tagOf(db: Db, version: number, day: IsoDate, build: string): Promise<string> {
  const [newest] = await listChangesSince(db, version - 1)
  return tagOfChange(newest ?? { version, at: '' }, day, build)
}

/**
 * Version and day in plain sight, then a short hash of the moment of the newest change (so that two
 * databases that count alike differ) and of the code.
 */
function tagOfChange({ version, at }: Pick<Change, 'version' | 'at'>, day: IsoDate, build: string) {
  const hash = createHash('sha256').update(`${at} ${build}`).digest('base64url').slice(0, 8)
  return `${version}.${day}.${hash}`
}

/** A directory is of invented providers or of real ones; the database never mixes them. */
function originOf(records: readonly ProviderRecord[]): Origin {
  return records.some(({ origin }) => origin === 'sample') ? 'sample' : 'real'
}

function figuresOf(records: readonly ProviderRecord[], prepared: PreparedRubric, day: IsoDate) {
  return new Map(records.map((record) => [record.id, recordFigures(record, prepared, day)]))
}

function labelsOf({ rubric }: PreparedRubric): CriterionLabel[] {
  return rubric.criteria.map(({ id, short_label, pillar, gate }) => ({
    id,
    short_label,
    box: rubric.headline_boxes.find(({ pillars }) => pillars.includes(pillar))?.id ?? '',
    is_gate: gate !== undefined,
  }))
}
