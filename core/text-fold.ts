/**
 * Text as search sees it: lower case, without accents, cut into words of letters and digits.
 */

/** Letters that carry no separable accent and are typed otherwise on a US keyboard. */
const TYPED_AS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' }

/** The words of a text, folded. Apostrophes join ("Dr. Smith's" is `dr`, `smiths`). */
export function foldedWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ]/g, '')
    .replace(/[ßæœøłđ]/g, (letter) => TYPED_AS[letter] ?? letter)
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
