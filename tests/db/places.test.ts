import { beforeAll, expect, test } from 'vitest'
import { placesOf } from '#core/listing.ts'
import { findCity, findPoint, findZip, foldCity, middleOf, withPoints } from '#db/places.ts'
import type { Db } from '#db/schema.ts'
import { seedPlaces } from '#seeds/load.ts'
import { openEmpty, smallRecord } from './arrange.ts'

let db: Db
beforeAll(async () => {
  db = await openEmpty()
  expect(await seedPlaces(db)).toBeGreaterThan(41_000)
})

test('the places are loaded once', async () => {
  expect(await seedPlaces(db)).toBe(0)
})

test('a ZIP code has a place, with or without its last four digits', async () => {
  const place = {
    zip: '10001',
    city: 'New York',
    state: 'NY',
    latitude: 40.7484,
    longitude: -73.9967,
  }
  expect(await findZip(db, '10001')).toEqual(place)
  expect(await findZip(db, ' 10001-2345 ')).toEqual(place)
})

test('what is no ZIP code of the country has no place', async () => {
  for (const zip of ['00000', '1000', '100012', 'OX3 7JX', '', '09001']) {
    expect(await findZip(db, zip), zip).toBeNull()
  }
})

test('the middle of points is the median of each direction', () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude })
  expect(middleOf([])).toBeNull()
  expect(middleOf([at(40, -70)])).toEqual(at(40, -70))
  expect(middleOf([at(40, -70), at(42, -74)])).toEqual(at(41, -72))
  expect(middleOf([at(41, -71), at(9, -70), at(40, 73)])).toEqual(at(40, -70))
  expect(middleOf([at(4, 1), at(1, 2), at(3, 9), at(2, 4)])).toEqual(at(2.5, 3))
})

test('a city is in the middle of its ZIP codes', async () => {
  const rows = await db
    .selectFrom('zip_code')
    .select(['latitude', 'longitude'])
    .where('city', '=', 'Winona')
    .where('state', '=', 'MN')
    .execute()
  const middle = middleOf(rows)
  const city = await findCity(db, 'winona', 'mn')
  expect(city).toMatchObject({ state: 'MN', zips: rows.length })
  expect(city?.latitude).toBeCloseTo(middle?.latitude ?? Number.NaN, 4)
  expect(city?.longitude).toBeCloseTo(middle?.longitude ?? Number.NaN, 4)
})

test('a city is found however its name is written', async () => {
  expect(foldCity("Coeur d'Alene")).toBe('coeurdalene')
  expect(foldCity('Cañon City')).toBe('canoncity')
  expect(foldCity('Winston-Salem')).toBe(foldCity('WINSTON SALEM'))
  const saintLouis = await findCity(db, 'Saint Louis', 'MO')
  expect(saintLouis?.zips).toBeGreaterThan(10)
  expect(await findCity(db, 'St. Louis', 'MO')).toEqual(saintLouis)
  expect(await findCity(db, 'ST LOUIS', 'MO')).toEqual(saintLouis)
  expect(await findCity(db, 'Fort Worth', 'TX')).toEqual(await findCity(db, 'Ft. Worth', 'TX'))
  expect(await findCity(db, 'Saint Louis', 'AK')).toBeNull()
})

test('a location is placed by its ZIP code, else by its city, else not at all', async () => {
  const [location] = smallRecord().locations
  if (!location) throw new RangeError('no location')
  const inAlbany = await findZip(db, '12207')
  expect(await findPoint(db, location)).toEqual({
    latitude: inAlbany?.latitude,
    longitude: inAlbany?.longitude,
    placed_by: 'zip',
  })
  const byCity = await findPoint(db, { ...location, zip: null })
  expect(byCity?.placed_by).toBe('city')
  expect(await findPoint(db, { ...location, zip: '90210' })).toEqual(byCity)
  expect(await findPoint(db, { ...location, zip: null, city: null })).toBeNull()
  expect(await findPoint(db, { ...location, zip: null, city: 'Atlantis' })).toBeNull()
})

test('a record of another country is not placed by look-alike names', async () => {
  const site = { city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }
  const abroad = smallRecord({ country: 'GB', locations: [{ ...site, state: 'England' }] })
  expect((await withPoints(db, abroad)).locations.map((location) => location.point)).toEqual([null])
  const placed = await withPoints(db, smallRecord())
  expect(placed.locations[0]?.point?.placed_by).toBe('zip')
})

test('a site in a US state is in the US, and placed there, wherever its provider is based', async () => {
  const site = { city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }
  const locations = [site, { ...site, state: 'ON' }]
  const placed = await withPoints(db, smallRecord({ country: 'CA', locations }))
  expect(placed.locations.map(({ point }) => point?.placed_by ?? null)).toEqual(['zip', null])
  expect(placesOf(placed).map(({ country }) => country)).toEqual(['US', 'CA'])
})
