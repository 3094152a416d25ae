import type { BoxSummary } from '#core/listing.ts'
import { onScreen } from '#core/points.ts'
import { VERDICTS } from '#core/vocabulary.ts'
import { ScoreBar } from './score-bar.tsx'
import { VerdictMark } from './verdict-mark.tsx'

/** "5 of 16 points, up to 14"; the end is left out where it says no more, and so is nothing. */
function pointsOf({ low, high, of }: BoxSummary): string {
  const [least, most] = [onScreen(low), onScreen(high)]
  if (low === 0 && high > 0)
    return `Nothing confirmed yet, up to ${most} of ${Math.round(of)} points`
  const confirmed = `${least === 0 && low > 0 ? 'Under 1' : least} of ${Math.round(of)} points`
  return least === most ? confirmed : `${confirmed}, up to ${most}`
}

function BoxCard({ box }: { box: BoxSummary }) {
  const tallies = VERDICTS.map((verdict) => ({
    verdict,
    count: box.verdicts.filter((one) => one.verdict === verdict).length,
  })).filter(({ count }) => count > 0)
  return (
    <li class="box">
      <h3>
        <a href={`#box-${box.id}`}>{box.name}</a>
      </h3>
      <ScoreBar points={box} of={box.of} />
      <p class="small quiet number">{pointsOf(box)}</p>
      <ul class="box__tallies">
        {tallies.map(({ verdict, count }) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} /> <span class="number quiet">{count}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The four boxes side by side: points and how many answers of each kind. */
export function BoxGrid({ boxes }: { boxes: readonly BoxSummary[] }) {
  return (
    <ul class="boxes">
      {boxes.map((box) => (
        <BoxCard key={box.id} box={box} />
      ))}
    </ul>
  )
}
