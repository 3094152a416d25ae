/** Ranks beside the page, so that it never stands still. */

import { rankProviders } from '#core/rank.ts'
import type { RankRequest } from './rank-work.ts'
import { createRankWork } from './rank-work.ts'

const work = createRankWork(rankProviders)

addEventListener('message', async ({ data }: MessageEvent<RankRequest>) => {
  const reply = await work(data)
  if (reply !== null) postMessage(reply)
})
