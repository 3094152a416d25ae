/** The header of the NPI main file, second layout (330 columns), built by its published rule. */

const address = (place: string) => [
  `Provider First Line Business ${place} Address`,
  `Provider Second Line Business ${place} Address`,
  ...[
    'City Name',
    'State Name',
    'Postal Code',
    'Country Code (If outside U.S.)',
    'Telephone Number',
    'Fax Number',
  ].map((part) => `Provider Business ${place} Address ${part}`),
]
const slots = (count: number, names: string[]) =>
  Array.from({ length: count }, (_, index) => names.map((name) => `${name}_${index + 1}`)).flat()

export const NPPES_V2_HEADER: readonly string[] = [
  'NPI',
  'Entity Type Code',
  'Replacement NPI',
  'Employer Identification Number (EIN)',
  'Provider Organization Name (Legal Business Name)',
  'Provider Last Name (Legal Name)',
  'Provider First Name',
  'Provider Middle Name',
  'Provider Name Prefix Text',
  'Provider Name Suffix Text',
  'Provider Credential Text',
  'Provider Other Organization Name',
  'Provider Other Organization Name Type Code',
  'Provider Other Last Name',
  'Provider Other First Name',
  'Provider Other Middle Name',
  'Provider Other Name Prefix Text',
  'Provider Other Name Suffix Text',
  'Provider Other Credential Text',
  'Provider Other Last Name Type Code',
  ...address('Mailing'),
  ...address('Practice Location'),
  'Provider Enumeration Date',
  'Last Update Date',
  'NPI Deactivation Reason Code',
  'NPI Deactivation Date',
  'NPI Reactivation Date',
  'Provider Sex Code',
  'Authorized Official Last Name',
  'Authorized Official First Name',
  'Authorized Official Middle Name',
  'Authorized Official Title or Position',
  'Authorized Official Telephone Number',
  ...slots(15, [
    'Healthcare Provider Taxonomy Code',
    'Provider License Number',
    'Provider License Number State Code',
    'Healthcare Provider Primary Taxonomy Switch',
  ]),
  ...slots(50, [
    'Other Provider Identifier',
    'Other Provider Identifier Type Code',
    'Other Provider Identifier State',
    'Other Provider Identifier Issuer',
  ]),
  'Is Sole Proprietor',
  'Is Organization Subpart',
  'Parent Organization LBN',
  'Parent Organization TIN',
  'Authorized Official Name Prefix Text',
  'Authorized Official Name Suffix Text',
  'Authorized Official Credential Text',
  ...slots(15, ['Healthcare Provider Taxonomy Group']),
  'Certification Date',
]

/** A row of the file with these values, all others empty. */
export function nppesRow(values: Record<string, string>): string[] {
  const unknown = Object.keys(values).filter((name) => !NPPES_V2_HEADER.includes(name))
  if (unknown.length > 0) throw new RangeError(`no column ${unknown.join(', ')}`)
  return NPPES_V2_HEADER.map((name) => values[name] ?? '')
}
