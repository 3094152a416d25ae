/** Ranks beside the page, so that it never stands still. */

import type { RankRequest } from './rank-work.ts'
import { createRankWork } from './rank-work.ts'

const work = createRankWork()

addEventListener('message', ({ data }: MessageEvent<RankRequest>) => {
  const reply = work(data)
  if (reply !== null) postMessage(reply)
})
