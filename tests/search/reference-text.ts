/** Text matching written plainly: every distance computed in full, every word compared. */

/** Words of plain ASCII or accented Latin text. */
export function typedWords(text: string): string[] {
  const folded = text.toLowerCase().normalize('NFD')
  const kept = [...folded].filter((letter) => !/[\u0300-\u036f']/.test(letter)).join('')
  return kept.split(/[^a-z0-9]+/).filter((word) => word !== '')
}

/** Optimal string alignment by its textbook recurrence over the whole table. */
export function slips(one: string, other: string): number {
  const table: number[][] = []
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 0; i <= one.length; i++) {
    table.push([])
    for (let j = 0; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY
      if (i > 0) least = Math.min(least, at(i - 1, j) + 1)
      if (j > 0) least = Math.min(least, at(i, j - 1) + 1)
      if (i > 0 && j > 0) least = Math.min(least, at(i - 1, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) least = Math.min(least, at(i - 2, j - 2) + 1)
      table[i]?.push(least)
    }
  }
  return at(one.length, other.length)
}

/** Every typed word starts or nearly spells a word, alone or run together with the next to it. */
export function typedMatches(typed: readonly string[], texts: readonly string[]): boolean {
  const words = texts.flatMap(typedWords)
  const has = (token: string) => {
    const most = token.length >= 8 ? 2 : Number(token.length >= 4)
    return words.some((word) => word.startsWith(token) || slips(token, word) <= most)
  }
  return typed.every(
    (token, at) =>
      has(token) ||
      (at > 0 && has(`${typed[at - 1]}${token}`)) ||
      (at + 1 < typed.length && has(`${token}${typed[at + 1]}`)),
  )
}
