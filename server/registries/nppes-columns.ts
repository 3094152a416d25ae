/** Where the columns that we use stand in an NPI main file, first (V1) or second (V2) layout. */

import type { Columns } from './columns.ts'
import { checkColumns, readColumns } from './columns.ts'

export type AddressColumns = {
  line_1: number
  line_2: number
  city: number
  state: number
  zip: number
  country: number
  phone: number
  fax: number
}

function addressColumns(columns: Columns, place: 'Mailing' | 'Practice Location'): AddressColumns {
  const of = `Business ${place} Address`
  return {
    line_1: columns.need(`Provider First Line ${of}`),
    line_2: columns.need(`Provider Second Line ${of}`),
    city: columns.need(`Provider ${of} City Name`),
    state: columns.need(`Provider ${of} State Name`),
    zip: columns.need(`Provider ${of} Postal Code`),
    country: columns.need(`Provider ${of} Country Code (If outside U.S.)`),
    phone: columns.need(`Provider ${of} Telephone Number`),
    fax: columns.need(`Provider ${of} Fax Number`),
  }
}

const NEEDED = 45

function nameColumns(columns: Columns) {
  return {
    npi: columns.need('NPI'),
    entity: columns.need('Entity Type Code'),
    replacement: columns.need('Replacement NPI'),
    organization: columns.need('Provider Organization Name (Legal Business Name)'),
    last: columns.need('Provider Last Name (Legal Name)'),
    first: columns.need('Provider First Name'),
    middle: columns.need('Provider Middle Name'),
    suffix: columns.need('Provider Name Suffix Text'),
    credential: columns.need('Provider Credential Text'),
    other_organization: columns.need('Provider Other Organization Name'),
    other_organization_type: columns.need('Provider Other Organization Name Type Code'),
    other_last: columns.need('Provider Other Last Name'),
    other_first: columns.need('Provider Other First Name'),
    other_middle: columns.need('Provider Other Middle Name'),
    other_last_type: columns.need('Provider Other Last Name Type Code'),
    parent: columns.need('Parent Organization LBN'),
  }
}

function dayColumns(columns: Columns) {
  return {
    enumerated: columns.need('Provider Enumeration Date'),
    updated: columns.need('Last Update Date'),
    deactivated: columns.need('NPI Deactivation Date'),
    reactivated: columns.need('NPI Reactivation Date'),
    // New in the second layout.
    certified: columns.find('Certification Date'),
  }
}

function officialColumns(columns: Columns) {
  return {
    last: columns.need('Authorized Official Last Name'),
    first: columns.need('Authorized Official First Name'),
    middle: columns.need('Authorized Official Middle Name'),
    title: columns.need('Authorized Official Title or Position'),
    phone: columns.need('Authorized Official Telephone Number'),
    credential: columns.need('Authorized Official Credential Text'),
  }
}

function taxonomyColumns(columns: Columns) {
  return Array.from({ length: 15 }, (_, index) => index + 1).map((slot) => ({
    code: columns.need(`Healthcare Provider Taxonomy Code_${slot}`),
    number: columns.need(`Provider License Number_${slot}`),
    state: columns.need(`Provider License Number State Code_${slot}`),
    primary: columns.need(`Healthcare Provider Primary Taxonomy Switch_${slot}`),
  }))
}

export type NppesColumns = ReturnType<typeof nameColumns> & {
  mailing: AddressColumns
  practice: AddressColumns
  days: ReturnType<typeof dayColumns>
  official: ReturnType<typeof officialColumns>
  taxonomies: ReturnType<typeof taxonomyColumns>
  names: readonly string[]
}

/** The columns of a main file by name; throws `RegistryFileProblem` if it is not one. */
export function readNppesColumns(header: string[], name: string): NppesColumns {
  const columns = readColumns(header)
  const found = {
    ...nameColumns(columns),
    mailing: addressColumns(columns, 'Mailing'),
    practice: addressColumns(columns, 'Practice Location'),
    days: dayColumns(columns),
    official: officialColumns(columns),
    taxonomies: taxonomyColumns(columns),
    names: header,
  }
  checkColumns(columns, NEEDED, 'NPI main file (npidata_pfile)', name)
  return found
}
