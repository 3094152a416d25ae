/** Where providers are, state by state, and where on the map their sites stand. */

import type { Point, ProviderRecord } from './provider.ts'
import { STATE_NAMES } from './state-names.ts'
import type { UsState } from './vocabulary.ts'
import { US_STATES } from './vocabulary.ts'

export type StateCount = {
  state: UsState
  name: string
  /** Providers with a site there, those without one that say they reach it from afar, and both. */
  with_site: number
  from_afar: number
  either: number
}

// A site outside the US carries the name of its region, which is never a state's code.
const isUsState = (state: string) => (US_STATES as readonly string[]).includes(state)

const inState = (record: ProviderRecord, state: UsState) =>
  record.locations.some((site) => site.state === state)

const reaches = (record: ProviderRecord, state: UsState) =>
  record.serves.some(({ states }) => states?.includes(state))

/** Every state with its counts, and how many records are placed in none. */
export function statesOf(records: readonly ProviderRecord[]): {
  states: StateCount[]
  nowhere: number
} {
  const states = US_STATES.map((state): StateCount => {
    const sited = records.filter((record) => inState(record, state))
    const afar = records.filter((record) => !inState(record, state) && reaches(record, state))
    return {
      state,
      name: STATE_NAMES[state],
      with_site: sited.length,
      from_afar: afar.length,
      either: sited.length + afar.length,
    }
  })
  const nowhere = records.filter(
    (record) => !US_STATES.some((state) => inState(record, state) || reaches(record, state)),
  ).length
  return { states: states.sort((a, b) => (a.name < b.name ? -1 : 1)), nowhere }
}

/** Sites that stand on one spot of the map. `exact` false: some are placed in mid-city. */
export type SiteSpot = Pick<Point, 'latitude' | 'longitude'> & { sites: number; exact: boolean }

/** The sites of some records, those of one spot together; a site without a point is left out. */
export function siteSpots(records: readonly ProviderRecord[]): SiteSpot[] {
  const spots = new Map<string, SiteSpot>()
  for (const { locations } of records) {
    for (const { point, state } of locations) {
      if (point === null || !isUsState(state)) continue
      const { latitude, longitude, placed_by } = point
      const spot = spots.get(`${latitude},${longitude}`)
      const exact = placed_by === 'zip' && (spot?.exact ?? true)
      spots.set(`${latitude},${longitude}`, {
        latitude,
        longitude,
        sites: (spot?.sites ?? 0) + 1,
        exact,
      })
    }
  }
  return [...spots.values()]
}
