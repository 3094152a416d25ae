/** The US ZIP codes of the npm package `zipcodes`, read without running it. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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

/**
 * Every ZIP code with a place, in the package's order, one at a time. The file is matched as text:
 * importing it takes ten times as long and keeps 90 MB of memory for the life of the process.
 * Throws an `Error` at the end if the package's form has changed.
 */
export function* readZipRows(): Generator<ZipRow> {
  const file = createRequire(import.meta.url).resolve('zipcodes/lib/codes.js')
  const text = readFileSync(file, 'utf8')
  let count = 0
  for (const [, zip, latitude, longitude, city, state] of text.matchAll(ENTRY)) {
    if (!zip || !city || !state || MILITARY.has(state)) continue
    // The package writes 0, 0 where it has no coordinates.
    if (Number(latitude) === 0 && Number(longitude) === 0) continue
    count += 1
    yield { zip, city, state, latitude: Number(latitude), longitude: Number(longitude) }
  }
  if (count < LEAST) throw new Error(`only ${count} ZIP codes could be read in ${file}`)
}
