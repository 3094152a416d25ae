import type { BoxSummary } from '#core/listing.ts'
import { onScreen } from '#core/points.ts'
import { VERDICTS } from '#core/vocabulary.ts'
import { ScoreBar } from './score-bar.tsx'
import { VerdictMark } from './verdict-mark.tsx'

/** "5 of 16 points, up to 14"; the end is left out where it says no more. */
function pointsOf({ low, high, of }: BoxSummary): string {
  const [least, most] = [onScreen(low), onScreen(high)]
  const confirmed = `${least} of ${Math.round(of)} points`
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
