/** Which methods an address takes, so that a refused one can be told what would work. */

/** A route as it was registered: `/api/providers/:id` in segments. */
export type KnownRoute = { method: string; segments: readonly string[] }

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '*') {
    const fixed = pattern.slice(0, -1)
    return path.length >= pattern.length && fixed.every((segment, at) => segment === path[at])
  }
  return (
    pattern.length === path.length &&
    pattern.every((segment, at) => segment === path[at] || (segment.startsWith(':') && path[at]))
  )
}

/** The methods of all routes that cover a path, each once; none when nothing is there. */
export function allowedMethods(routes: readonly KnownRoute[], path: string): string[] {
  const segments = path.split('/')
  const covering = routes.filter((route) => covers(route.segments, segments))
  return [...new Set(covering.map(({ method }) => method))].sort()
}
