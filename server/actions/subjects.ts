/** The people and companies of the directory, as identities that registry rows are compared with. */

import type { Identity } from '#core/match.ts'
import { parseFirstLast } from '#core/name.ts'
import { parseNpi } from '#core/npi.ts'
import type { Clinician, ProviderRecord } from '#core/provider.ts'
import { npiIdentity } from '#core/registry-identity.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { US_STATES } from '#core/vocabulary.ts'
import type { SubjectKind } from '#db/registry-schema.ts'

export type Subject = {
  provider_id: string
  kind: SubjectKind
  name: string
  /** Whether the license matters: who directs or gives the care. */
  treats: boolean
  /** Where to look for someone of the name: the states with a site, else those served. */
  states: string[]
  identity: Identity
}

/** Whose bans and whose license a patient is told about; other staff are left alone. */
const CHECKED_ROLES: readonly Clinician['role'][] = ['medical_director', 'prescriber', 'owner']

const KNOWN_STATES = new Set<string>(US_STATES)

/** US states in which a provider has a site, in the record's order. */
export function siteStates(record: ProviderRecord): string[] {
  return [...new Set(record.locations.map(({ state }) => state))].filter((one) =>
    KNOWN_STATES.has(one),
  )
}

/**
 * US states whose boards a license is looked for at: those with a site, those served from afar,
 * and those whose board (`asked`) a person has asked. None: nobody knows where care is given.
 */
export function licenseStates(record: ProviderRecord, asked: readonly string[]): string[] {
  const served = record.serves.flatMap(({ states }) => states ?? [])
  const all = new Set([...siteStates(record), ...served, ...asked])
  return [...all].filter((one) => KNOWN_STATES.has(one))
}

function lookStates(record: ProviderRecord): string[] {
  const sites = siteStates(record)
  return sites.length > 0 ? sites : licenseStates(record, [])
}

function placesOf(record: ProviderRecord): Identity['places'] {
  return record.locations.map(({ address, city, state, zip }) => ({
    line: address,
    city,
    state,
    zip,
  }))
}

function clinicianSubject(record: ProviderRecord, one: Clinician): Subject | null {
  if (one.name === null) return null
  const name = parseFirstLast(one.name)
  const npi = one.npi === null ? null : parseNpi(one.npi)
  return {
    provider_id: record.id,
    kind: 'clinician',
    name: one.name,
    treats: one.role !== 'owner',
    states: lookStates(record),
    identity: {
      kind: 'person',
      npis: npi === null ? [] : [npi],
      // Of `Dr. Last` nothing can be found, but numbers and looks by hand can be noted.
      names: name === null ? [] : [name],
      organization_names: [],
      licenses: [],
      birth_year: null,
      enumerated_year: null,
      places: placesOf(record),
      widths: null,
    },
  }
}

/** The company, then each of its named owners, directors and prescribers, once. */
export function subjectsOf(record: ProviderRecord): Subject[] {
  const company: Subject = {
    provider_id: record.id,
    kind: 'provider',
    name: record.name,
    treats: false,
    states: lookStates(record),
    identity: {
      kind: 'organization',
      npis: [],
      names: [],
      organization_names: [record.name, ...record.aliases],
      licenses: [],
      birth_year: null,
      enumerated_year: null,
      places: placesOf(record),
      widths: null,
    },
  }
  const people = new Map<string, Subject>()
  for (const one of record.clinicians) {
    if (!CHECKED_ROLES.includes(one.role)) continue
    const subject = clinicianSubject(record, one)
    if (subject === null) continue
    const known = people.get(subject.name)
    if (known === undefined) people.set(subject.name, subject)
    else {
      known.treats ||= subject.treats
      if (known.identity.npis.length === 0) known.identity.npis = subject.identity.npis
    }
  }
  return [company, ...people.values()]
}

/** The subject with all that its own NPI record knows: former names, places, licenses. */
export function withNpiRecord(subject: Subject, record: NpiRecord): Subject {
  const more = npiIdentity(record)
  const { identity } = subject
  return {
    ...subject,
    identity: {
      ...identity,
      npis: [...new Set([...identity.npis, record.npi])],
      names: [...identity.names, ...more.names],
      organization_names: [...identity.organization_names, ...more.organization_names],
      licenses: [...identity.licenses, ...more.licenses],
      enumerated_year: more.enumerated_year,
      places: [...identity.places, ...more.places],
    },
  }
}
