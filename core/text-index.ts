/**
 * Which providers carry a word like the one typed: an inverted index over the folded words of names,
 * aliases and cities.
 */

import type { Bits } from './bits.ts'
import { bitsFor, intersect, setBit, union, wordsFor } from './bits.ts'
import { foldedWords } from './text-fold.ts'
import { allowedTypos, letterMask, masksAllow, withinTypos } from './text-typo.ts'

export type TextIndex = {
  size: number
  /** Every distinct word, sorted; its providers are `members[starts[at] … starts[at + 1])`. */
  words: string[]
  masks: Int32Array
  starts: Int32Array
  members: Int32Array
}

/** Indexes the texts of each provider, given in catalog order. */
export function buildTextIndex(size: number, textsOf: (provider: number) => string[]): TextIndex {
  const byWord = new Map<string, number[]>()
  for (let provider = 0; provider < size; provider++) {
    for (const word of new Set(textsOf(provider).flatMap(foldedWords))) {
      const members = byWord.get(word)
      if (members) members.push(provider)
      else byWord.set(word, [provider])
    }
  }
  const words = [...byWord.keys()].sort()
  const starts = new Int32Array(words.length + 1)
  words.forEach((word, at) => {
    starts[at + 1] = (starts[at] as number) + (byWord.get(word) as number[]).length
  })
  const members = new Int32Array(starts[words.length] as number)
  words.forEach((word, at) => {
    members.set(byWord.get(word) as number[], starts[at])
  })
  return { size, words, masks: Int32Array.from(words, letterMask), starts, members }
}

/** The position of the first word that does not sort before `text`. */
function firstFrom(words: readonly string[], text: string): number {
  let from = 0
  let to = words.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((words[middle] as string) < text) from = middle + 1
    else to = middle
  }
  return from
}

/** Positions of the words that a typed word stands for: it starts them, or nearly spells them. */
function matchingWords(index: TextIndex, typed: string): number[] {
  const matches: number[] = []
  const first = firstFrom(index.words, typed)
  let after = first
  while (index.words[after]?.startsWith(typed)) matches.push(after++)
  const most = allowedTypos([...typed].length)
  if (most === 0) return matches
  const mask = letterMask(typed)
  for (let at = 0; at < index.words.length; at++) {
    if (at >= first && at < after) continue
    if (!masksAllow(mask, index.masks[at] as number, most)) continue
    if (withinTypos(typed, index.words[at] as string, most)) matches.push(at)
  }
  return matches
}

/** The providers with a word that a typed word stands for. */
function providersWith(index: TextIndex, typed: string): Bits {
  const bits = bitsFor(index.size)
  for (const at of matchingWords(index, typed)) {
    const end = index.starts[at + 1] as number
    for (let to = index.starts[at] as number; to < end; to++) {
      setBit(bits, index.members[to] as number)
    }
  }
  return bits
}

/**
 * The providers that every typed word matches, alone or joined with a neighbor ("mind bloom" is
 * Mindbloom). Null when nothing was typed; none when no letter or digit was.
 */
export function matchText(index: TextIndex, typed: string): Bits | null {
  if (typed.trim() === '') return null
  const words = foldedWords(typed)
  const joined = words.slice(1).map((word, at) => providersWith(index, `${words[at]}${word}`))
  let result: Bits | null = null
  words.forEach((word, at) => {
    const beside = [joined[at - 1], joined[at]].filter((bits) => bits !== undefined)
    const bits = union([providersWith(index, word), ...beside], wordsFor(index.size))
    result = result ? intersect(result, bits) : bits
  })
  return result ?? bitsFor(index.size)
}
