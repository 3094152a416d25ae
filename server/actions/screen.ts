/** Compares all people and companies of the loaded NPI rows with exclusions and deactivations. */

import { exclusionIdentity, npiIdentity } from '#core/registry-identity.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { holderName } from '#core/registry-rows.ts'
import { npiPages } from '#db/npi-rows.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import { exclusionPages, findDeactivations, isGone } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import { findCandidates } from './candidates.ts'
import { EXCLUSION_LISTS, exclusionKey, exclusionWords } from './exclusion-check.ts'

export type Screened = {
  npi: string
  name: string
  state: string | null
  level: string
  list: string
  row_key: string
  row_words: string
  agreed: string[]
  disagreed: string[]
  because: string
}

export type ScreenReport = {
  records: number
  exclusions: Screened[]
  deactivated: { npi: string; name: string; deactivated_on: string }[]
  /** The lists of bans, and that of deactivated numbers, of which no file is loaded. */
  not_loaded: string[]
}

/** The lists without which nothing is said: the others hold changes of a month alone. */
const SCREENED = ['leie', 'nppes-deactivations']

async function loadedRecords(db: Db): Promise<NpiRecord[]> {
  const records = new Map<string, NpiRecord>()
  for await (const page of npiPages(db)) for (const { row } of page) records.set(row.npi, row)
  return [...records.values()]
}

/** Lists every match and possible match; stores nothing. Memory holds the loaded NPI rows. */
export async function screenNpis(db: Db): Promise<ScreenReport> {
  const records = await loadedRecords(db)
  const subjects = records.map((record) => ({ record, identity: npiIdentity(record) }))
  const exclusions: Screened[] = []
  for (const list of Object.keys(EXCLUSION_LISTS)) {
    const found = await findCandidates(subjects, exclusionPages(db, list), exclusionIdentity)
    for (const [{ record }, candidates] of found) {
      for (const { row, match } of candidates) {
        exclusions.push({
          npi: record.npi,
          name: holderName(record),
          state: record.practice?.state ?? null,
          level: match.level,
          list,
          row_key: exclusionKey(row),
          row_words: exclusionWords(row),
          agreed: match.agreed,
          disagreed: match.disagreed,
          because: match.because,
        })
      }
    }
  }
  const gone = await findDeactivations(
    db,
    records.map(({ npi }) => npi),
  )
  const byNpi = new Map(records.map((record) => [record.npi as string, record]))
  const deactivated = gone.flatMap(({ npi, deactivated_on }) => {
    const record = byNpi.get(npi)
    if (record === undefined || !isGone(record, { deactivated_on })) return []
    return [{ npi, name: holderName(record), deactivated_on }]
  })
  const loaded = new Set((await listCurrentImports(db)).map((one) => one.list))
  const not_loaded = SCREENED.filter((list) => !loaded.has(list))
  return { records: records.length, exclusions, deactivated, not_loaded }
}
