import { sumUpLetter, sumUpPoints } from '#core/case-words.ts'
import { unscoredInWords } from '#core/status-words.ts'
import { ScoreBar } from '../parts/score-bar.tsx'
import { narrowingInWords } from './entry-words.ts'
import type { EntryFacts } from './facts.ts'
import { shownOf, withMine } from './facts.ts'

/** A provider's range as a bar and in words, and what one's own answers do to it. */
export function RangeLine({ facts }: { facts: EntryFacts }) {
  const { plain, told } = facts
  const shown = shownOf(facts)
  if (plain === null || shown === null) return <p>{unscoredInWords(facts.record)}</p>
  const { low, stated, high } = shown.summary
  return (
    <div class="range-line">
      {low !== null && stated !== null && high !== null && (
        <ScoreBar points={{ low, stated, high }} />
      )}
      <p class="number">
        <strong>{sumUpPoints(shown.summary)}</strong>. {sumUpLetter(shown.summary)}.
      </p>
      {told !== null && (
        <p class="small number">
          {withMine.value ? <span class="tag">You were told</span> : null}{' '}
          {narrowingInWords(plain.summary, told.summary)}
        </p>
      )}
    </div>
  )
}

/** One press leaves one's own answers out of every figure, the next brings them back. */
export function MineSwitch() {
  return (
    <button
      type="button"
      class="button on-screen"
      aria-pressed={!withMine.value}
      onClick={() => {
        withMine.value = !withMine.value
      }}
    >
      Without my answers
    </button>
  )
}
