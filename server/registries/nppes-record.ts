/** Turns one row of an NPI main file into a record. */

import type { IsoDate } from '#core/calendar.ts'
import { parseNpi } from '#core/npi.ts'
import type {
  AuthorizedOfficial,
  NpiRecord,
  RegistryAddress,
  RegistryOtherName,
  RegistryTaxonomy,
} from '#core/registry-rows.ts'
import type { Parsed } from './file-problem.ts'
import type { AddressColumns, NppesColumns } from './nppes-columns.ts'
import { nppesDay, nppesValue, refuseMangled } from './nppes-values.ts'
import type { RowText } from './row-fields.ts'

function address(text: RowText, at: AddressColumns): RegistryAddress | null {
  const line_1 = nppesValue(text(at.line_1))
  const city = nppesValue(text(at.city))
  if (line_1 === null && city === null) return null
  return {
    line_1,
    line_2: nppesValue(text(at.line_2)),
    city,
    state: nppesValue(text(at.state)),
    zip: nppesValue(text(at.zip)),
    country: nppesValue(text(at.country)),
    phone: nppesValue(text(at.phone)),
    fax: nppesValue(text(at.fax)),
  }
}

function otherNames(text: RowText, at: NppesColumns): RegistryOtherName[] {
  const names: RegistryOtherName[] = []
  const organization = nppesValue(text(at.other_organization))
  if (organization !== null) {
    names.push({
      kind: 'organization',
      organization_name: organization,
      last_name: null,
      first_name: null,
      middle_name: null,
      type_code: nppesValue(text(at.other_organization_type)),
    })
  }
  const last = nppesValue(text(at.other_last))
  if (last !== null) {
    names.push({
      kind: 'person',
      organization_name: null,
      last_name: last,
      first_name: nppesValue(text(at.other_first)),
      middle_name: nppesValue(text(at.other_middle)),
      type_code: nppesValue(text(at.other_last_type)),
    })
  }
  return names
}

function taxonomies(text: RowText, at: NppesColumns): RegistryTaxonomy[] {
  const found: RegistryTaxonomy[] = []
  for (const slot of at.taxonomies) {
    const code = nppesValue(text(slot.code))
    if (code === null) continue
    found.push({
      code,
      license_number: nppesValue(text(slot.number)),
      license_state: nppesValue(text(slot.state)),
      primary: text(slot.primary) === 'Y',
    })
  }
  // Some holders answered X in every slot; the first one stands for the primary then.
  const [first] = found
  if (first !== undefined && !found.some(({ primary }) => primary)) first.primary = true
  return found
}

function official(text: RowText, at: NppesColumns['official']): AuthorizedOfficial | null {
  const last_name = nppesValue(text(at.last))
  if (last_name === null) return null
  return {
    last_name,
    first_name: nppesValue(text(at.first)),
    middle_name: nppesValue(text(at.middle)),
    title: nppesValue(text(at.title)),
    phone: nppesValue(text(at.phone)),
    credential: nppesValue(text(at.credential)),
  }
}

type Days = Record<keyof NppesColumns['days'], IsoDate | null>

/** All days of a row, or the column of the first that is none. */
function days(text: RowText, at: NppesColumns['days']): Days | { bad: number } {
  const enumerated = nppesDay(text(at.enumerated))
  if (enumerated === false) return { bad: at.enumerated }
  const updated = nppesDay(text(at.updated))
  if (updated === false) return { bad: at.updated }
  const deactivated = nppesDay(text(at.deactivated))
  if (deactivated === false) return { bad: at.deactivated }
  const reactivated = nppesDay(text(at.reactivated))
  if (reactivated === false) return { bad: at.reactivated }
  const certified = nppesDay(text(at.certified))
  if (certified === false) return { bad: at.certified }
  return { enumerated, updated, deactivated, reactivated, certified }
}

/** Columns in which the work of a spreadsheet shows, by what it does to numbers and days. */
function telling(at: NppesColumns): number[] {
  const { mailing, practice, days: day } = at
  return [
    at.npi,
    at.entity,
    mailing.zip,
    mailing.phone,
    practice.zip,
    practice.phone,
    day.enumerated,
    day.updated,
  ]
}

const KINDS: Record<string, NpiRecord['kind']> = { '1': 'person', '2': 'organization', '': null }

/** A parser for rows of a file with these columns. Throws for a file that a spreadsheet has saved. */
export function nppesRowParser(
  at: NppesColumns,
  name: string,
): (text: RowText) => Parsed<NpiRecord> {
  const watched = telling(at)
  const columnName = (place: number) => at.names[place] ?? null
  return (text) => {
    for (const place of watched) refuseMangled(text(place), columnName(place) ?? '', name)
    const npi = parseNpi(text(at.npi))
    if (npi === null) {
      return {
        column: 'NPI',
        reason: `"${text(at.npi).slice(0, 20)}" is not an NPI (form or check digit).`,
      }
    }
    const kind = KINDS[text(at.entity)]
    if (kind === undefined) {
      return {
        column: columnName(at.entity),
        reason: `Entity type "${text(at.entity).slice(0, 20)}" is not 1, 2 or empty.`,
      }
    }
    const day = days(text, at.days)
    if ('bad' in day) {
      return {
        column: columnName(day.bad),
        reason: `"${text(day.bad).slice(0, 30)}" is not a day written MM/DD/YYYY.`,
      }
    }
    return { row: record(text, at, npi, kind, day) }
  }
}

function record(
  text: RowText,
  at: NppesColumns,
  npi: NpiRecord['npi'],
  kind: NpiRecord['kind'],
  day: Days,
): NpiRecord {
  // A record that came back keeps its old deactivation day beside the day it came back.
  const gone =
    day.deactivated !== null && (day.reactivated === null || day.reactivated < day.deactivated)
  return {
    npi,
    kind,
    status: gone ? 'deactivated' : 'active',
    deactivated_on: day.deactivated,
    reactivated_on: day.reactivated,
    replacement_npi: parseNpi(text(at.replacement)),
    organization_name: nppesValue(text(at.organization)),
    last_name: nppesValue(text(at.last)),
    first_name: nppesValue(text(at.first)),
    middle_name: nppesValue(text(at.middle)),
    suffix: nppesValue(text(at.suffix)),
    credential: nppesValue(text(at.credential)),
    other_names: otherNames(text, at),
    mailing: address(text, at.mailing),
    practice: address(text, at.practice),
    other_places: [],
    enumerated_on: day.enumerated,
    updated_on: day.updated,
    certified_on: day.certified,
    official: official(text, at.official),
    parent_name: nppesValue(text(at.parent)),
    taxonomies: taxonomies(text, at),
  }
}
