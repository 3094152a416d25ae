/** The identity that each kind of registry row can vouch for. */

import type { Identity } from './match.ts'
import type { Place } from './match-evidence.ts'
import type { PersonName } from './name.ts'
import type { ExclusionRow, LicenseRow, NpiRecord, RegistryAddress } from './registry-rows.ts'

/** Characters that the federal exclusion list keeps of a last, first and business name. */
const EXCLUSION_WIDTHS = { last: 20, first: 15, organization: 30 }

const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))

function person(
  last: string | null,
  first: string | null,
  middle: string | null,
  suffix: string | null,
): PersonName[] {
  return last === null || first === null ? [] : [{ last, first, middle, suffix }]
}

const present = (names: (string | null)[]) => names.filter((name) => name !== null)

/** Who a row of the exclusion list is about. Its street is the last one the list had. */
export function exclusionIdentity(row: ExclusionRow): Identity {
  return {
    kind: row.business_name === null ? 'person' : 'organization',
    npis: row.npi === null ? [] : [row.npi],
    names:
      row.business_name === null
        ? person(row.last_name, row.first_name, row.middle_name, null)
        : [],
    organization_names: present([row.business_name]),
    licenses: [],
    birth_year: yearOf(row.born_on),
    enumerated_year: null,
    places: [{ line: row.address, city: row.city, state: row.state, zip: row.zip }],
    widths: EXCLUSION_WIDTHS,
  }
}

/** Who a license row is about. The holder's home state is a place; the board's state is not. */
export function licenseIdentity(row: LicenseRow): Identity {
  const business = row.business_name !== null && row.last_name === null
  return {
    kind: business ? 'organization' : 'person',
    npis: [],
    names: person(row.last_name, row.first_name, row.middle_name, row.suffix),
    organization_names: present([row.business_name]),
    licenses: [{ state: row.state, number: row.license_number }],
    birth_year: row.birth_year,
    enumerated_year: null,
    places:
      row.city === null && row.home_state === null
        ? []
        : [{ line: null, city: row.city, state: row.home_state, zip: null }],
    widths: null,
  }
}

/** An address as a place to compare. */
export function placeOf(address: RegistryAddress): Place {
  return { line: address.line_1, city: address.city, state: address.state, zip: address.zip }
}

/** Who an NPI record is about, with every name, place and claimed license it lists. */
export function npiIdentity(record: NpiRecord): Identity {
  const others = record.other_names.flatMap((name) =>
    person(
      name.last_name ?? record.last_name,
      name.first_name ?? record.first_name,
      name.middle_name,
      null,
    ),
  )
  const addresses = [record.practice, record.mailing, ...record.other_places]
  return {
    kind: record.kind ?? 'person',
    npis: [record.npi],
    names: [
      ...person(record.last_name, record.first_name, record.middle_name, record.suffix),
      ...others,
    ],
    organization_names: present([
      record.organization_name,
      ...record.other_names.map((name) => name.organization_name),
    ]),
    licenses: record.taxonomies.flatMap(({ license_state, license_number }) =>
      license_state === null || license_number === null
        ? []
        : [{ state: license_state, number: license_number }],
    ),
    birth_year: null,
    enumerated_year: yearOf(record.enumerated_on),
    places: addresses.filter((address) => address !== null).map(placeOf),
    widths: null,
  }
}
