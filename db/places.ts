/** Where a ZIP code or a city is. Coordinates are degrees, to four places (about 11 meters). */

import type { Place } from '#core/geo.ts'
import type { Location, Point, ProviderRecord } from '#core/provider.ts'
import { countryOf } from '#core/provider.ts'
import type { Db } from './schema.ts'

export type ZipPlace = {
  zip: string
  city: string
  state: string
  latitude: number
  longitude: number
}

/** The middle of a city: the `middleOf` the points of its ZIP codes, of which there are `zips`. */
export type CityPlace = { state: string; latitude: number; longitude: number; zips: number }

const SHORT_FORMS: Record<string, string> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' }

/** A city's name without case, accents, punctuation and short forms: "St. Paul" is "saintpaul". */
export function foldCity(city: string): string {
  return city
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((part) => SHORT_FORMS[part] ?? part)
    .join('')
}

/** The place of a ZIP code (five digits, or ZIP+4), or null if it is not in the table. */
export async function findZip(db: Db, zip: string): Promise<ZipPlace | null> {
  const digits = /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(zip)?.[1]
  if (digits === undefined) return null
  const place = await db
    .selectFrom('zip_code')
    .select(['zip', 'city', 'state', 'latitude', 'longitude'])
    .where('zip', '=', digits)
    .executeTakeFirst()
  return place ?? null
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = low] = sorted.slice(upper - 1 + (sorted.length % 2), upper + 1)
  return (low + high) / 2
}

/**
 * The median of the latitudes and the median of the longitudes, which one bad point among many
 * hardly moves; null if there is no point. Points on both sides of the 180th meridian have no
 * middle that means anything.
 */
export function middleOf(points: readonly Place[]): Place | null {
  if (points.length === 0) return null
  return {
    latitude: median(points.map((point) => point.latitude)),
    longitude: median(points.map((point) => point.longitude)),
  }
}

const toFourPlaces = (degrees: number) => Math.round(degrees * 1e4) / 1e4

/** The middle of a city in a state (its code), or null if no ZIP code has that city. */
export async function findCity(db: Db, city: string, state: string): Promise<CityPlace | null> {
  const points = await db
    .selectFrom('zip_code')
    .select(['latitude', 'longitude'])
    .where('state', '=', state.trim().toUpperCase())
    .where('city_key', '=', foldCity(city))
    .execute()
  const middle = middleOf(points)
  if (middle === null) return null
  return {
    state: state.trim().toUpperCase(),
    latitude: toFourPlaces(middle.latitude),
    longitude: toFourPlaces(middle.longitude),
    zips: points.length,
  }
}

/** The point of a US location: by its ZIP code, else by its city; null if neither is known. */
export async function findPoint(db: Db, location: Location): Promise<Point | null> {
  const byZip = location.zip === null ? null : await findZip(db, location.zip)
  // A ZIP code of another state is a slip of the pen; the city is then the better guide.
  if (byZip !== null && byZip.state === location.state) {
    return { latitude: byZip.latitude, longitude: byZip.longitude, placed_by: 'zip' }
  }
  const byCity = location.city === null ? null : await findCity(db, location.city, location.state)
  if (byCity === null) return null
  return { latitude: byCity.latitude, longitude: byCity.longitude, placed_by: 'city' }
}

/** The record with each location put on the map. Outside the US the ZIP table cannot tell. */
export async function withPoints(db: Db, record: ProviderRecord): Promise<ProviderRecord> {
  const locations: Location[] = []
  for (const location of record.locations) {
    const isHere = countryOf(location, record) === 'US'
    locations.push(isHere ? { ...location, point: await findPoint(db, location) } : location)
  }
  return { ...record, locations }
}
