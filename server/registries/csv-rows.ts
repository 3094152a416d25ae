/** Reads ordinary text tables (exclusions, licenses): every row is wanted, values come as a list. */

import type { ByteSource } from './byte-source.ts'
import type { CsvForm } from './csv-form.ts'
import type { Parsed, RegistryRows, RowStart } from './file-problem.ts'
import { scanFile } from './scan-file.ts'
import type { ScanFormat } from './scan-row.ts'

/** Looks at the header (throws if it is another file) and answers the parser for its rows. */
export type HeaderReader<Row> = (
  header: string[],
  name: string,
) => (fields: readonly string[]) => Parsed<Row>

const isBlank = (field: string) => field === '' || field.trim() === ''

/** Batches of rows, values as given; throws `RegistryFileProblem` for a file of no use. */
export function readCsv<Row>(
  source: ByteSource,
  form: CsvForm,
  readHeader: HeaderReader<Row>,
  from: RowStart | null = null,
): RegistryRows<Row> {
  const format: ScanFormat<Row> = {
    form,
    trims: false,
    readHeader: (header, name) => {
      const parseRow = readHeader(header, name)
      return {
        parse: (text) => {
          const fields = header.map((_, index) => text(index))
          return fields.every(isBlank) ? null : parseRow(fields)
        },
      }
    },
  }
  return scanFile(source, format, from)
}
