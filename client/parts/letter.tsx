import { NOT_ENOUGH, sumUpLetter } from '#core/case-words.ts'
import type { CaseSummary } from '#core/listing.ts'

/** The letter where the rubric allows one, else the plain words for why there is none. */
export function Letter({ summary }: { summary: CaseSummary }) {
  const words = sumUpLetter(summary)
  if (!summary.letter_shown || words === NOT_ENOUGH) {
    return <span class="letter letter--none">{words}</span>
  }
  return (
    <span class="letter">
      <span class="letter__mark">{words.slice(0, 1)}</span>
      {words.length > 1 && <span>{words.slice(1).replace(/^: /, '')}</span>}
    </span>
  )
}
