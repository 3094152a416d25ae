/** Whether the points of the ZIP table can be true, held against what is known apart from it. */

import { beforeAll, expect, test } from 'vitest'
import type { Place } from '#core/geo.ts'
import { distanceMiles } from '#core/geo.ts'
import { findCity, findZip, foldCity, middleOf } from '#db/places.ts'
import type { Db } from '#db/schema.ts'
import { seedPlaces } from '#seeds/load.ts'
import type { ZipRow } from '#seeds/zip-rows.ts'
import { readRawZipRows, readZipRows } from '#seeds/zip-rows.ts'
import { openEmpty, realRecords } from './arrange.ts'

let db: Db
let rows: ZipRow[]
beforeAll(async () => {
  db = await openEmpty()
  await seedPlaces(db)
  rows = [...readZipRows()]
})

const MIDTOWN: Place = { latitude: 40.75, longitude: -73.98 }

/** South, north, west and east end of each state, in degrees, rounded outward. */
const EXTENTS: Record<string, [number, number, number, number]> = {
  AK: [51.1, 71.5, -180, -129.9],
  AL: [30.1, 35.1, -88.5, -84.8],
  AR: [33, 36.6, -94.7, -89.6],
  AZ: [31.3, 37.1, -114.9, -109],
  CA: [32.5, 42.1, -124.5, -114.1],
  CO: [36.9, 41.1, -109.1, -102],
  CT: [40.9, 42.1, -73.8, -71.7],
  DC: [38.7, 39, -77.2, -76.9],
  DE: [38.4, 39.9, -75.8, -75],
  FL: [24.4, 31.1, -87.7, -80],
  GA: [30.3, 35.1, -85.7, -80.8],
  IA: [40.3, 43.6, -96.7, -90.1],
  ID: [41.9, 49.1, -117.3, -111],
  IL: [36.9, 42.6, -91.6, -87],
  IN: [37.7, 41.8, -88.1, -84.7],
  KS: [36.9, 40.1, -102.1, -94.5],
  KY: [36.4, 39.2, -89.6, -81.9],
  LA: [28.9, 33.1, -94.1, -88.8],
  MA: [41.2, 42.9, -73.6, -69.9],
  MD: [37.8, 39.8, -79.5, -75],
  ME: [43, 47.5, -71.1, -66.9],
  MI: [41.6, 48.4, -90.5, -82.1],
  MN: [43.4, 49.4, -97.3, -89.4],
  MO: [35.9, 40.7, -95.8, -89],
  MS: [30.1, 35.1, -91.7, -88],
  MT: [44.3, 49.1, -116.1, -104],
  NC: [33.8, 36.6, -84.4, -75.4],
  ND: [45.9, 49.1, -104.1, -96.5],
  NE: [39.9, 43.1, -104.1, -95.3],
  NH: [42.6, 45.4, -72.6, -70.6],
  NJ: [38.8, 41.4, -75.6, -73.8],
  NM: [31.3, 37.1, -109.1, -102.9],
  NV: [35, 42.1, -120.1, -114],
  NY: [40.4, 45.1, -79.8, -71.8],
  OH: [38.3, 42, -84.9, -80.5],
  OK: [33.6, 37.1, -103.1, -94.4],
  OR: [41.9, 46.3, -124.7, -116.4],
  PA: [39.7, 42.3, -80.6, -74.6],
  PR: [17.8, 18.6, -68, -65.2],
  RI: [41.1, 42.1, -71.9, -71.1],
  SC: [32, 35.3, -83.4, -78.5],
  SD: [42.4, 46, -104.1, -96.4],
  TN: [34.9, 36.7, -90.4, -81.6],
  TX: [25.8, 36.6, -106.7, -93.5],
  UT: [36.9, 42.1, -114.1, -109],
  VA: [36.5, 39.5, -83.7, -75.2],
  VI: [17.6, 18.5, -65.1, -64.5],
  VT: [42.7, 45.1, -73.5, -71.4],
  WA: [45.5, 49.1, -124.9, -116.9],
  WI: [42.4, 47.1, -93, -86.7],
  WV: [37.2, 40.7, -82.7, -77.7],
  WY: [40.9, 45.1, -111.1, -104],
}

/** Hawaii apart from Wake Island, which its ZIP codes are said to belong to. */
const HAWAII: [number, number, number, number] = [18.9, 22.3, -160.3, -154.8]

const isWithin = (place: Place, [south, north, west, east]: [number, number, number, number]) =>
  place.latitude >= south &&
  place.latitude <= north &&
  place.longitude >= west &&
  place.longitude <= east

test('two points of the package are wrong: one is mended, the other left out', () => {
  const kept = new Map(rows.map((row) => [row.zip, row]))
  const raw = [...readRawZipRows()]
  const leftOut = raw.filter(({ zip }) => !kept.has(zip))
  expect(leftOut).toEqual([
    { zip: '86555', city: 'Douglas', state: 'AZ', latitude: 31.38, longitude: -109.55 },
  ])
  const mended = raw.filter((row) => {
    const now = kept.get(row.zip)
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(row)
  })
  expect(mended.map(({ zip, longitude }) => [zip, longitude])).toEqual([['10200', 73.95]])
  expect(kept.get('10200')?.longitude).toBe(-73.95)
  expect(rows).toHaveLength(raw.length - 1)
})

test('New York is in New York', async () => {
  const city = await findCity(db, 'New York', 'NY')
  expect(city && distanceMiles(city, MIDTOWN)).toBeLessThan(8)
  const zip = await findZip(db, '10200')
  expect(zip && distanceMiles(zip, MIDTOWN)).toBeLessThan(8)
})

test('the far islands keep their points', async () => {
  expect(await findZip(db, '96910')).toMatchObject({ state: 'GU', longitude: 144.74 })
  expect(await findZip(db, '96950')).toMatchObject({ state: 'MP', longitude: 145.75 })
  expect(await findZip(db, '96799')).toMatchObject({ state: 'AS', latitude: -14.27 })
  expect(await findZip(db, '96898')).toMatchObject({ city: 'Wake Island', longitude: 166.6419 })
  expect(await findZip(db, '99546')).toMatchObject({ city: 'Adak', longitude: -176.634 })
})

test('the middle of each city lies inside its state', () => {
  const cities = Map.groupBy(rows, (row) => `${row.state} ${foldCity(row.city)}`)
  const outside: string[] = []
  const seen = new Set<string>()
  for (const [name, sharing] of cities) {
    const state = name.slice(0, 2)
    const extent = state === 'HI' ? HAWAII : EXTENTS[state]
    const middle = middleOf(sharing)
    if (extent === undefined || middle === null) continue
    seen.add(state)
    if (!isWithin(middle, extent)) outside.push(name)
  }
  expect(seen.size).toBe(53)
  expect(outside).toEqual(['HI wakeisland'])
})

const usPlaces = () =>
  realRecords()
    .filter((record) => record.country === 'US')
    .flatMap((record) => record.locations)

test('each ZIP code of a city with a provider is within 40 miles of its middle', async () => {
  const far: string[] = []
  const checked = new Set<string>()
  for (const { city, state } of usPlaces()) {
    const middle = city === null ? null : await findCity(db, city, state)
    if (city === null || middle === null) continue
    checked.add(`${city} ${state}`)
    const sharing = rows.filter(
      (row) => row.state === state && foldCity(row.city) === foldCity(city),
    )
    expect(sharing).toHaveLength(middle.zips)
    const lost = sharing.filter((row) => distanceMiles(row, middle) > 40)
    far.push(...lost.map(({ zip }) => zip))
  }
  expect(checked.size).toBeGreaterThan(30)
  expect(far).toEqual([])
})
