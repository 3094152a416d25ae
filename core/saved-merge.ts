/** Merging what two sides saved, so that nothing that a person wrote is lost. */

/** Equal as saved data. */
export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Which of two different values stands when both sides changed it. */
export type Settle<Value> = (mine: Value, theirs: Value) => Value

/** The side that changed wins; when both did, or there is no common past, `settle` decides. */
export function pick<Value>(
  base: Value | undefined,
  mine: Value,
  theirs: Value,
  settle: Settle<Value>,
) {
  if (same(mine, theirs)) return mine
  if (base !== undefined && same(mine, base)) return theirs
  if (base !== undefined && same(theirs, base)) return mine
  return settle(mine, theirs)
}

/** Both notes: one alone where it holds the other, else both, in an order that no side decides. */
export function bothNotes(one: string, other: string): string {
  if (one.includes(other)) return one
  if (other.includes(one)) return other
  return one < other ? `${one}\n\n${other}` : `${other}\n\n${one}`
}

/** The same on both sides, so that two tabs that merge at once agree. */
export function either<Value>(mine: Value, theirs: Value): Value {
  return JSON.stringify(mine) > JSON.stringify(theirs) ? mine : theirs
}

/**
 * Merges two lists by key. With a common past, what one side took off and the other left alone is
 * gone; what one side took off and the other changed stays.
 */
export function mergeLists<One>(
  base: readonly One[] | null,
  mine: readonly One[],
  theirs: readonly One[],
  key: (one: One) => string,
  merge: (base: One | undefined, mine: One, theirs: One) => One,
): One[] {
  const byKey = (list: readonly One[] | null) => new Map(list?.map((one) => [key(one), one]))
  const [before, left, right] = [byKey(base), byKey(mine), byKey(theirs)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const [was, one, other] = [before.get(id), left.get(id), right.get(id)]
    if (one !== undefined && other !== undefined) return [merge(was, one, other)]
    const only = one ?? other
    const takenOff = was !== undefined && same(was, only)
    return only === undefined || takenOff ? [] : [only]
  })
}
