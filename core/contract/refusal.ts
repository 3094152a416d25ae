/** How a contract says no: where in the JSON, and why, in words that a curator can act on. */

import type { z } from 'zod'

/** `path` is a JSON path such as `$.prices[2].max`. */
export type Refusal = { path: string; reason: string }

/** The JSON path of a list of keys: `['prices', 2, 'max']` is `$.prices[2].max`. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    '$',
  )
}

/** Every issue of a failed parse as a refusal; an unknown key is named by its own path. */
export function refusalsOf(error: z.ZodError): Refusal[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: jsonPath([...issue.path, key]),
        reason: 'is not a known key',
      }))
    }
    return [{ path: jsonPath(issue.path), reason: issue.message }]
  })
}
