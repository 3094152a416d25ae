/** The shortlist as a file that Touchstone reads back without loss; see docs/shortlist-format.md. */

import type { IsoDate } from '../calendar.ts'
import type { Shortlist } from '../shortlist.ts'

const NOTE =
  'A shortlist saved by Touchstone. It holds what one person noted and was told. It is not medical advice.'

/** The file's text. `readShortlist` gives back an equal shortlist. */
export function shortlistJson(list: Shortlist, exportedOn: IsoDate): string {
  const { format, version, ...rest } = list
  return `${JSON.stringify({ format, version, exported_on: exportedOn, note: NOTE, ...rest }, null, 2)}\n`
}
