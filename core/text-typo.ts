/**
 * Whether two words are the same but for a small slip of the finger. Own code: the kept npm
 * libraries either do not count a swap of neighbors as one slip, or compute every distance in full.
 */

import { popcount } from './bits.ts'

/** Slips forgiven in a typed word: none below 4 letters, 1 up to 7, 2 from 8. */
export function allowedTypos(letters: number): number {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/** Which letters a word holds, one bit each (letters 32 apart in the alphabet share a bit). */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

/** Cheap and never wrongly false: one slip changes at most two letters of the mask. */
export function masksAllow(one: number, other: number, most: number): boolean {
  return popcount(one ^ other) <= 2 * most
}

/**
 * Whether at most `most` insertions, deletions, substitutions or swaps of neighbors turn one word
 * into the other, no part edited twice (optimal string alignment). Gives up early.
 */
export function withinTypos(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const cost = editCost(one, other, i, j, row, above, before)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return false
    before = above
    above = row
  }
  return (above[other.length] as number) <= most
}

/** The least cost of turning the first `i` letters of one word into the first `j` of the other. */
function editCost(
  one: string,
  other: string,
  i: number,
  j: number,
  row: readonly number[],
  above: readonly number[],
  before: readonly number[],
): number {
  const letter = one.charCodeAt(i - 1)
  const same = letter === other.charCodeAt(j - 1)
  const cost = Math.min(
    (above[j] as number) + 1,
    (row[j - 1] as number) + 1,
    (above[j - 1] as number) + (same ? 0 : 1),
  )
  const swapped =
    i > 1 &&
    j > 1 &&
    letter === other.charCodeAt(j - 2) &&
    one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
  return swapped ? Math.min(cost, (before[j - 2] as number) + 1) : cost
}
