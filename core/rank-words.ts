/** What a ranking says, in plain sentences. */

import type { NotRanked, PairOdds, RankedProvider, Ranking } from './rank.ts'
import type { NamedStability } from './rank-stability.ts'

type Names = ReadonlyMap<string, string>

const namesOf = (ranking: Ranking): Names =>
  new Map(ranking.order.map(({ id, name }) => [id, name]))

const nameOf = (id: string, names: Names) => names.get(id) ?? id

/** "A", "A and B", "A, B and C". */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

/** A share of draws as "92 of 100"; the ends are claimed only when they are exact. */
export function oddsInWords(share: number): string {
  if (share <= 0) return '0 of 100'
  if (share >= 1) return '100 of 100'
  const percent = Math.floor(share * 100 + 0.5)
  if (percent === 0) return 'fewer than 1 of 100'
  return percent === 100 ? 'more than 99 of 100' : `${percent} of 100`
}

/** The share of draws at one of the first ranks; a sum can miss 1 by a rounding error, and is 1 then. */
export function shareUpTo(shares: readonly number[], rank: number): number {
  const sum = shares.slice(0, rank).reduce((total, one) => total + one, 0)
  return Math.min(1, Math.round(sum * 1e9) / 1e9)
}

/** The ranks that are told of together: the first three, or all but the last. */
export const toldRanks = (size: number): number => Math.min(3, size - 1)

/** "Comes first in 63 of 100 draws, and among the first 3 in 98 of 100. With any weights: first in 41 of 100." */
export function placeInWords({ near, stress }: RankedProvider): string {
  const first = `Comes first in ${oddsInWords(shareUpTo(near, 1))} draws`
  const upTo = toldRanks(near.length)
  const among =
    upTo > 1 ? `, and among the first ${upTo} in ${oddsInWords(shareUpTo(near, upTo))}` : ''
  return `${first}${among}. With any weights: first in ${oddsInWords(shareUpTo(stress, 1))}.`
}

export const NOT_RANKED_WORDS: Record<NotRanked['because'], string> = {
  too_few: 'Fewer than two of these can be ranked for this kind of care.',
  unlike_care: 'These providers offer no care in common, so no fair order can be made of them.',
}

const FRACTIONS = [
  { share: 1 / 4, words: 'a quarter' },
  { share: 1 / 3, words: 'a third' },
  { share: 1 / 2, words: 'half' },
  { share: 2 / 3, words: 'two thirds' },
  { share: 3 / 4, words: 'three quarters' },
]

/** A weight as people say it: "half", "a third", "62%". */
export function shareInWords(share: number): string {
  const near = FRACTIONS.find((one) => Math.abs(one.share - share) < 0.005)
  return near?.words ?? `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`
}

/** "Ember stays first unless Pricing counts more than half (then Stella comes first)." */
export function stabilityInWords(one: NamedStability, leader: string, names: Names): string {
  const bounds: string[] = []
  if (one.below !== null && one.low > 1e-9) {
    const then = nameOf(one.below, names)
    bounds.push(`less than ${shareInWords(one.low)} (then ${then} comes first)`)
  }
  if (one.above !== null && one.high < 1 - 1e-9) {
    const then = nameOf(one.above, names)
    bounds.push(`more than ${shareInWords(one.high)} (then ${then} comes first)`)
  }
  const first = nameOf(leader, names)
  if (bounds.length === 0) return `${first} stays first however much ${one.name} counts.`
  return `${first} stays first unless ${one.name} counts ${bounds.join(' or ')}.`
}

const CHECK_WORDS = {
  equal_weights: 'If every group counted the same',
  rank_order_weights: 'If only the order of your weights counted, not their size',
  gates_switched: {
    on: 'If failed checks did not cap the grade',
    off: 'If failed checks capped the grade',
  },
  geometric_mean: 'If a weak group could not be made up for by a strong one',
} as const

/** One sentence for each way to weigh that changes who comes first. */
export function checksInWords(ranking: Ranking): string[] {
  const names = namesOf(ranking)
  return ranking.checks.map(({ id, first }) => {
    const words = CHECK_WORDS[id]
    const lead = typeof words === 'string' ? words : ranking.gates ? words.on : words.off
    const who = listed(first.map((one) => nameOf(one, names)))
    return `${lead}, ${who} would come ${first.length > 1 ? 'out level in first place' : 'first'}.`
  })
}

/** "A stands above B in 97 of 100 draws with weights near these, and in 91 of 100 with any weights." */
export function pairInWords(pair: PairOdds, names: Names): string {
  const turned = pair.near < 0.5
  const [one, other] = turned ? [pair.other, pair.one] : [pair.one, pair.other]
  const [near, stress] = turned ? [1 - pair.near, 1 - pair.stress] : [pair.near, pair.stress]
  const close = pair.separated ? '' : ' They cannot be told apart on what is known.'
  const head = `${nameOf(one, names)} stands above ${nameOf(other, names)}`
  return `${head} in ${oddsInWords(near)} draws with weights near these, and in ${oddsInWords(stress)} with any weights.${close}`
}

export const NOT_SEPARATED = 'These providers cannot be separated on public information.'

/** Who leads, or that none can be named; never more than the leader rule allows. */
export function leaderInWords(ranking: Ranking): string {
  if (ranking.leader === null) return NOT_SEPARATED
  const name = nameOf(ranking.leader, namesOf(ranking))
  return `On what is known, ${name} is ahead of the others, with these weights and with most others.`
}

/** Stability is about points alone; a failed check can put another provider first. */
function pointsNote(ranking: Ranking, names: Names): string | null {
  const first = ranking.order[0]
  if (first === undefined || first.id === ranking.first_by_points) return null
  const ahead = nameOf(ranking.first_by_points, names)
  return `By points alone, at the middle of each range, ${ahead} comes first, not ${first.name}. What follows is about points alone.`
}

export type RankingWords = {
  leader: string
  pairs: string[]
  by_pillar: string[]
  by_box: string[]
  /** Said above the stability sentences when they speak of another provider than the first. */
  points_note: string | null
  checks: string[]
  how: string
}

/** How the figures came about. */
export function howInWords({ draws }: Ranking): string {
  const count = String(draws).replace(/\B(?=(\d{3})+$)/g, ',')
  return `We tried ${count} mixes of weights close to these, and ${count} of any weights. In each one, whatever is not known was filled in by chance within what is possible. The same inputs always give the same figures.`
}

/** Everything a ranking has to say, ready to show; the order of `pairs` is that of the ranking. */
export function rankingInWords(ranking: Ranking): RankingWords {
  const names = namesOf(ranking)
  const stays = (one: NamedStability) => stabilityInWords(one, ranking.first_by_points, names)
  return {
    leader: leaderInWords(ranking),
    pairs: ranking.pairs.map((pair) => pairInWords(pair, names)),
    by_pillar: ranking.by_pillar.map(stays),
    by_box: ranking.by_box.map(stays),
    points_note: pointsNote(ranking, names),
    checks: checksInWords(ranking),
    how: howInWords(ranking),
  }
}
