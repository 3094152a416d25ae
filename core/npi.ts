/**
 * National Provider Identifiers: ten digits, the first 1 or 2, the last a check digit.
 * Source of the formula: CMS, "Requirements for National Provider Identifier (NPI) and NPI Check
 * Digit": the Luhn algorithm of ISO/IEC 7812 over the prefix 80840 and the ten digits.
 */

declare const npi: unique symbol
/** A number whose check digit holds. It proves that it can exist, not that it was issued. */
export type Npi = string & { readonly [npi]: true }

/** What the prefix 80840 adds to the Luhn sum: 8 + 0 + 8 + 4 doubled + 0 is 24. */
const PREFIX_SUM = 24

/** The check digit that belongs to the first nine digits of an NPI; the text must be nine digits. */
export function npiCheckDigit(firstNine: string): number {
  if (!/^\d{9}$/.test(firstNine)) throw new RangeError('nine digits make a check digit')
  return checkDigit(firstNine)
}

/** The check digit of a text that starts with nine digits. */
function checkDigit(text: string): number {
  let sum = PREFIX_SUM
  for (let place = 0; place < 9; place += 1) {
    const digit = text.charCodeAt(8 - place) - 48
    const weighed = place % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return (10 - (sum % 10)) % 10
}

/** The NPI that a text states, blanks around it allowed, or null: wrong form or check digit. */
export function parseNpi(text: string): Npi | null {
  const trimmed = text.trim()
  if (!/^[12]\d{9}$/.test(trimmed)) return null
  return checkDigit(trimmed) === trimmed.charCodeAt(9) - 48 ? (trimmed as Npi) : null
}
