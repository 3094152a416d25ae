/**
 * Reads answers of the NPI registry API, version 2.1. Everything comes with HTTP 200: errors carry
 * `Errors`, nothing found is `result_count` 0. Two dialects are understood: numbers as text with
 * times in milliseconds (2026), and numbers as numbers with times in seconds (2018).
 */

import { z } from 'zod'
import { parseDay } from '#core/calendar.ts'
import { parseNpi } from '#core/npi.ts'
import type { NpiRecord, RegistryAddress, RegistryOtherName } from '#core/registry-rows.ts'
import { nppesValue } from './nppes-values.ts'

/** `--` stands for an empty prefix or suffix. */
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given) => {
    const text = String(given ?? '').trim()
    return text === '--' ? null : nppesValue(text)
  })
const day = z
  .string()
  .nullish()
  .transform((given) => parseDay(given?.trim() ?? ''))

const address = z.object({
  address_purpose: word,
  address_1: word,
  address_2: word,
  city: word,
  state: word,
  postal_code: word,
  country_code: word,
  telephone_number: word,
  fax_number: word,
})

const result = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  enumeration_type: z.string(),
  basic: z.object({
    organization_name: word,
    last_name: word,
    first_name: word,
    middle_name: word,
    name_suffix: word,
    credential: word,
    status: word,
    parent_organization_legal_business_name: word,
    replacement_npi: word,
    enumeration_date: day,
    last_updated: day,
    certification_date: day,
    deactivation_date: day,
    reactivation_date: day,
    authorized_official_last_name: word,
    authorized_official_first_name: word,
    authorized_official_middle_name: word,
    authorized_official_title_or_position: word,
    authorized_official_telephone_number: word,
    authorized_official_credential: word,
  }),
  other_names: z
    .array(
      z.object({
        organization_name: word,
        last_name: word,
        first_name: word,
        middle_name: word,
        code: word,
      }),
    )
    .nullish(),
  addresses: z.array(address).nullish(),
  practiceLocations: z.array(address).nullish(),
  taxonomies: z
    .array(z.object({ code: word, license: word, state: word, primary: z.boolean().nullish() }))
    .nullish(),
})

const apiError = z.object({
  field: z.string().nullish(),
  number: z.union([z.string(), z.number()]).transform(String).nullish(),
  description: z.string(),
})
const answer = z.union([
  z.object({ Errors: z.array(apiError).min(1) }),
  z.object({ result_count: z.number(), results: z.array(result) }),
])

export type NpiAnswer =
  | {
      kind: 'records'
      records: NpiRecord[] /** Answers without a valid NPI or type. */
      odd: number
    }
  | { kind: 'refused'; code: string | null; field: string | null; message: string }
  | { kind: 'unreadable'; message: string }

type ApiAddress = z.infer<typeof address>
type ApiResult = z.infer<typeof result>

function toAddress(given: ApiAddress): RegistryAddress {
  return {
    line_1: given.address_1,
    line_2: given.address_2,
    city: given.city,
    state: given.state,
    zip: given.postal_code?.replace('-', '') ?? null,
    country: given.country_code,
    phone: given.telephone_number,
    fax: given.fax_number,
  }
}

function toOtherName(given: NonNullable<ApiResult['other_names']>[number]): RegistryOtherName {
  return {
    kind: given.organization_name === null ? 'person' : 'organization',
    organization_name: given.organization_name,
    last_name: given.last_name,
    first_name: given.first_name,
    middle_name: given.middle_name,
    type_code: given.code,
  }
}

function toTaxonomies(given: ApiResult['taxonomies']): NpiRecord['taxonomies'] {
  return (given ?? []).flatMap(({ code, license, state, primary }) =>
    code === null
      ? []
      : [{ code, license_number: license, license_state: state, primary: primary === true }],
  )
}

function toOfficial(basic: ApiResult['basic']): NpiRecord['official'] {
  if (basic.authorized_official_last_name === null) return null
  return {
    last_name: basic.authorized_official_last_name,
    first_name: basic.authorized_official_first_name,
    middle_name: basic.authorized_official_middle_name,
    title: basic.authorized_official_title_or_position,
    phone: basic.authorized_official_telephone_number,
    credential: basic.authorized_official_credential,
  }
}

const KINDS: Record<string, NpiRecord['kind']> = { 'NPI-1': 'person', 'NPI-2': 'organization' }

function toRecord(given: ApiResult): NpiRecord | null {
  const npi = parseNpi(given.number)
  const kind = KINDS[given.enumeration_type]
  if (npi === null || kind === undefined) return null
  const { basic } = given
  const addresses = given.addresses ?? []
  const purpose = (wanted: string) => {
    const found = addresses.find(({ address_purpose }) => address_purpose === wanted)
    return found ? toAddress(found) : null
  }
  return {
    npi,
    kind,
    status: basic.status === 'D' ? 'deactivated' : 'active',
    deactivated_on: basic.deactivation_date,
    reactivated_on: basic.reactivation_date,
    replacement_npi: parseNpi(basic.replacement_npi ?? ''),
    organization_name: basic.organization_name,
    last_name: basic.last_name,
    first_name: basic.first_name,
    middle_name: basic.middle_name,
    suffix: basic.name_suffix,
    credential: basic.credential,
    other_names: (given.other_names ?? []).map(toOtherName),
    mailing: purpose('MAILING'),
    practice: purpose('LOCATION'),
    other_places: (given.practiceLocations ?? []).map(toAddress),
    enumerated_on: basic.enumeration_date,
    updated_on: basic.last_updated,
    certified_on: basic.certification_date,
    official: toOfficial(basic),
    parent_name: basic.parent_organization_legal_business_name,
    taxonomies: toTaxonomies(given.taxonomies),
  }
}

/** Reads the body of one answer, whatever it says; never throws. */
export function readNpiAnswer(body: string): NpiAnswer {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return {
      kind: 'unreadable',
      message: `The registry did not answer with JSON: ${body.slice(0, 80)}`,
    }
  }
  const parsed = answer.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return {
      kind: 'unreadable',
      message: `The registry's answer has another form than version 2.1: ${issue?.path.join('.')} ${issue?.message}`,
    }
  }
  if ('Errors' in parsed.data) {
    const [first] = parsed.data.Errors
    return {
      kind: 'refused',
      code: first?.number ?? null,
      field: first?.field ?? null,
      message: first?.description ?? '',
    }
  }
  const records = parsed.data.results.map(toRecord)
  const known = records.filter((record) => record !== null)
  return { kind: 'records', records: known, odd: records.length - known.length }
}
