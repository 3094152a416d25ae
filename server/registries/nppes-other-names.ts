/** Reads the other-names file of the NPI registry: `othername_pfile_*.csv`, organizations only. */

import type { Npi } from '#core/npi.ts'
import { parseNpi } from '#core/npi.ts'
import type { ByteSource } from './byte-source.ts'
import { openBytes } from './byte-source.ts'
import { checkColumns, readColumns, refuseWide } from './columns.ts'
import { PLAIN_CSV } from './csv-form.ts'
import type { Parsed, RegistryRows, RowStart } from './file-problem.ts'
import { isNppesMember } from './nppes-file-name.ts'
import { namesOne } from './nppes-keep.ts'
import { nppesValue, refuseMangled } from './nppes-values.ts'
import type { RowText } from './row-fields.ts'
import { scanFile } from './scan-file.ts'

export type OtherNameRow = {
  npi: Npi
  name: string
  /** 3 doing business as, 4 former legal business name, 5 other. */
  type_code: string | null
}

export type OtherNameKeep = { npis: ReadonlySet<string>; name_words: readonly string[] }

function parser(header: string[], file: string, keep: OtherNameKeep | null) {
  const columns = readColumns(header)
  const npiAt = columns.need('NPI')
  const nameAt = columns.need('Provider Other Organization Name')
  const typeAt = columns.need('Provider Other Organization Name Type Code')
  checkColumns(columns, 3, 'NPI other-names file (othername_pfile)', file)
  refuseWide(columns, 10, 'NPI other-names file (othername_pfile)', file)
  return (text: RowText): Parsed<OtherNameRow> => {
    const given = text(npiAt)
    refuseMangled(given, 'NPI', file)
    const npi = parseNpi(given)
    if (npi === null) return { column: 'NPI', reason: `"${given.slice(0, 20)}" is not an NPI.` }
    const name = nppesValue(text(nameAt))
    if (name === null) return null
    if (keep !== null && !keep.npis.has(npi) && !namesOne(name, keep.name_words)) return null
    return { row: { npi, name, type_code: nppesValue(text(typeAt)) } }
  }
}

/** Batches of other names of the known NPIs, and of any whose name holds a wanted word. */
export async function openOtherNames(
  path: string,
  keep: OtherNameKeep | null,
  from: RowStart | null = null,
): Promise<{ source: ByteSource; batches: RegistryRows<OtherNameRow> }> {
  const source = await openBytes(path, isNppesMember('othername'))
  const readHeader = (header: string[], name: string) => ({ parse: parser(header, name, keep) })
  return { source, batches: scanFile(source, { form: PLAIN_CSV, trims: true, readHeader }, from) }
}
