/** What the routes are given; nothing in them reaches for anything else. */

import type { Origin } from '#core/search-query.ts'
import type { Db } from '#db/schema.ts'

export type RouteOptions = {
  db: Db
  /** Where a five-digit ZIP code is, or null. */
  findPlace: (zip: string) => Promise<Origin | null>
}
