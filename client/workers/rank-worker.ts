/** Ranks beside the page, so that it never stands still. */

import { rankProviders } from '#core/rank.ts'
import type { RankRequest } from './rank-work.ts'
import { createRankWork } from './rank-work.ts'

const work = createRankWork(rankProviders)

addEventListener('message', ({ data }: MessageEvent<RankRequest>) => {
  // The page hears of errors that are reported, of none that a promise keeps.
  work(data).then((reply) => reply !== null && postMessage(reply), reportError)
})
