/** Organizations of the NPI registry that look like ketamine providers, for a curator to look at. */

import type { Identity } from '#core/match.ts'
import { sameAddress } from '#core/match-evidence.ts'
import { normalOrganization } from '#core/name.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { npiIdentity, placeOf } from '#core/registry-identity.ts'
import type { NpiRecord, RegistryAddress } from '#core/registry-rows.ts'
import { US_STATES } from '#core/vocabulary.ts'
import { npiPages, otherNamesOf, placesOf } from '#db/npi-rows.ts'
import { listRecords } from '#db/providers.ts'
import { findDeactivations, isGone } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import { NAME_WORDS, namesOne, ORGANIZATION_TAXONOMIES } from '../registries/nppes-keep.ts'

export type Discovered = {
  npi: string
  name: string
  other_names: string[]
  city: string | null
  state: string | null
  phone: string | null
  reason: string
  /** Records that may be the same provider, and what agrees. */
  duplicates: { provider_id: string; by: ('name' | 'phone' | 'address')[] }[]
}

const [KETAMINE, INFUSION] = NAME_WORDS

/** Why an organization is worth a look, or null. A taxonomy alone says nothing of ketamine. */
function reasonOf(names: readonly string[], record: NpiRecord | null): string | null {
  const saying = (word: string) => names.find((name) => namesOne(name, [word]))
  const ketamine = saying(KETAMINE)
  if (ketamine) return `Its name says ketamine: ${ketamine}.`
  const infusion = saying(INFUSION)
  const fitting = record?.taxonomies.find(({ code }) =>
    (ORGANIZATION_TAXONOMIES as readonly string[]).includes(code),
  )
  if (infusion && fitting) {
    return `Its name says infusion (${infusion}), and its trade is ${fitting.code}: mental health, pain or infusion.`
  }
  return null
}

const digits = (phone: string | null) =>
  phone?.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') ?? ''

type Places = { identity: Pick<Identity, 'organization_names' | 'places'>; phones: string[] }

function duplicatesOf(
  { identity, phones }: Places,
  records: readonly ProviderRecord[],
): Discovered['duplicates'] {
  const names = new Set(identity.organization_names.map(normalOrganization))
  return records.flatMap((record) => {
    const by: Discovered['duplicates'][number]['by'] = []
    if ([record.name, ...record.aliases].some((name) => names.has(normalOrganization(name)))) {
      by.push('name')
    }
    const samePhone = record.locations.some(
      ({ phone }) => digits(phone).length === 10 && phones.includes(digits(phone)),
    )
    if (samePhone) by.push('phone')
    const sameSite = record.locations.some(({ address, city, state, zip }) =>
      identity.places.some((place) => sameAddress({ line: address, city, state, zip }, place)),
    )
    if (sameSite) by.push('address')
    return by.length === 0 ? [] : [{ provider_id: record.id, by }]
  })
}

type Found = {
  npi: string
  names: string[]
  /** null: only other files name it. */
  record: NpiRecord | null
  addresses: RegistryAddress[]
}

const present = <Value>(values: readonly (Value | null)[]) =>
  values.filter((value) => value !== null)

async function organizations(db: Db): Promise<Found[]> {
  const byNpi = new Map<string, Found>()
  const otherNames = await otherNamesOf(db, null)
  const places = await placesOf(db, [...otherNames.keys()])
  for (const [npi, others] of otherNames) {
    const names = present(others.map(({ organization_name }) => organization_name))
    byNpi.set(npi, { npi, names, record: null, addresses: places.get(npi) ?? [] })
  }
  for await (const page of npiPages(db)) {
    for (const { row } of page) {
      if (row.kind !== 'organization' && !byNpi.has(row.npi)) continue
      const names = npiIdentity(row).organization_names
      const addresses = present([row.practice, row.mailing, ...row.other_places])
      byNpi.set(row.npi, { npi: row.npi, names, record: row, addresses })
    }
  }
  return [...byNpi.values()]
}

function discovered({ npi, names, record, addresses }: Found, records: readonly ProviderRecord[]) {
  const reason = reasonOf(names, record)
  if (reason === null || record?.status === 'deactivated') return []
  const [name = npi, ...other_names] = names
  const [place] = addresses
  const phones = addresses.map(({ phone }) => digits(phone)).filter((one) => one.length === 10)
  const identity = { organization_names: names, places: addresses.map(placeOf) }
  const found: Discovered = {
    npi,
    name,
    other_names,
    city: place?.city ?? null,
    state: place?.state ?? null,
    phone: place?.phone ?? null,
    reason,
    duplicates: duplicatesOf({ identity, phones }, records),
  }
  return [found]
}

/** All candidates; those that are in the directory by name, phone or address come last. */
export async function discover(db: Db): Promise<Discovered[]> {
  const records = await listRecords(db)
  const all = await organizations(db)
  const likely = all.flatMap((one) => discovered(one, records))
  const byNpi = new Map(all.map(({ npi, record }) => [npi, record]))
  const listed = await findDeactivations(
    db,
    likely.map(({ npi }) => npi),
  )
  const gone = new Set(listed.flatMap((one) => (isGone(byNpi.get(one.npi), one) ? one.npi : [])))
  const found = likely.filter(({ npi }) => !gone.has(npi))
  return found.sort(
    (one, other) =>
      one.duplicates.length - other.duplicates.length || one.name.localeCompare(other.name),
  )
}

const titled = (text: string | null) =>
  text?.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()) ?? null

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/**
 * A draft of a record for a curator to fill in; null if the NPI is no candidate. It states what the
 * registry states: not what care is given, at what price, or whether the provider is open.
 */
export async function draftRecord(db: Db, npi: string, today: string): Promise<object | null> {
  const found = (await discover(db)).find((one) => one.npi === npi)
  if (!found) return null
  const known = new Set<string>(US_STATES)
  const record = (await organizations(db)).find((one) => one.npi === npi)?.record ?? null
  const place = record?.practice ?? null
  const location = {
    address: titled(place?.line_1 ?? null),
    city: titled(place?.city ?? null),
    state: place?.state ?? '',
    zip: place?.zip?.slice(0, 5) ?? null,
    phone: place?.phone ?? null,
    source: 'S1',
  }
  return {
    id: slugOf(found.name),
    name: titled(found.name),
    aliases: [...new Set(found.other_names.filter((name) => name !== found.name))],
    kind: 'clinic',
    status: { value: 'unknown', note: 'Drafted from the NPI registry; no page was read yet.' },
    locations: known.has(location.state) ? [location] : [],
    offerings: [],
    findings: [],
    sources: [
      {
        id: 'S1',
        url: `https://npiregistry.cms.hhs.gov/provider-view/${npi}`,
        kind: 'registry',
        publisher: 'NPI registry (CMS)',
        title: `NPI ${npi}`,
        observed_on: record?.updated_on ?? null,
        retrieved_on: today,
      },
    ],
  }
}
