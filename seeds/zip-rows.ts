/** The US ZIP codes of the npm package `zipcodes`, read without running it, bad points mended. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Place } from '#core/geo.ts'
import { distanceMiles } from '#core/geo.ts'
import { middleOf } from '#db/places.ts'

export type ZipRow = {
  zip: string
  city: string
  state: string
  latitude: number
  longitude: number
}

const ENTRY =
  /\{"zip":"(\d{5})","latitude":(-?[\d.]+),"longitude":(-?[\d.]+),"city":"([^"]+)","state":"([A-Z]{2})"/g

/** Post offices of the armed forces: their ZIP codes name no place in the country. */
const MILITARY = new Set(['AA', 'AE', 'AP'])

/** Fewer than this means that the package has changed its form. */
const LEAST = 40_000

/** Everywhere that US mail goes, in degrees, somewhat widely. */
const PARTS = [
  // The states, Puerto Rico and the Virgin Islands.
  { south: 17, north: 72, west: -180, east: -64 },
  // The Aleutians beyond the 180th meridian.
  { south: 51, north: 54, west: 172, east: 180 },
  // Guam, the Northern Marianas, Wake Island and the states in free association.
  { south: 5, north: 21, west: 130, east: 180 },
  // American Samoa.
  { south: -15, north: -11, west: -172, east: -168 },
]

function inCountry({ latitude, longitude }: Place): boolean {
  return PARTS.some(
    ({ south, north, west, east }) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  )
}

/** States and territories whose ZIP codes of one prefix lie whole seas apart. */
const SCATTERED = new Set(['AK', 'HI', 'AS', 'GU', 'MP', 'PW', 'FM', 'MH'])

/**
 * No ZIP code lies this many miles from the middle of those that share its first three digits.
 * The farthest that is truly there, Bridgeport CA (93517), lies 225 miles out.
 */
const FARTHEST = 250

const prefixOf = (zip: string) => zip.slice(0, 3)

function prefixMiddles(rows: Iterable<ZipRow>): Map<string, Place> {
  const points = new Map<string, Place[]>()
  for (const { zip, latitude, longitude } of rows) {
    const sharing = points.get(prefixOf(zip)) ?? []
    sharing.push({ latitude, longitude })
    points.set(prefixOf(zip), sharing)
  }
  const middles = new Map<string, Place>()
  for (const [prefix, sharing] of points) {
    const middle = middleOf(sharing)
    if (middle !== null) middles.set(prefix, middle)
  }
  return middles
}

/** The row as it can be believed: as it is, with its longitude's lost minus, or not at all. */
function believable(row: ZipRow, middle: Place | undefined): ZipRow | null {
  const near = (place: Place) => !middle || distanceMiles(place, middle) <= FARTHEST
  const fits = inCountry(row) && (SCATTERED.has(row.state) || near(row))
  if (fits) return row
  const turned = { ...row, longitude: -Math.abs(row.longitude) }
  return inCountry(turned) && near(turned) ? turned : null
}

function readPackage(): string {
  const file = createRequire(import.meta.url).resolve('zipcodes/lib/codes.js')
  return readFileSync(file, 'utf8')
}

/**
 * Every ZIP code with a place as the package has it, in its order, one at a time, bad points and
 * all. The package's `text` is matched as it stands: importing it takes longer and keeps 90 MB of
 * memory for the life of the process.
 */
export function* readRawZipRows(text = readPackage()): Generator<ZipRow> {
  for (const [, zip, latitude, longitude, city, state] of text.matchAll(ENTRY)) {
    if (!zip || !city || !state || MILITARY.has(state)) continue
    // The package writes 0, 0 where it has no coordinates.
    if (Number(latitude) === 0 && Number(longitude) === 0) continue
    yield { zip, city, state, latitude: Number(latitude), longitude: Number(longitude) }
  }
}

/**
 * Every ZIP code whose place can be believed, in the package's order, one at a time: it lies in the
 * country and near the others of its prefix. A longitude that has lost its minus gets it back.
 * Throws an `Error` at the end if the package's form has changed.
 */
export function* readZipRows(): Generator<ZipRow> {
  const text = readPackage()
  const middles = prefixMiddles(readRawZipRows(text))
  let count = 0
  for (const raw of readRawZipRows(text)) {
    const row = believable(raw, middles.get(prefixOf(raw.zip)))
    if (row === null) continue
    count += 1
    yield row
  }
  if (count < LEAST) throw new Error(`only ${count} ZIP codes could be read from the package`)
}
