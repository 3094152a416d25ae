/** How points are rounded, in data and on a screen (SCORING 10). */

/** Comparisons of unrounded numbers allow this slack (SCORING 10). */
export const SLACK = 1e-9

/** Two decimals, half up: how numbers stand in data (SCORING 10). */
export function inData(value: number): number {
  return Math.floor(value * 100 + 0.5 + SLACK) / 100
}

/** Whole points, rounded down at both ends, so that a number never contradicts its band. */
export function onScreen(points: number): number {
  return Math.floor(points + SLACK)
}
