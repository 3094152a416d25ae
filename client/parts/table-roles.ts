/**
 * The roles of a table, said aloud: some browsers drop them when a narrow screen lays the table out
 * as a grid.
 */
export const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  name: { role: 'columnheader' },
  label: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
