/**
 * Whether a registry row is about this person or organization: the ladder
 * certain – likely – possible – different, with the fields that agreed and disagreed.
 *
 * A number settles it, a name never does. People share names, so a name needs a license, a birth
 * year or a street address beside it, and even then a person must confirm before it is published.
 */

import type {
  Agreement,
  LicenseClaim,
  NamePart,
  NameWidths,
  Place,
  PreparedName,
} from './match-evidence.ts'
import {
  compareFirst,
  compareLast,
  compareLicenses,
  compareMiddle,
  compareSuffix,
  sameAddress,
  sameCity,
  sameOrganization,
} from './match-evidence.ts'
import type { Evidence, MatchLevel, NameResult, Rung } from './match-ladder.ts'
import { organizationLevel, personLevel } from './match-ladder.ts'
import type { PersonName } from './name.ts'
import { normalName, normalOrganization } from './name.ts'
import type { Npi } from './npi.ts'

export const MATCH_FIELDS = [
  'npi',
  'kind',
  'name',
  'first_name',
  'middle_name',
  'suffix',
  'license',
  'birth_year',
  'age',
  'address',
  'city',
  'state',
] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

export type Match = {
  level: MatchLevel
  agreed: MatchField[]
  disagreed: MatchField[]
  /** One sentence for a reviewer. */
  because: string
}

/** Everything either side knows that can tell people apart. Empty lists and nulls are unknown. */
export type Identity = {
  kind: 'person' | 'organization'
  /** One at most of a person; a company may hold one for each site or part. */
  npis: readonly Npi[]
  /** The name now, then former and other names that the source lists. */
  names: PersonName[]
  organization_names: string[]
  licenses: LicenseClaim[]
  birth_year: number | null
  /** Year in which the NPI was given out: its holder was grown up by then. */
  enumerated_year: number | null
  places: Place[]
  widths: NameWidths | null
}

/** An identity with its names made comparable once, so that many can be compared fast. */
export type PreparedIdentity = Identity & {
  normal_names: PreparedName[]
  normal_organizations: NamePart[]
}

/** Normalizes the names of an identity; empty names are left out. */
export function prepareIdentity(identity: Identity): PreparedIdentity {
  const { widths } = identity
  const isCut = (name: string, width: number | undefined) =>
    width !== undefined && name.trimEnd().length >= width
  return {
    ...identity,
    normal_names: identity.names
      .map((name) => ({
        ...normalName(name),
        last_cut: isCut(name.last, widths?.last),
        first_cut: isCut(name.first, widths?.first),
      }))
      .filter((name) => name.last !== '' && name.first !== ''),
    normal_organizations: identity.organization_names
      .map((name) => ({
        text: normalOrganization(name),
        cut: isCut(name, widths?.organization),
      }))
      .filter(({ text }) => text !== ''),
  }
}

/** Nobody gets an NPI as a child; a doctor or nurse is twenty at the least. */
const LEAST_AGE = 20

const WEIGHT: Record<Agreement, number> = { agree: 2, unknown: 1, disagree: 0 }

/** The best fit among all names of both sides. */
function compareNames(one: PreparedIdentity, other: PreparedIdentity): NameResult | null {
  let best: NameResult | null = null
  let bestWeight = -1
  for (const mine of one.normal_names) {
    for (const theirs of other.normal_names) {
      const last = compareLast(mine, theirs)
      const first = compareFirst(mine, theirs)
      const same = last !== 'none' && first !== 'none'
      const middle = compareMiddle(mine, theirs)
      const suffix = compareSuffix(mine, theirs)
      const unlike = last === 'none' && first === 'none'
      const last_only = last !== 'none' && first === 'none'
      const weight =
        (same ? 100 : unlike ? 0 : last_only ? 80 : 50) +
        (first === 'whole' ? 10 : 0) +
        WEIGHT[middle] +
        3 * WEIGHT[suffix]
      if (weight <= bestWeight) continue
      bestWeight = weight
      const first_only_initial = first === 'initial'
      best = { same, unlike, last_only, first_only_initial, middle, suffix }
    }
  }
  return best
}

function compareOrganizations(one: PreparedIdentity, other: PreparedIdentity): NameResult | null {
  const mine = one.normal_organizations
  const theirs = other.normal_organizations
  if (mine.length === 0 || theirs.length === 0) return null
  const same = mine.some((a) => theirs.some((b) => sameOrganization(a, b)))
  const unasked = { last_only: false, first_only_initial: false } as const
  return { same, unlike: !same, ...unasked, middle: 'unknown', suffix: 'unknown' }
}

function comparePlaces(
  one: Identity,
  other: Identity,
): Pick<Evidence, 'address' | 'city' | 'state'> {
  const any = (test: (a: Place, b: Place) => boolean) =>
    one.places.some((a) => other.places.some((b) => test(a, b)))
  const states = (of: Identity) =>
    new Set([...of.places, ...of.licenses].map((place) => place.state).filter((s) => s !== null))
  const [mine, theirs] = [states(one), states(other)]
  const known = mine.size > 0 && theirs.size > 0
  return {
    address: any(sameAddress) ? 'agree' : 'unknown',
    city: any(sameCity) ? 'agree' : 'unknown',
    state: !known ? 'unknown' : [...mine].some((found) => theirs.has(found)) ? 'agree' : 'disagree',
  }
}

function equality<T>(one: T | null, other: T | null): Agreement {
  if (one === null || other === null) return 'unknown'
  return one === other ? 'agree' : 'disagree'
}

function compareNumbers(ones: readonly Npi[], others: readonly Npi[]): Agreement {
  if (ones.length === 0 || others.length === 0) return 'unknown'
  return ones.some((one) => others.includes(one)) ? 'agree' : 'disagree'
}

function compareAge(one: Identity, other: Identity): Agreement {
  const tooYoung = (born: number | null, enumerated: number | null) =>
    born !== null && enumerated !== null && enumerated - born < LEAST_AGE
  const child =
    tooYoung(one.birth_year, other.enumerated_year) ||
    tooYoung(other.birth_year, one.enumerated_year)
  return child ? 'disagree' : 'unknown'
}

function gather(one: Identity, other: Identity): Evidence {
  return {
    npi: compareNumbers(one.npis, other.npis),
    license: compareLicenses(one.licenses, other.licenses),
    birth_year: equality(one.birth_year, other.birth_year),
    age: compareAge(one, other),
    ...comparePlaces(one, other),
  }
}

function level(one: Identity, other: Identity, name: NameResult | null, evidence: Evidence): Rung {
  if (evidence.npi === 'agree') {
    // A number typed wrong in a hand-kept list must not brand a stranger without a second look.
    return one.kind !== other.kind || name?.unlike === true
      ? ['likely', 'The NPI agrees, but nothing of the name does: a person must look.']
      : ['certain', 'The NPI agrees.']
  }
  if (one.kind !== other.kind) return ['different', 'One is a person, the other an organization.']
  return one.kind === 'person' ? personLevel(name, evidence) : organizationLevel(name, evidence)
}

/** Compares two prepared identities; the order of the two does not matter. */
export function match(one: PreparedIdentity, other: PreparedIdentity): Match {
  const sameKind = one.kind === other.kind
  const name = !sameKind
    ? null
    : one.kind === 'person'
      ? compareNames(one, other)
      : compareOrganizations(one, other)
  const evidence = gather(one, other)
  const [result, because] = level(one, other, name, evidence)
  const fields: Partial<Record<MatchField, Agreement>> = {
    ...evidence,
    kind: sameKind ? 'unknown' : 'disagree',
    name: name === null ? 'unknown' : name.same ? 'agree' : 'disagree',
    first_name: name?.first_only_initial ? 'disagree' : 'unknown',
    middle_name: name?.middle ?? 'unknown',
    suffix: name?.suffix ?? 'unknown',
  }
  const having = (wanted: Agreement) => MATCH_FIELDS.filter((field) => fields[field] === wanted)
  return { level: result, agreed: having('agree'), disagreed: having('disagree'), because }
}
