import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import type { Candidate } from '#core/rank.ts'
import { defaultWeights } from '#core/rank-weights.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Ranked } from './ranker.ts'
import { createRanker } from './ranker.ts'

const rubric: Rubric = JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8'))
const weights = defaultWeights(prepareRubric(rubric))
/** Nothing that can be ranked, so that ranking throws. */
const BROKEN = [{ id: 'a' }, { id: 'b' }] as Candidate[]

/** A browser's worker whose file cannot be loaded. */
class LostWorker extends EventTarget {
  constructor() {
    super()
    setTimeout(() => this.dispatchEvent(new Event('error')))
  }
  postMessage(): void {}
  terminate(): void {}
}

function startRanker() {
  const heard: (Ranked | 'failed')[] = []
  const rank = createRanker(rubric, (one) => heard.push(one))
  const next = async (candidates: Candidate[]) => {
    const before = heard.length
    rank(candidates, weights)
    await vi.waitUntil(() => heard.length > before, { timeout: 10_000 })
    return heard.at(-1)
  }
  return { next }
}

afterEach(() => vi.unstubAllGlobals())

test('where the file of the worker is lost the page ranks by itself', async () => {
  vi.stubGlobal('Worker', LostWorker)
  const { next } = startRanker()
  expect(await next([])).toMatchObject({ inPage: true, result: { ranked: false } })
})

test('what neither worker nor page can work out has failed, and the next question is tried anew', async () => {
  vi.stubGlobal('Worker', LostWorker)
  const { next } = startRanker()
  expect(await next(BROKEN)).toBe('failed')
  expect(await next(BROKEN)).toBe('failed')
  expect(await next([])).toMatchObject({ inPage: true, result: { ranked: false } })
})
