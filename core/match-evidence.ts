/** Compares the parts of two identities. A part that one side lacks neither agrees nor disagrees. */

import type { NormalName } from './name.ts'
import { foldText } from './name.ts'

export type LicenseClaim = { state: string; number: string }
export type Place = {
  line: string | null
  city: string | null
  state: string | null
  zip: string | null
}
/** How many characters a source keeps of a name: one of full width may have been cut off. */
export type NameWidths = { last: number; first: number; organization: number }

export type Agreement = 'agree' | 'disagree' | 'unknown'

/** A name part ready to compare; `cut`: it fills its field, so its end may be missing. */
export type NamePart = { text: string; cut: boolean }
export type PreparedName = NormalName & { last_cut: boolean; first_cut: boolean }

function sameOrCut(one: NamePart, other: NamePart): boolean {
  if (one.text === '' || other.text === '') return false
  if (one.text === other.text) return true
  return (
    (one.cut && other.text.startsWith(one.text)) || (other.cut && one.text.startsWith(other.text))
  )
}

const lastOf = (name: PreparedName): NamePart => ({ text: name.last, cut: name.last_cut })
const firstOf = (name: PreparedName): NamePart => ({ text: name.first, cut: name.first_cut })

export type LastName = 'whole' | 'part' | 'none'

/** Whole last names equal (or cut off alike), or one half of a double name found in the other. */
export function compareLast(one: PreparedName, other: PreparedName): LastName {
  if (sameOrCut(lastOf(one), lastOf(other))) return 'whole'
  return one.last_parts.some((part) => other.last_parts.includes(part)) ? 'part' : 'none'
}

export type FirstName = 'whole' | 'initial' | 'none'

/** First names equal, or one of them only an initial that fits. */
export function compareFirst(one: PreparedName, other: PreparedName): FirstName {
  if (sameOrCut(firstOf(one), firstOf(other))) return 'whole'
  // MARY ANN may be written MARYANN: the first name with what follows it.
  if (
    one.first !== '' &&
    (one.first + one.middle === other.first || other.first + other.middle === one.first)
  ) {
    return 'whole'
  }
  const initial = one.first.length === 1 || other.first.length === 1
  return initial && one.first[0] === other.first[0] ? 'initial' : 'none'
}

/** Whether one of two texts is the other's beginning. */
const begins = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)

/**
 * Middle names agree when equal or when one is the other's beginning (an initial). One that the
 * other side writes as half of the last name says nothing of the middle name, and neither does one
 * of several that fits: ANN ELIZABETH may sign with an E.
 */
export function compareMiddle(one: NormalName, other: NormalName): Agreement {
  if (one.middle === '' || other.middle === '') return 'unknown'
  if (other.last_parts.includes(one.middle) || one.last_parts.includes(other.middle)) {
    return 'unknown'
  }
  if (begins(one.middle, other.middle)) return 'agree'
  const fits = one.middle_parts.some((a) => other.middle_parts.some((b) => begins(a, b)))
  return fits ? 'unknown' : 'disagree'
}

/** Generations disagree only when both are stated: a father often writes none. */
export function compareSuffix(one: NormalName, other: NormalName): Agreement {
  if (one.suffix === '' || other.suffix === '') return 'unknown'
  return one.suffix === other.suffix ? 'agree' : 'disagree'
}

/** Organization names, already normal: equal, or the beginning of one that was cut off. */
export const sameOrganization: (one: NamePart, other: NamePart) => boolean = sameOrCut

const NOT_IDENTITY = /^(MD|DO|NP|RN|PA|LIC|LICENSE|NO|AP|APRN|CRNA)$/

/** The letters of a license number that tell classes apart: California's A, C and G. */
function licenseLetters(claim: LicenseClaim): string {
  const letters = foldText(claim.number).replace(/[^A-Z]/g, '')
  const bare = letters.startsWith(claim.state) ? letters.slice(claim.state.length) : letters
  return NOT_IDENTITY.test(bare) ? '' : bare
}

const withoutZeros = (digits: string) => digits.replace(/^0+/, '')

/** Two keys of a license number: all its digits, and its last run of digits; no leading zeros. */
export function licenseKeys(number: string): { all: string; last_run: string } {
  const runs = number.match(/\d+/g) ?? []
  return { all: withoutZeros(runs.join('')), last_run: withoutZeros(runs.at(-1) ?? '') }
}

/** Same state, same number by either key (three digits at least), and no letters against it. */
export function sameLicense(one: LicenseClaim, other: LicenseClaim): boolean {
  if (one.state !== other.state) return false
  const [a, b] = [licenseKeys(one.number), licenseKeys(other.number)]
  const equal = (x: string, y: string) => x.length >= 3 && x === y
  if (!equal(a.all, b.all) && !equal(a.last_run, b.last_run)) return false
  const [mine, theirs] = [licenseLetters(one), licenseLetters(other)]
  return mine === '' || theirs === '' || mine === theirs
}

/** Licenses disagree when both sides hold one in the same state and none are the same. */
export function compareLicenses(
  ones: readonly LicenseClaim[],
  others: readonly LicenseClaim[],
): Agreement {
  let shared = false
  for (const one of ones) {
    for (const other of others) {
      if (sameLicense(one, other)) return 'agree'
      if (one.state === other.state) shared = true
    }
  }
  return shared ? 'disagree' : 'unknown'
}

const DIRECTIONS = new Set([
  'N',
  'S',
  'E',
  'W',
  'NE',
  'NW',
  'SE',
  'SW',
  'NORTH',
  'SOUTH',
  'EAST',
  'WEST',
])

/** House number and first word of the street: `1000 ASYLUM`, `BOX 2168`; null if it has none. */
export function streetKey(line: string): string | null {
  const parts = foldText(line)
    .replace(/\bPOST OFFICE\b/, 'PO')
    .split(' ')
  const box = parts.indexOf('BOX')
  if (box >= 0 && parts[box + 1] !== undefined) return `BOX ${parts[box + 1]}`
  const at = parts.findIndex((part) => /^\d+[A-Z]?$/.test(part))
  if (at < 0) return null
  const street = parts.slice(at + 1).find((part) => !DIRECTIONS.has(part))
  return street === undefined ? null : `${parts[at]} ${street}`
}

const zip5 = (zip: string | null) => (zip === null ? null : zip.slice(0, 5))

/** Same house number and street in the same ZIP, or the same city and state if a ZIP is missing. */
export function sameAddress(one: Place, other: Place): boolean {
  const street = one.line === null ? null : streetKey(one.line)
  if (street === null || other.line === null || street !== streetKey(other.line)) return false
  const [a, b] = [zip5(one.zip), zip5(other.zip)]
  if (a !== null && b !== null) return a === b
  return sameCity(one, other)
}

/** Same city and state, both known. */
export function sameCity(one: Place, other: Place): boolean {
  if (one.city === null || other.city === null || one.state === null) return false
  return one.state === other.state && foldText(one.city) === foldText(other.city)
}
