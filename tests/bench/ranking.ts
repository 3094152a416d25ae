/** How long the order of four providers takes: in Node, in Chromium's worker, and in pieces. */

import { readdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { createRankWork } from '../../client/workers/rank-work.ts'
import { assessRecord } from '../../core/assess.ts'
import type { Candidate } from '../../core/rank.ts'
import { rankInPieces, rankProviders } from '../../core/rank.ts'
import { defaultWeights } from '../../core/rank-weights.ts'
import type { PreparedRubric } from '../../core/rubric.ts'
import { CHROMIUM_FLAGS, CHROMIUM_PROGRAM } from '../chromium.ts'
import { printTable, rounded } from './measure.ts'
import { startServer, withPrepared } from './server.ts'
import { BENCH_DAY, readTemplates } from './templates.ts'

const PROVIDERS = ['nushama', 'kensho-wellbeing', 'nova-health-recovery', 'lone-star-infusion']
const ROUNDS = 200
const WARM = 20

function candidates(): { four: Candidate[]; prepared: PreparedRubric } {
  const { records, prepared } = readTemplates()
  const of = { modality: 'iv', setting: 'clinic' } as const
  const four = PROVIDERS.flatMap((id) => {
    const record = records.find((one) => one.id === id)
    const scored = record && assessRecord(record, of, prepared, BENCH_DAY, null)
    if (scored?.status !== 'scored') return []
    // As the page sends them: without the readings behind each value.
    const light = { ...scored, criteria: scored.criteria.map((one) => ({ ...one, readings: [] })) }
    return [{ id, name: id, scored: light }]
  })
  if (four.length !== PROVIDERS.length) throw new Error('a provider of the bench is not scored')
  return { four, prepared }
}

/** Best, median, 95th percentile and worst of some times. */
function summed(name: string, times: readonly number[], cpu: number | null = null): string[] {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return [name, at(0), at(0.5), at(0.95), at(1), cpu === null ? '' : rounded(cpu)]
}

/** The worker's own work, called in Node. */
async function inNode(four: Candidate[], prepared: PreparedRubric): Promise<string[]> {
  const work = createRankWork(rankProviders)
  await work({ rubric: prepared.rubric })
  const weights = defaultWeights(prepared)
  const times: number[] = []
  let before = process.threadCpuUsage()
  for (let round = -WARM; round < ROUNDS; round += 1) {
    if (round === 0) before = process.threadCpuUsage()
    const start = performance.now()
    await work({ job: round, candidates: four, weights })
    if (round >= 0) times.push(performance.now() - start)
  }
  const { user, system } = process.threadCpuUsage(before)
  return summed('Node', times, (user + system) / 1000 / ROUNDS)
}

/** The longest single piece of each ranking that the page would do itself. */
function longestPieces(four: Candidate[], prepared: PreparedRubric): string[] {
  const longest: number[] = []
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const pieces = rankInPieces(four, prepared, { gates: true })
    let most = 0
    for (let done = false; !done; ) {
      const start = performance.now()
      done = pieces.next().done === true
      most = Math.max(most, performance.now() - start)
    }
    if (round >= 0) longest.push(most)
  }
  return summed('longest piece, Node', longest)
}

/** The built worker in Chromium, from the question to the answer, copies included. */
async function inChromium(four: Candidate[], prepared: PreparedRubric): Promise<string[]> {
  const file = readdirSync('dist/client/assets').find((name) => name.startsWith('rank-worker'))
  if (file === undefined) throw new Error('there is no built worker: run "npm run build" first')
  const asked = { candidates: four, rubric: prepared.rubric, weights: defaultWeights(prepared) }
  const browser = await chromium.launch({ executablePath: CHROMIUM_PROGRAM, args: CHROMIUM_FLAGS })
  let times: number[] = []
  try {
    await withPrepared(async (env) => {
      const server = await startServer(env)
      try {
        const page = await browser.newPage()
        await page.goto(`${server.address}/offline`)
        times = await page.evaluate(
          async ({ candidates, rubric, weights, path, rounds }) => {
            const worker = new Worker(path, { type: 'module' })
            worker.postMessage({ rubric })
            const found: number[] = []
            for (let job = 0; job < rounds; job += 1) {
              const start = performance.now()
              worker.postMessage({ job, candidates, weights })
              await new Promise((done) => worker.addEventListener('message', done, { once: true }))
              found.push(performance.now() - start)
            }
            return found
          },
          { ...asked, path: `/assets/${file}`, rounds: WARM + ROUNDS },
        )
      } finally {
        await server.stop()
      }
    })
  } finally {
    await browser.close()
  }
  return [...summed('Chromium’s worker', times.slice(WARM)), rounded(times[0] ?? 0)]
}

/** Prints the times of one ranking: four providers, the rubric's 10,000 draws in both runs. */
export async function benchRanking(): Promise<void> {
  const { four, prepared } = candidates()
  const head = ['ms for 4 providers', 'best', 'half', '95 of 100', 'worst', 'CPU', 'first']
  printTable(head, [await inNode(four, prepared), longestPieces(four, prepared)])
  printTable(head, [await inChromium(four, prepared)])
}
