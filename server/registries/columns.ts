/** Matches columns by their name, so that a new or moved column breaks nothing. */

import { RegistryFileProblem } from './file-problem.ts'

/** Letters and digits in lower case: `License Number`, `license_number` and `LicenseNumber` meet. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

export type Columns = {
  /** Place of a column, or -1 if the file has none of that name (the first name that is found). */
  find: (...names: string[]) => number
  /** Place of a column that must be there; `checkColumns` names all that are missing at once. */
  need: (...names: string[]) => number
  count: number
  names: readonly string[]
  missing: string[]
}

/** The columns of a header row. */
export function readColumns(header: readonly string[]): Columns {
  const places = new Map<string, number>()
  header.forEach((name, index) => {
    const folded = foldColumn(name)
    if (!places.has(folded)) places.set(folded, index)
  })
  const missing: string[] = []
  const find = (...names: string[]) => {
    for (const name of names) {
      const place = places.get(foldColumn(name))
      if (place !== undefined) return place
    }
    return -1
  }
  const need = (...names: string[]) => {
    const place = find(...names)
    if (place < 0) missing.push(names[0] ?? '')
    return place
  }
  return { find, need, count: header.length, names: header, missing }
}

/**
 * Throws if a needed column was not found: `wrong-file` if hardly any was, for then it is another
 * file, else `missing-columns` with their names.
 */
export function checkColumns(columns: Columns, needed: number, what: string, name: string): void {
  if (columns.missing.length === 0) return
  const listed = columns.missing.slice(0, 5).join('", "')
  const more = columns.missing.length > 5 ? ` and ${columns.missing.length - 5} more` : ''
  const [code, lead] =
    columns.missing.length * 2 > needed
      ? (['wrong-file', `${name} is not the ${what}`] as const)
      : (['missing-columns', `${name} is not the whole ${what}`] as const)
  throw new RegistryFileProblem(
    code,
    `${lead}: its first line lacks the column "${listed}"${more}. It starts with "${columns.names.slice(0, 4).join('", "').slice(0, 120)}".`,
    { line: 1, column: columns.missing[0] ?? '' },
  )
}

/** Throws `wrong-file` for a table with more columns than `most`: another file that has ours too. */
export function refuseWide(columns: Columns, most: number, what: string, name: string): void {
  if (columns.count <= most) return
  throw new RegistryFileProblem(
    'wrong-file',
    `${name} is not the ${what}: it has ${columns.count} columns, and ${most} at most are expected.`,
    { line: 1 },
  )
}
