import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Ranking } from '#core/rank.ts'
import { RankView } from './rank-view.tsx'

const one = { low: 10, high: 60, confirmed_grade: null, possible_grade: null }
const odds = { near: [0.5, 0.5], stress: [0.5, 0.5] }
const ranking: Ranking = {
  ...{ ranked: true, case: 'iv-clinic', draws: 1000, seed: 1, gates: true, weights: { A: 1 } },
  order: [
    { id: 'a', name: 'Ash', ...one, ...odds },
    { id: 'b', name: 'Birch', ...one, ...odds },
  ],
  pairs: [{ one: 'a', other: 'b', near: 0.5, stress: 0.5, separated: false }],
  ...{ leader: null, first_by_points: 'a', by_pillar: [], by_box: [], checks: [], closed: [] },
}
const captionOf = (own: boolean, last: boolean) =>
  /<caption>(.*?)<\/caption>/.exec(
    renderToString(<RankView result={ranking} summaries={new Map()} own={own} last={last} />),
  )?.[1]

test('the order says whose weights made it, and that the last usable ones did', () => {
  expect(captionOf(false, false)).toBe('The order under the usual weights, likeliest first')
  expect(captionOf(true, false)).toBe('The order under your weights, likeliest first')
  for (const own of [true, false]) {
    expect(captionOf(own, true)).toBe('The order under your last usable weights, likeliest first')
  }
})
