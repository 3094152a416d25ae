/** Makes an NPI main file of any size: the real header, rows like real ones, and a few odd ones. */

import { closeSync, openSync, writeSync } from 'node:fs'
import { npiCheckDigit } from '../../core/npi.ts'
import { NPPES_V2_HEADER } from '../registries/nppes-header.ts'

export type MadeFile = {
  bytes: number
  rows: number
  /** Rows whose value holds a line end, or a doubled quote, or that end in CR LF. */
  odd: number
  /** Some of its NPIs, evenly spread. */
  known: string[]
}

const LAST = ['SMITH', 'JOHNSON', 'GARCIA', 'NGUYEN', 'OBRIEN', 'KOWALSKI', 'DE LA CRUZ', 'LEE']
const FIRST = ['MARY', 'JAMES', 'ANA', 'WEI', 'FATIMA', 'JOHN', 'OLGA', 'CARLOS']
const STREET = ['MAIN ST', 'N ELM AVE STE 200', 'MEDICAL CENTER DR', 'COUNTY ROAD 12', 'PARK PL']
const CITY = ['HARTFORD', 'SPRINGFIELD', 'AUSTIN', 'SEATTLE', 'DENVER', 'NEW YORK']
const STATE = ['CT', 'MA', 'TX', 'WA', 'CO', 'NY']
const TAXONOMY = [
  '2084P0800X',
  '207L00000X',
  '208VP0000X',
  '363LP0808X',
  '1041C0700X',
  '225100000X',
]

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

/** The values of a row that are not empty, by column. */
function valuesOf(at: number): Record<string, string> {
  const person = at % 5 !== 0
  const two = (number: number) => String(number).padStart(2, '0')
  const values: Record<string, string> = {
    'Entity Type Code': person ? '1' : '2',
    'Provider Enumeration Date': `${two(1 + (at % 12))}/${two(1 + (at % 28))}/20${two(6 + (at % 19))}`,
    'Last Update Date': `${two(1 + (at % 12))}/${two(1 + (at % 28))}/2025`,
    'Certification Date': `${two(1 + (at % 12))}/${two(1 + (at % 28))}/2025`,
    'Is Sole Proprietor': 'N',
  }
  if (person) {
    values['Provider Last Name (Legal Name)'] = pick(LAST, at)
    values['Provider First Name'] = pick(FIRST, at >> 3)
    values['Provider Credential Text'] = 'M.D.'
  } else {
    const name = `${pick(LAST, at)} MEDICAL ASSOCIATES OF ${pick(CITY, at >> 2)} PLLC`
    values['Provider Organization Name (Legal Business Name)'] = name
    values['Authorized Official Last Name'] = pick(LAST, at >> 1)
    values['Authorized Official First Name'] = pick(FIRST, at)
  }
  for (const place of ['Mailing', 'Practice Location']) {
    values[`Provider First Line Business ${place} Address`] =
      `${100 + (at % 8999)} ${pick(STREET, at)}`
    values[`Provider Business ${place} Address City Name`] = pick(CITY, at)
    values[`Provider Business ${place} Address State Name`] = pick(STATE, at)
    values[`Provider Business ${place} Address Postal Code`] = String(
      100_000_000 + (at % 899_999_999),
    )
    values[`Provider Business ${place} Address Country Code (If outside U.S.)`] = 'US'
    values[`Provider Business ${place} Address Telephone Number`] =
      `860${String(1_000_000 + (at % 8_999_999))}`
  }
  for (let slot = 1; slot <= 1 + (at % 3); slot += 1) {
    values[`Healthcare Provider Taxonomy Code_${slot}`] = pick(TAXONOMY, at + slot)
    values[`Provider License Number_${slot}`] = `MD${10_000 + (at % 89_999)}`
    values[`Provider License Number State Code_${slot}`] = pick(STATE, at)
    values[`Healthcare Provider Primary Taxonomy Switch_${slot}`] = slot === 1 ? 'Y' : 'N'
  }
  return values
}

/** A row without its NPI; one in a hundred is odd in one of three ways. */
function rowTail(at: number): { text: string; odd: boolean } {
  const values = valuesOf(at)
  const oddity = at % 100
  if (oddity === 17) values['Provider Second Line Business Mailing Address'] = 'SUITE 4\nREAR DOOR'
  if (oddity === 43) values['Provider Other Organization Name'] = 'THE ""OLD"" CLINIC, INC.'
  const cells = NPPES_V2_HEADER.slice(1).map((column) => `"${values[column] ?? ''}"`)
  const end = oddity === 71 ? '\r\n' : '\n'
  return { text: `",${cells.join(',')}${end}`, odd: [17, 43, 71].includes(oddity) }
}

const TAILS = 2000
const KNOWN_EVERY = 1000

function npiAt(number: number): string {
  const nine = String(100_000_000 + number)
  return `${nine}${npiCheckDigit(nine)}`
}

/** Writes rows until the file has so many bytes. */
export function makeNppesFile(path: string, bytes: number): MadeFile {
  const tails = Array.from({ length: TAILS }, (_, at) => rowTail(at))
  const made: MadeFile = { bytes: 0, rows: 0, odd: 0, known: [] }
  const file = openSync(path, 'w')
  let text = `${NPPES_V2_HEADER.map((column) => `"${column}"`).join(',')}\n`
  while (made.bytes < bytes) {
    for (const tail of tails) {
      const npi = npiAt(made.rows)
      if (made.rows % KNOWN_EVERY === 0) made.known.push(npi)
      text += `"${npi}${tail.text}`
      made.rows += 1
      if (tail.odd) made.odd += 1
    }
    made.bytes += writeSync(file, text, null, 'latin1')
    text = ''
  }
  closeSync(file)
  return made
}
