/** What the routes are given; nothing in them reaches for anything else. */

import type { ZipPlace } from '#db/places.ts'
import type { Db } from '#db/schema.ts'

export type RouteOptions = {
  db: Db
  /** Where a five-digit ZIP code is, or null. */
  findPlace: (zip: string) => Promise<ZipPlace | null>
}
