/**
 * Asks for rankings one at a time: a question waits until the fingers rest, a newer one makes older
 * answers worthless, and where the browser has no worker the page ranks when it is idle, with pauses.
 */

import type { Candidate, NotRanked, Ranking } from '#core/rank.ts'
import type { Weights } from '#core/rank-weights.ts'
import type { Rubric } from '#core/rubric.ts'
import type { RankJob, RankReply, RankRequest } from './rank-work.ts'

/** How long the weights must rest before they are ranked, in milliseconds. */
const REST = 120

type Desk = { send: (request: RankRequest) => void; inPage: boolean }
type OnReply = (reply: RankReply) => void

/** The page itself in place of a worker; the code comes only when it is needed. */
function idleDesk(onReply: OnReply, onFault: () => void): Desk {
  const work = Promise.all([import('./rank-work.ts'), import('./rank-here.ts')]).then(
    ([{ createRankWork }, { rankHere }]) => createRankWork(rankHere),
  )
  work.catch(onFault)
  const whenIdle = (step: () => void) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(step) : setTimeout(step)
  return {
    inPage: true,
    send: (request) =>
      whenIdle(() => {
        void work
          .then((answer) => answer(request))
          .then((reply) => {
            if (reply !== null) onReply(reply)
          })
          .catch(onFault)
      }),
  }
}

/** A worker; throws where the browser or its policy has none. */
function workerDesk(onReply: OnReply, onFault: () => void): Desk {
  const worker = new Worker(new URL('./rank-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<RankReply>) => onReply(data))
  worker.addEventListener('error', () => {
    worker.terminate()
    onFault()
  })
  return { inPage: false, send: (request) => worker.postMessage(request) }
}

/** A ranking with the weights that it was asked for. */
export type Ranked = { result: Ranking | NotRanked; weights: Weights; inPage: boolean }

/**
 * Ranks under one rubric; `onRanked` hears of the newest question's answer only, and that it failed
 * where neither a worker nor the page could find it. The next question is tried anew.
 */
export function createRanker(rubric: Rubric, onRanked: (ranked: Ranked | 'failed') => void) {
  let latest: RankJob | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let desk: Desk | null = null

  function take(from: Desk, { job, result }: RankReply): void {
    if (job !== latest?.job) return
    onRanked({ result, weights: latest.weights, inPage: from.inPage })
  }
  function open(make: (onReply: OnReply, onFault: () => void) => Desk, onFault: () => void): Desk {
    const mine: Desk = make(
      (reply) => take(mine, reply),
      () => desk === mine && onFault(),
    )
    mine.send({ rubric })
    desk = mine
    return mine
  }
  function openHere(): Desk {
    return open(idleDesk, () => {
      desk = null
      onRanked('failed')
    })
  }
  function openBest(): Desk {
    try {
      return open(workerDesk, () => {
        const here = openHere()
        if (latest !== null) here.send(latest)
      })
    } catch {
      return openHere()
    }
  }
  openBest()

  return (candidates: Candidate[], weights: Weights): void => {
    latest = { job: (latest?.job ?? 0) + 1, candidates, weights }
    const job = latest
    clearTimeout(rest)
    rest = setTimeout(() => (desk ?? openBest()).send(job), REST)
  }
}
