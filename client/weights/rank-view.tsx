import { sumUpLetter, sumUpPoints } from '#core/case-words.ts'
import type { CaseSummary } from '#core/listing.ts'
import type { NotRanked, RankedProvider, Ranking } from '#core/rank.ts'
import {
  NOT_RANKED_WORDS,
  oddsInWords,
  rankingInWords,
  shareUpTo,
  toldRanks,
} from '#core/rank-words.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ScoreBar } from '../parts/score-bar.tsx'
import { Sentences } from '../parts/sentences.tsx'

/** Letter and points of a ranked provider, in the words of every other page. */
function lettered(ranked: RankedProvider, summary: CaseSummary | undefined) {
  if (summary === undefined) return null
  const { low, high, confirmed_grade, possible_grade } = ranked
  return { ...summary, low, high, confirmed_grade, possible_grade }
}

function Odds({ near, stress, upTo }: { near: number[]; stress: number[]; upTo: number }) {
  const part = 100 * shareUpTo(near, upTo)
  return (
    <>
      <ScoreBar points={{ low: part, stated: part, high: part }} />
      {oddsInWords(shareUpTo(near, upTo))}
      <span class="small quiet rank__stress">
        with any weights: {oddsInWords(shareUpTo(stress, upTo))}
      </span>
    </>
  )
}

function RankTable({
  ranking,
  summaries,
  own,
  last,
}: {
  ranking: Ranking
  summaries: ReadonlyMap<string, CaseSummary>
  own: boolean
  last: boolean
}) {
  const whose = last ? 'your last usable' : own ? 'your' : 'the usual'
  const places = toldRanks(ranking.order.length)
  const rows = ranking.order.map((ranked) => {
    const summary = lettered(ranked, summaries.get(ranked.id))
    return {
      id: ranked.id,
      head: ranked.name,
      cells: [
        summary ? sumUpPoints(summary) : 'Not scored',
        // Under the usual weights the letter is the one in the table of verdicts.
        ...(own ? [summary ? sumUpLetter(summary) : 'Not scored'] : []),
        <Odds key="first" near={ranked.near} stress={ranked.stress} upTo={1} />,
        <Odds key="among" near={ranked.near} stress={ranked.stress} upTo={places} />,
      ],
    }
  })
  return (
    <CardTable
      caption={`The order under ${whose} weights, likeliest first`}
      class="rank__table"
      columns={[
        { name: 'Provider' },
        { name: own ? 'Points, with your weights' : 'Points' },
        ...(own ? [{ name: 'Letter, with your weights' }] : []),
        { name: 'Comes first in', kind: 'number' },
        ...(places > 1 ? [{ name: `Among the first ${places} in`, kind: 'number' as const }] : []),
      ]}
      rows={rows}
    />
  )
}

/** The order under the weights in use, and how sure it is. */
export function RankView({
  result,
  summaries,
  own,
  last,
}: {
  result: Ranking | NotRanked
  summaries: ReadonlyMap<string, CaseSummary>
  own: boolean
  /** The weights as they stand cannot be used: this order is of those before them. */
  last: boolean
}) {
  if (!result.ranked) return <p>{NOT_RANKED_WORDS[result.because]}</p>
  const words = rankingInWords(result)
  return (
    <div class="rank stack">
      <p class="rank__leader" role="status">
        <strong>{words.leader}</strong>
      </p>
      <RankTable ranking={result} summaries={summaries} own={own} last={last} />
      <Sentences title="One against one" list={words.pairs} />
      {words.points_note !== null && <p>{words.points_note}</p>}
      <Sentences title="By points alone: what would change who is first" list={words.by_box} />
      <details>
        <summary>The same, part by part</summary>
        <ul class="bullets">
          {words.by_pillar.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      <Sentences title="Other ways to add up" list={words.checks} />
      <p class="small quiet">{words.how}</p>
    </div>
  )
}
