/** Query strings as routes see them. */

import { parse } from 'node:querystring'

/** Far more than any honest address has; the rest is cut, as a guard against floods. */
const MOST_PAIRS = 500

/** Names to values. A form without scripts sends empty fields: they count as absent. */
export function parseQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of Object.entries(parse(text, '&', '=', { maxKeys: MOST_PAIRS }))) {
    const kept = [value ?? []].flat().filter((one) => one.trim() !== '')
    const [only, ...others] = kept
    if (only !== undefined) query[name] = others.length === 0 ? only : kept
  }
  return query
}
