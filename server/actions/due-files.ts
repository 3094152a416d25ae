/** Which registry files are missing or have grown old, those first on which most depends. */

import type { IsoDate } from '#core/calendar.ts'
import { daysBetween } from '#core/calendar.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { licenseFormat } from '../registries/licenses/license-files.ts'
import type { RegistryList } from './registry-lists.ts'
import { REGISTRY_LISTS } from './registry-lists.ts'
import { licenseStates } from './subjects.ts'

export type DueFile = {
  list: string
  title: string
  /** Whether a file of it was ever loaded: without one, nothing can be said by it. */
  loaded: boolean
  covers_to: IsoDate | null
  days_old: number | null
  /** Where a person finds it. */
  url: string
  /** `program`: `recheck --fetch` gets it by itself. */
  by: 'program' | 'person'
}

/** Files come monthly; one this old has a younger one. */
const FILE_DAYS = 40

/** Bans first, then who somebody is, then the boards, then what helps to match. */
const GRAVEST: readonly string[] = ['leie', 'nppes', 'nppes-deactivations']

/** How many open real US providers have a license looked for in each state. */
function providersByState(records: readonly ProviderRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of records) {
    if (record.origin !== 'real' || record.country !== 'US' || isClosed(record)) continue
    for (const state of licenseStates(record, [])) counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

/** How much depends on a list, the least number being the gravest; null: nothing does. */
function rankOf({ name, least_rows }: RegistryList, byState: Map<string, number>): number | null {
  const gravest = GRAVEST.indexOf(name)
  if (gravest >= 0) return gravest - 1e9
  const board = licenseFormat(name.replace('license:', ''))
  if (board !== null) {
    const providers = byState.get(board.state) ?? 0
    return providers === 0 ? null : -providers
  }
  // The changes of a month add to a whole list; without them, that one still stands.
  return least_rows === 0 ? null : 0
}

function dueFile(
  list: RegistryList,
  imports: readonly RegistryImport[],
  today: IsoDate,
): DueFile | null {
  const newest = imports.reduce<IsoDate | null>((day, { covers_to }) => {
    return covers_to !== null && (day === null || covers_to > day) ? covers_to : day
  }, null)
  const days_old = newest === null ? null : daysBetween(newest, today)
  if (days_old !== null && days_old <= FILE_DAYS) return null
  return {
    list: list.name,
    title: list.title,
    loaded: imports.length > 0,
    covers_to: newest,
    days_old,
    url: list.url,
    by: list.download === null ? 'person' : 'program',
  }
}

/**
 * Files that were never loaded, then those that have grown old or whose age nobody knows; in each
 * group the gravest first. Boards count by the providers whose licenses are looked for there.
 */
export function dueFiles(
  current: readonly RegistryImport[],
  records: readonly ProviderRecord[],
  today: IsoDate,
): DueFile[] {
  const byState = providersByState(records)
  const ranked = REGISTRY_LISTS.flatMap((list) => {
    const mine = current.filter((one) => one.list === list.name)
    const rank = rankOf(list, byState)
    const file = dueFile(list, mine, today)
    return file === null || (rank === null && !file.loaded) ? [] : [{ file, rank: rank ?? 1 }]
  })
  const sorted = ranked.sort(
    (one, other) => Number(one.file.loaded) - Number(other.file.loaded) || one.rank - other.rank,
  )
  return sorted.map(({ file }) => file)
}
