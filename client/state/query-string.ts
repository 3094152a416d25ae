/** The address of a list page as text pairs: the form, the API and the links all share it. */

/** The query part of an address, without fields that say nothing. */
export function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?')
  return withoutBlanks(new URLSearchParams(at < 0 ? '' : url.slice(at + 1)))
}

/** A copy without empty values, as an unscripted form sends them for fields left alone. */
export function withoutBlanks(query: URLSearchParams): URLSearchParams {
  const kept = [...query].filter(([, value]) => value.trim() !== '')
  return new URLSearchParams(kept)
}

/** A copy in which `name` has just this value, or none; a change goes back to the first page. */
export function withValue(query: URLSearchParams, name: string, value: string | null) {
  const changed = new URLSearchParams(query)
  changed.delete('page')
  changed.delete(name)
  if (value !== null) changed.set(name, value)
  return changed
}

/** A copy without one of the values of a field that can be given several times. */
export function withoutValue(query: URLSearchParams, name: string, value: string) {
  const kept = [...query].filter(
    ([field, one]) => field !== 'page' && !(field === name && one === value),
  )
  return new URLSearchParams(kept)
}

/** `/providers?…`, or the bare path where nothing is asked. */
export function hrefOf(path: string, query: URLSearchParams): string {
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A copy in which nothing asks for a distance while no ZIP code says from where. */
export function withoutLostDistance(query: URLSearchParams): URLSearchParams {
  if (query.has('zip')) return query
  const kept = [...query].filter(
    ([name, value]) => name !== 'within_miles' && !(name === 'sort' && value === 'distance'),
  )
  return new URLSearchParams(kept)
}
