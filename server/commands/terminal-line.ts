/** What a line on a terminal is made of. */

const WIDTH_UNKNOWN = 80

/** A line that leaves the last column free; terminals of no known width count as 80 wide. */
export function cutToWidth(line: string, columns: number | undefined): string {
  const most = (columns || WIDTH_UNKNOWN) - 1
  return line.length <= most ? line : `${line.slice(0, Math.max(most - 1, 0))}…`
}

const BAR_CELLS = 12

/** "[###.........]" for a share from 0 to 1; what lies outside counts as the nearer end. */
export function barOf(share: number): string {
  const full = Math.floor(Math.min(1, Math.max(0, share)) * BAR_CELLS)
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_CELLS - full)}]`
}
