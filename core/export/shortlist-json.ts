/** The shortlist as a file that Touchstone reads back without loss; see docs/shortlist-format.md. */

import type { IsoDate } from '../calendar.ts'
import type { LawNotice } from '../learn-law.ts'
import { lawInWords } from '../learn-law.ts'
import type { Shortlist } from '../shortlist.ts'

const NOTE =
  'A shortlist saved by Touchstone. It holds what one person noted and was told. It is not medical advice.'

/** The file's text, with the legal dates that matter for it. `readShortlist` gives back an equal shortlist. */
export function shortlistJson(
  list: Shortlist,
  exportedOn: IsoDate,
  law: readonly LawNotice[],
): string {
  const { format, version, ...rest } = list
  const about = { exported_on: exportedOn, note: NOTE, legal_dates: law.map(lawInWords) }
  return `${JSON.stringify({ format, version, ...about, ...rest }, null, 2)}\n`
}
