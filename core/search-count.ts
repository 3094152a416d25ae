/**
 * Counting: how many distinct providers of a result carry an option. A result is first pressed to
 * its words that are not empty; counting an option then costs a few operations per word left.
 */

import type { Bits } from './bits.ts'
import { popcount } from './bits.ts'
import type { Scope } from './search-scope.ts'

/** The words of a set that are not empty: where they stand, and what they hold. */
export type Pressed = { at: Int32Array; words: Int32Array }

/** Presses part of a set; `to` is the word after the last. */
export function press(bits: Bits, from = 0, to = bits.length): Pressed {
  let length = 0
  for (let word = from; word < to; word++) if (bits[word] !== 0) length++
  const at = new Int32Array(length)
  const words = new Int32Array(length)
  let next = 0
  for (let word = from; word < to; word++) {
    const value = bits[word] as number
    if (value === 0) continue
    at[next] = word
    words[next++] = value
  }
  return { at, words }
}

/**
 * How many members a pressed set shares with an option. Eight words at a time go through carry-save
 * adders, which leaves one count for eight words; the rest is counted word by word.
 */
export function countShared({ at, words }: Pressed, option: Bits): number {
  const whole = words.length & ~7
  let ones = 0
  let twos = 0
  let fours = 0
  let eights = 0
  for (let i = 0; i < whole; i += 8) {
    let one = (words[i] as number) & (option[at[i] as number] as number)
    let two = (words[i + 1] as number) & (option[at[i + 1] as number] as number)
    let sum = ones ^ one
    const twosA = (ones & one) | (sum & two)
    ones = sum ^ two
    one = (words[i + 2] as number) & (option[at[i + 2] as number] as number)
    two = (words[i + 3] as number) & (option[at[i + 3] as number] as number)
    sum = ones ^ one
    const twosB = (ones & one) | (sum & two)
    ones = sum ^ two
    sum = twos ^ twosA
    const foursA = (twos & twosA) | (sum & twosB)
    twos = sum ^ twosB
    one = (words[i + 4] as number) & (option[at[i + 4] as number] as number)
    two = (words[i + 5] as number) & (option[at[i + 5] as number] as number)
    sum = ones ^ one
    const twosC = (ones & one) | (sum & two)
    ones = sum ^ two
    one = (words[i + 6] as number) & (option[at[i + 6] as number] as number)
    two = (words[i + 7] as number) & (option[at[i + 7] as number] as number)
    sum = ones ^ one
    const twosD = (ones & one) | (sum & two)
    ones = sum ^ two
    sum = twos ^ twosC
    const foursB = (twos & twosC) | (sum & twosD)
    twos = sum ^ twosD
    sum = fours ^ foursA
    eights += popcount((fours & foursA) | (sum & foursB))
    fours = sum ^ foursB
  }
  let count = 8 * eights + 4 * popcount(fours) + 2 * popcount(twos) + popcount(ones)
  for (let i = whole; i < words.length; i++) {
    count += popcount((words[i] as number) & (option[at[i] as number] as number))
  }
  return count
}

function countWords(words: Int32Array): number {
  let count = 0
  for (let i = 0; i < words.length; i++) count += popcount(words[i] as number)
  return count
}

/**
 * A set of rows made ready for counting providers. Those with one case are rows of plane 0 beyond
 * the reach of plane 1: there a row is a provider. The others meet in `slots`, one for each word of
 * places that any of their planes fills.
 */
export type Countable = {
  single: Pressed
  singles: number
  several: Pressed
  slotOf: Int32Array
  slots: Int32Array
}

export function countable(scope: Scope, rows: Bits): Countable {
  const parts: Pressed[] = []
  const slotsOfParts: Int32Array[] = []
  let single: Pressed = { at: new Int32Array(0), words: new Int32Array(0) }
  let slots = 0
  for (const { planes, providers } of scope.segments) {
    const [first, second] = planes
    if (!first) continue
    // The small second segment takes the general way through, whatever its number of cases.
    const shared = providers ? first.words : (second?.words ?? 0)
    if (!providers) single = press(rows, first.start + shared, first.start + first.words)
    const slotOfWord = new Int32Array(shared).fill(-1)
    for (const { start, words } of planes) {
      const part = press(rows, start, start + Math.min(words, shared))
      for (const at of part.at) {
        if (slotOfWord[at - start] === -1) slotOfWord[at - start] = slots++
      }
      parts.push(part)
      slotsOfParts.push(part.at.map((at) => slotOfWord[at - start] as number))
    }
  }
  return {
    single,
    singles: countWords(single.words),
    several: {
      at: joined(parts.map(({ at }) => at)),
      words: joined(parts.map(({ words }) => words)),
    },
    slotOf: joined(slotsOfParts),
    slots: new Int32Array(slots),
  }
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const result = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let next = 0
  for (const part of parts) {
    result.set(part, next)
    next += part.length
  }
  return result
}

/** Distinct providers with several cases that carry the option in one of the rows. */
function countSeveral({ several, slotOf, slots }: Countable, option: Bits): number {
  const { at, words } = several
  for (let i = 0; i < at.length; i++) {
    const slot = slotOf[i] as number
    const shared = (words[i] as number) & (option[at[i] as number] as number)
    slots[slot] = (slots[slot] as number) | shared
  }
  let count = 0
  for (let slot = 0; slot < slots.length; slot++) {
    count += popcount(slots[slot] as number)
    slots[slot] = 0
  }
  return count
}

/** Distinct providers that carry the option in one of the rows. */
export function countProviders(rows: Countable, option: Bits): number {
  return countShared(rows.single, option) + countSeveral(rows, option)
}

/**
 * Distinct providers by option, for options of which every row has exactly one; null is an option
 * that no row has. What most rows have, `rest`, is not counted among providers with one case but
 * left over from the others.
 */
export function countPartition(
  rows: Countable,
  options: readonly (Bits | null)[],
  rest: number,
): number[] {
  let left = rows.singles
  const counts = options.map((option, at) => {
    if (option === null) return 0
    const single = at === rest ? 0 : countShared(rows.single, option)
    left -= single
    return single + countSeveral(rows, option)
  })
  counts[rest] = (counts[rest] ?? 0) + left
  return counts
}
