/**
 * The shapes that registry rows are read into. They carry what a source says, cleaned but not
 * judged: empty text is null, days are `YYYY-MM-DD`, and the source's own words stay beside ours.
 */

import type { IsoDate } from './calendar.ts'
import type { Npi } from './npi.ts'

export type RegistryAddress = {
  line_1: string | null
  line_2: string | null
  city: string | null
  /** As the source has it: two letters, a full name or a foreign place. */
  state: string | null
  /** Five digits or nine, no hyphen, as far as the source gives them. */
  zip: string | null
  country: string | null
  phone: string | null
  fax: string | null
}

export type RegistryTaxonomy = {
  code: string
  /** Self-reported; the registry does not check it. */
  license_number: string | null
  license_state: string | null
  primary: boolean
}

export type RegistryOtherName = {
  kind: 'organization' | 'person'
  organization_name: string | null
  last_name: string | null
  first_name: string | null
  middle_name: string | null
  /** 1 former, 2 professional, 3 doing business as, 4 former legal, 5 other, 6 seen and undocumented. */
  type_code: string | null
}

export type AuthorizedOfficial = {
  last_name: string | null
  first_name: string | null
  middle_name: string | null
  title: string | null
  phone: string | null
  credential: string | null
}

/** One record of the NPI registry, the same from a file and from the API. */
export type NpiRecord = {
  npi: Npi
  /** null: a deactivated stub, whose holder the registry no longer shows. */
  kind: 'person' | 'organization' | null
  status: 'active' | 'deactivated'
  deactivated_on: IsoDate | null
  reactivated_on: IsoDate | null
  replacement_npi: Npi | null
  organization_name: string | null
  last_name: string | null
  first_name: string | null
  middle_name: string | null
  suffix: string | null
  credential: string | null
  other_names: RegistryOtherName[]
  mailing: RegistryAddress | null
  practice: RegistryAddress | null
  /** Secondary places; the main file has none, the API has them all. */
  other_places: RegistryAddress[]
  enumerated_on: IsoDate | null
  updated_on: IsoDate | null
  certified_on: IsoDate | null
  official: AuthorizedOfficial | null
  parent_name: string | null
  taxonomies: RegistryTaxonomy[]
}

/** What a record holds where the registry says nothing. */
export const BLANK_NPI_RECORD = {
  deactivated_on: null,
  reactivated_on: null,
  replacement_npi: null,
  organization_name: null,
  last_name: null,
  first_name: null,
  middle_name: null,
  suffix: null,
  credential: null,
  other_names: [],
  mailing: null,
  practice: null,
  other_places: [],
  enumerated_on: null,
  updated_on: null,
  certified_on: null,
  official: null,
  parent_name: null,
  taxonomies: [],
} satisfies Partial<NpiRecord>

/** One row of the federal exclusion list, or of its monthly supplements. */
export type ExclusionRow = {
  /** `excluded`: in the list or newly added; `reinstated`: a row of a reinstatement file. */
  kind: 'excluded' | 'reinstated'
  last_name: string | null
  first_name: string | null
  middle_name: string | null
  business_name: string | null
  general: string | null
  specialty: string | null
  upin: string | null
  /** null where the list has none (ten zeros) or has a number whose check digit fails. */
  npi: Npi | null
  /** The number as given, null for none; with `npi` null its check digit fails. */
  npi_as_given: string | null
  /** For matching only; never shown. */
  born_on: IsoDate | null
  address: string | null
  city: string | null
  state: string | null
  zip: string | null
  /** The part of the statute, trimmed: `1128a1`. */
  exclusion_type: string
  /** The same with the list's own blanks and case. */
  exclusion_type_as_given: string
  excluded_on: IsoDate
  reinstated_on: IsoDate | null
  waived_on: IsoDate | null
  waiver_state: string | null
}

export const LICENSE_STATUSES = [
  'active',
  'active_restricted',
  'inactive',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
  'retired',
  'deceased',
  'pending',
  'unknown',
] as const
export type LicenseStatus = (typeof LICENSE_STATUSES)[number]

/** What a board has done or said. An allegation is never discipline and never scored. */
export type DisciplineItem = {
  kind: 'order' | 'allegation' | 'closed_allegation' | 'unspecified'
  /** The board's own words for what it did. */
  words: string
  /** What the board says about it, where the file has more than the action: reasons, terms. */
  note?: string
  on: IsoDate | null
  /** Case number, where the file has one. */
  case_number: string | null
}

/** An action with what the board says about it. */
export function actionWords({ words, note }: DisciplineItem): string {
  return note === undefined ? words : `${words.replace(/[.:]$/, '')}: ${note}`
}

/** One license as a state board's file gives it. */
export type LicenseRow = {
  /** Which file: `wa-health`, `tx-medical`, … */
  source: string
  state: string
  /** Unique within the source: number, and type where numbers repeat between types. */
  row_key: string
  license_number: string
  license_type: string | null
  last_name: string | null
  first_name: string | null
  middle_name: string | null
  suffix: string | null
  business_name: string | null
  birth_year: number | null
  city: string | null
  home_state: string | null
  status: LicenseStatus
  status_words: string | null
  issued_on: IsoDate | null
  expires_on: IsoDate | null
  discipline: DisciplineItem[]
  /** false: the file does not say whether there is discipline, so its silence means nothing. */
  tells_discipline: boolean
  /** Where a person can check this license, if the source gives or fixes it. */
  verify_url: string | null
}

/** What a license holds where a source says nothing. */
export const BLANK_LICENSE = {
  license_type: null,
  last_name: null,
  first_name: null,
  middle_name: null,
  suffix: null,
  business_name: null,
  birth_year: null,
  city: null,
  home_state: null,
  status_words: null,
  issued_on: null,
  expires_on: null,
  discipline: [],
  tells_discipline: false,
  verify_url: null,
} satisfies Partial<LicenseRow>

type Named = Pick<ExclusionRow, 'last_name' | 'first_name' | 'middle_name'> & {
  suffix?: string | null
  business_name?: string | null
  organization_name?: string | null
}

/** Whom a row names: `Last, First Middle Suffix`, or the organization. */
export function holderName(row: Named): string {
  const { last_name, first_name, middle_name, suffix, business_name, organization_name } = row
  const given = [first_name, middle_name, suffix].filter(Boolean).join(' ')
  return business_name ?? organization_name ?? [last_name, given].filter(Boolean).join(', ')
}
