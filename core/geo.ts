/**
 * Great-circle distance in statute miles. Places become points on the unit sphere; the straight
 * chord between two of them grows with the distance on the ground, costs a few multiplications, and
 * unlike the angle's cosine stays exact for places that are close together.
 */

/** Mean radius of the Earth (IUGG, 6371.0088 km) in statute miles. */
export const EARTH_RADIUS_MILES = 3958.7613

export type Place = { latitude: number; longitude: number }

export type UnitVector = { x: number; y: number; z: number }

/** The point on the unit sphere; latitude and longitude are in degrees. */
export function unitVector({ latitude, longitude }: Place): UnitVector {
  const north = (latitude * Math.PI) / 180
  const east = (longitude * Math.PI) / 180
  const ring = Math.cos(north)
  return { x: ring * Math.cos(east), y: ring * Math.sin(east), z: Math.sin(north) }
}

/** The square of the chord between two points on the unit sphere, 0 to 4. */
export function squaredChord(one: UnitVector, other: UnitVector): number {
  const x = one.x - other.x
  const y = one.y - other.y
  const z = one.z - other.z
  return x * x + y * y + z * z
}

/** Miles on the ground for a squared chord. */
export function milesOfChord(squared: number): number {
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(squared) / 2))
}

/** The squared chord that so many miles on the ground span; half way round the Earth at most. */
export function chordOfMiles(miles: number): number {
  const half = Math.min(miles / (2 * EARTH_RADIUS_MILES), Math.PI / 2)
  return (2 * Math.sin(half)) ** 2
}

/** Miles between two places. */
export function distanceMiles(from: Place, to: Place): number {
  return milesOfChord(squaredChord(unitVector(from), unitVector(to)))
}
