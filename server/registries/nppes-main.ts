/** Reads the NPI main file, monthly or weekly: `npidata_pfile_*.csv`, plain or inside its zip. */

import type { NpiRecord } from '#core/registry-rows.ts'
import type { ByteSource } from './byte-source.ts'
import { openBytes } from './byte-source.ts'
import { PLAIN_CSV } from './csv-form.ts'
import type { RegistryRows, RowStart } from './file-problem.ts'
import { readNppesColumns } from './nppes-columns.ts'
import { isNppesMember } from './nppes-file-name.ts'
import type { KeepRule } from './nppes-keep.ts'
import { keepTest, knownNpiTest } from './nppes-keep.ts'
import { nppesRowParser } from './nppes-record.ts'
import { scanFile } from './scan-file.ts'
import type { RowReader, ScanFormat } from './scan-row.ts'

/** So many rows at the top are parsed whatever the rule, to catch a mangled file at once. */
const PROBED_ROWS = 200

function npiReader(header: string[], name: string, keep: KeepRule | null): RowReader<NpiRecord> {
  const columns = readNppesColumns(header, name)
  const parse = nppesRowParser(columns, name)
  if (keep === null) return { parse }
  const knownOnly =
    keep.person_taxonomies.length + keep.organization_taxonomies.length + keep.name_words.length ===
    0
  const known = knownNpiTest(keep.npis)
  const keeps = keepTest(keep, {
    entity: columns.entity,
    names: [columns.organization, columns.other_organization],
    taxonomies: columns.taxonomies.map(({ code }) => code),
  })
  const glance =
    1 + Math.max(columns.other_organization, ...columns.taxonomies.map(({ code }) => code))
  let kept = false
  return {
    glance,
    probed: PROBED_ROWS,
    ...(knownOnly && { wants: known }),
    wantsSplit: (bytes, spans) => {
      kept = keeps(bytes, spans)
      return kept
    },
    parse: (text) => {
      const parsed = parse(text)
      return kept ? parsed : null
    },
  }
}

/** Batches of records; `keep` null keeps every row. Source: an opened file or zip member. */
export function readNpiSource(
  source: ByteSource,
  keep: KeepRule | null,
  from: RowStart | null = null,
): RegistryRows<NpiRecord> {
  const format: ScanFormat<NpiRecord> = {
    form: PLAIN_CSV,
    trims: true,
    readHeader: (header, name) => npiReader(header, name, keep),
  }
  return scanFile(source, format, from)
}

/**
 * Opens a main file by path, or streams it out of the monthly or weekly zip. Throws
 * `RegistryFileProblem` for a file that is broken, another file, or saved by a spreadsheet.
 */
export async function openNpiFile(
  path: string,
  keep: KeepRule | null,
  from: RowStart | null = null,
): Promise<{ source: ByteSource; batches: RegistryRows<NpiRecord> }> {
  const source = await openBytes(path, isNppesMember('npidata'))
  return { source, batches: readNpiSource(source, keep, from) }
}
