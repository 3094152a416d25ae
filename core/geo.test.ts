import { expect, test } from 'vitest'
import { chordOfMiles, distanceMiles, milesOfChord } from './geo.ts'

const newYork = { latitude: 40.7128, longitude: -74.006 }
const losAngeles = { latitude: 34.0522, longitude: -118.2437 }

test('New York and Los Angeles are 2,446 miles apart', () => {
  expect(distanceMiles(newYork, losAngeles)).toBeCloseTo(2445.6, 1)
})

test('a place is no distance from itself', () => {
  expect(distanceMiles(newYork, newYork)).toBe(0)
})

test('one degree of latitude is 69 miles, also across a pole', () => {
  const degree = distanceMiles({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })
  expect(degree).toBeCloseTo(69.093, 3)
  const pole = distanceMiles({ latitude: 89.5, longitude: 10 }, { latitude: 89.5, longitude: 190 })
  expect(pole).toBeCloseTo(degree, 6)
})

test('a chord turned into miles and back is the same, and stops half way round', () => {
  for (const miles of [0.001, 1, 50, 3000]) {
    expect(milesOfChord(chordOfMiles(miles))).toBeCloseTo(miles, 6)
  }
  expect(chordOfMiles(50_000)).toBeCloseTo(4, 12)
})
