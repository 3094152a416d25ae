/** Merging what two sides saved, so that nothing that a person wrote is lost. */

/** Equal as saved data. */
export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Which of two different values stands when both sides changed it, from a common past if any. */
export type Settle<Value> = (mine: Value, theirs: Value, base?: Value) => Value

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
  return settle(mine, theirs, base)
}

/** What was put in place of a text from one place to another. */
type Change = { from: number; to: number; text: string }

/** The one change that makes a text of another: what differs between their like ends. */
export function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let end = 0
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { from, to: before.length - end, text: after.slice(from, after.length - end) }
}

/** Two changes of one text, taken one after the other; null where they touch the same letters. */
function bothChanges(base: string, one: Change, other: Change): string | null {
  const isFirst =
    one.to !== other.to || one.from !== other.from
      ? one.to <= other.from
      : // At one place the shorter goes first: a letter just typed, then what came from elsewhere.
        one.text.length - other.text.length < 0 ||
        (one.text.length === other.text.length && one.text < other.text)
  const [first, second] = isFirst ? [one, other] : [other, one]
  if (first.to > second.from) return null
  const between = base.slice(first.to, second.from)
  return base.slice(0, first.from) + first.text + between + second.text + base.slice(second.to)
}

/**
 * Both notes: one alone where it holds the other; else both changes of the common past; else one
 * below the other, in an order that no side decides.
 */
export function bothNotes(one: string, other: string, base = ''): string {
  if (one.includes(other)) return one
  if (other.includes(one)) return other
  const both = base === '' ? null : bothChanges(base, changeOf(base, one), changeOf(base, other))
  return both ?? (one < other ? `${one}\n\n${other}` : `${other}\n\n${one}`)
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
