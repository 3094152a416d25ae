/** Naming content by what it says. */

import { createHash } from 'node:crypto'

/** JSON with sorted keys and without nulls, so that a new optional field changes no old hash. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]),
  )
}

/** The SHA-256 of a JSON value in hexadecimal; the order of keys and null fields do not count. */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')
}
