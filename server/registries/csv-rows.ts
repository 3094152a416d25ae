/** Reads ordinary text tables (exclusions, licenses): every row is wanted, values come as a list. */

import type { ByteSource } from './byte-source.ts'
import type { CsvForm } from './csv-form.ts'
import type { Parsed, RegistryRows } from './file-problem.ts'
import { scanFile } from './scan-file.ts'

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
): RegistryRows<Row> {
  return scanFile(source, {
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
  })
}
