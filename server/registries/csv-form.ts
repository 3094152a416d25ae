/** How a text table is written. */

export type CsvForm = {
  delimiter: ',' | '|' | '\t'
  /** false: quotes mean nothing in this file and stand for themselves. */
  quoted: boolean
  /** Every line ends with a separator, with no value behind it. */
  trailing_separator: boolean
  /** First column of the header, for files that have other lines above it. */
  header_starts_with: string | null
}

export const PLAIN_CSV: CsvForm = {
  delimiter: ',',
  quoted: true,
  trailing_separator: false,
  header_starts_with: null,
}
