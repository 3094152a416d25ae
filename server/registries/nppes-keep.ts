/** Which rows of the NPI files are worth keeping, decided on bytes before anything is decoded. */

import type { FieldSpans } from './row-fields.ts'

/** Psychiatry, pain, anesthesiology and the other trades that give ketamine (NUCC codes). */
// biome-ignore format: one screenful of codes
export const PERSON_TAXONOMIES = [
  '2084P0800X', '2084P0804X', '2084P0805X', '2084P0802X', '2084P0015X', '2084A0401X', '2084P2900X',
  '207L00000X', '207LP2900X', '207LC0200X', '207LA0401X', '208VP0000X', '208VP0014X', '2081P2900X',
  '207P00000X', '363LP0808X', '364SP0808X', '367500000X', '367H00000X', '163WI0500X', '175F00000X',
] as const

/** Clinics for infusion, mental health and pain (NUCC codes). No code names ketamine. */
// biome-ignore format: one screenful of codes
export const ORGANIZATION_TAXONOMIES = [
  '261QI0500X', '261QM0801X', '261QM0850X', '261QM0855X', '261QP3300X',
] as const

/** Words in an organization's name that make it worth a curator's look. */
export const NAME_WORDS = ['KETAMINE', 'INFUSION'] as const

export type KeepRule = {
  /** Rows of these NPIs are always kept. */
  npis: ReadonlySet<string>
  /** Rows with one of these taxonomy codes, by kind; empty for none. */
  person_taxonomies: readonly string[]
  organization_taxonomies: readonly string[]
  /** Organizations with one of these words in a name, upper case; empty for none. */
  name_words: readonly string[]
}

/** Keeps the rows of known NPIs and nothing else: the fast way through a whole file. */
export function keepKnown(npis: ReadonlySet<string>): KeepRule {
  return { npis, person_taxonomies: [], organization_taxonomies: [], name_words: [] }
}

/** Keeps known NPIs, trades and clinics that matter, and names that say ketamine or infusion. */
export function keepRelevant(npis: ReadonlySet<string>): KeepRule {
  return {
    npis,
    person_taxonomies: PERSON_TAXONOMIES,
    organization_taxonomies: ORGANIZATION_TAXONOMIES,
    name_words: NAME_WORDS,
  }
}

const QUOTE = 0x22
const ZERO = 0x30
const BITS = 20
const MASK = (1 << BITS) - 1

/**
 * Tests the NPI at the start of a row. `true` for a known one and for anything that is not ten
 * digits, so that the parser can refuse it by name.
 */
export function knownNpiTest(
  npis: ReadonlySet<string>,
): (bytes: Buffer, start: number, end: number) => boolean {
  // One bit for the last digits rules nearly every row out; only the rest ask the set.
  const seen = new Uint8Array(1 << BITS)
  for (const npi of npis) seen[Number(npi.slice(1)) & MASK] = 1
  return (bytes, start, end) => {
    const from = bytes[start] === QUOTE ? start + 1 : start
    if (end - from < 10) return true
    let number = 0
    for (let at = from + 1; at < from + 10; at += 1) {
      const digit = (bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) return true
      number = number * 10 + digit
    }
    const after = bytes[from + 10]
    if (after !== undefined && after >= ZERO && after <= 0x39) return true
    return seen[number & MASK] === 1 && npis.has(bytes.toString('latin1', from, from + 10))
  }
}

/** Whether some value between `first` and `last` is one of the codes. */
function holdsCode(
  bytes: Buffer,
  spans: FieldSpans,
  places: readonly number[],
  codes: ReadonlySet<string>,
): boolean {
  for (const place of places) {
    const start = spans.starts[place] as number
    const end = spans.ends[place] as number
    if (start !== end && codes.has(bytes.toString('latin1', start, end))) return true
  }
  return false
}

/** Whether a name holds one of the words, upper or lower case. */
export function namesOne(name: string, words: readonly string[]): boolean {
  const upper = name.toUpperCase()
  return words.some((word) => upper.includes(word))
}

/** The test of a whole rule on a split row of a main file. */
export function keepTest(
  rule: KeepRule,
  at: { entity: number; names: readonly number[]; taxonomies: readonly number[] },
): (bytes: Buffer, spans: FieldSpans) => boolean {
  const persons = new Set(rule.person_taxonomies)
  const organizations = new Set(rule.organization_taxonomies)
  const known = knownNpiTest(rule.npis)
  return (bytes, spans) => {
    const npiStart = spans.starts[0] as number
    if (known(bytes, npiStart, spans.ends[0] as number)) return true
    const entity = bytes[spans.starts[at.entity] as number]
    if (entity === ZERO + 1) return holdsCode(bytes, spans, at.taxonomies, persons)
    if (entity !== ZERO + 2) return false
    if (holdsCode(bytes, spans, at.taxonomies, organizations)) return true
    return at.names.some((place) => {
      const [start, end] = [spans.starts[place] as number, spans.ends[place] as number]
      return end - start >= 8 && namesOne(bytes.toString('latin1', start, end), rule.name_words)
    })
  }
}
