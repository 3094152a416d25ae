/** Reads the secondary practice places of the NPI registry: `pl_pfile_*.csv`. */

import type { Npi } from '#core/npi.ts'
import { parseNpi } from '#core/npi.ts'
import type { RegistryAddress } from '#core/registry-rows.ts'
import type { ByteSource } from './byte-source.ts'
import { openBytes } from './byte-source.ts'
import { checkColumns, readColumns } from './columns.ts'
import { PLAIN_CSV } from './csv-form.ts'
import type { Parsed, RegistryRows, RowStart } from './file-problem.ts'
import { isNppesMember } from './nppes-file-name.ts'
import { knownNpiTest } from './nppes-keep.ts'
import { nppesValue, refuseMangled } from './nppes-values.ts'
import type { RowText } from './row-fields.ts'
import { scanFile } from './scan-file.ts'

export type PlaceRow = { npi: Npi; address: RegistryAddress; phone_extension: string | null }

function parser(header: string[], file: string) {
  const columns = readColumns(header)
  // Column names are compared without blanks and hyphens, which this header places oddly.
  const of = 'Provider Secondary Practice Location Address'
  const at = {
    npi: columns.need('NPI'),
    line_1: columns.need(`${of} Address Line 1`),
    line_2: columns.need(`${of} Address Line 2`),
    city: columns.need(`${of} City Name`),
    state: columns.need(`${of} State Name`),
    zip: columns.need(`${of} Postal Code`),
    country: columns.need(`${of} Country Code (If outside U.S.)`),
    phone: columns.need(`${of} Telephone Number`),
    extension: columns.need(`${of} Telephone Extension`),
    fax: columns.need('Provider Practice Location Address Fax Number'),
  }
  checkColumns(columns, 10, 'NPI secondary-places file (pl_pfile)', file)
  return (text: RowText): Parsed<PlaceRow> => {
    refuseMangled(text(at.npi), 'NPI', file)
    refuseMangled(text(at.zip), `${of} - Postal Code`, file)
    const npi = parseNpi(text(at.npi))
    if (npi === null) {
      return { column: 'NPI', reason: `"${text(at.npi).slice(0, 20)}" is not an NPI.` }
    }
    const address: RegistryAddress = {
      line_1: nppesValue(text(at.line_1)),
      line_2: nppesValue(text(at.line_2)),
      city: nppesValue(text(at.city)),
      state: nppesValue(text(at.state)),
      zip: nppesValue(text(at.zip)),
      country: nppesValue(text(at.country)),
      phone: nppesValue(text(at.phone)),
      fax: nppesValue(text(at.fax)),
    }
    return { row: { npi, address, phone_extension: nppesValue(text(at.extension)) } }
  }
}

/** Batches of secondary places of the known NPIs; `npis` null keeps every row. */
export async function openPlaces(
  path: string,
  npis: ReadonlySet<string> | null,
  from: RowStart | null = null,
): Promise<{ source: ByteSource; batches: RegistryRows<PlaceRow> }> {
  const source = await openBytes(path, isNppesMember('pl'))
  const readHeader = (header: string[], name: string) => {
    const parse = parser(header, name)
    return npis === null ? { parse } : { parse, wants: knownNpiTest(npis) }
  }
  return { source, batches: scanFile(source, { form: PLAIN_CSV, trims: true, readHeader }, from) }
}
