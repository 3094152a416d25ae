/** Lighthouse with its phone settings, on every kind of page, as often as asked. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { CHROMIUM_FLAGS, CHROMIUM_PROGRAM } from '../chromium.ts'
import { setKept } from './kept.ts'
import { printTable } from './measure.ts'
import { startServer, withPrepared } from './server.ts'

const PAGES: [name: string, path: string][] = [
  ['Home', '/'],
  ['Providers', '/providers'],
  ['Provider', '/providers/nushama'],
  ['Compare', '/compare?ids=nushama,ember-health,mindbloom'],
  ['Method', '/method'],
  ['Shortlist', '/shortlist'],
  ['Ask', '/ask?ids=nushama,ember-health'],
  ['Plan', '/plan'],
  ['Journal', '/journal'],
  ['Learn', '/learn'],
  ['Records', '/records'],
  ['Style', '/style'],
  ['Offline', '/offline'],
  ['API', '/api'],
  ['Problem', '/problems/not-found'],
]
/** Pages that show what a browser keeps, as somebody sees them who comes back. */
const PAGES_AGAIN: typeof PAGES = [
  ['Providers, again', '/providers'],
  ['Provider, again', '/providers/nushama'],
  ['Compare, again', '/compare?ids=nushama,ember-health,mindbloom'],
  ['Shortlist, again', '/shortlist'],
  ['Ask, again', '/ask'],
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** Starts Chromium with a fresh profile and gives the port that Lighthouse steers it by. */
async function withChromium(use: (port: number) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-chromium-'))
  const browser = spawn(
    CHROMIUM_PROGRAM,
    [
      '--headless=new',
      ...CHROMIUM_FLAGS,
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  try {
    const port = await new Promise<number>((resolve, reject) => {
      browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}`)))
      browser.stderr.on('data', (chunk: Buffer) => {
        const [, found] = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(chunk.toString()) ?? []
        if (found) resolve(Number(found))
      })
    })
    await use(port)
  } finally {
    browser.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

/** Audits of the four categories that took points off. */
function failingAudits({ categories, audits }: Report): string[] {
  const weighed = CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
  return weighed
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim())
}

/** What one run says: the four scores of 100, and how the performance score came about. */
type Run = { scores: number[]; paint: number; blocked: number; shift: number; lost: string[] }

/** How often a run is tried: on a busy machine the tool now and then misses the page's paint. */
const MOST_TRIES = 3

/** A report in which every score was computed; what kept the tool from that is said. */
async function reportOf(address: string, port: number): Promise<Report> {
  const options = { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES } as const
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const lhr = (await lighthouse(address, options))?.lhr
    if (lhr && CATEGORIES.every((id) => typeof lhr.categories[id]?.score === 'number')) return lhr
    const failed = Object.values(lhr?.audits ?? {}).find(({ errorMessage }) => errorMessage)
    process.stderr.write(`Run again: ${failed?.errorMessage ?? 'no report'} (${address})\n`)
  }
  throw new Error(`Lighthouse gave no score for ${address}`)
}

async function runOf(address: string, port: number): Promise<Run> {
  const lhr = await reportOf(address, port)
  const measured = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN
  return {
    scores: CATEGORIES.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100)),
    paint: measured('largest-contentful-paint'),
    blocked: measured('total-blocking-time'),
    shift: measured('cumulative-layout-shift'),
    lost: failingAudits(lhr),
  }
}

/** The middle value, then the worst in brackets where it differs. */
function middleAndWorst(
  values: readonly number[],
  worst: 'least' | 'most',
  words: (value: number) => string,
): string {
  const sorted = values.toSorted((one, other) => (worst === 'most' ? one - other : other - one))
  const middle = words(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)
  const last = words(sorted[sorted.length - 1] ?? Number.NaN)
  return middle === last ? middle : `${middle} (${last})`
}

function rowOf(name: string, runs: readonly Run[]): string[] {
  const scores = CATEGORIES.map((_, at) =>
    middleAndWorst(
      runs.map((run) => run.scores[at] ?? 0),
      'least',
      String,
    ),
  )
  const figure = (key: 'paint' | 'blocked' | 'shift', words: (value: number) => string) =>
    middleAndWorst(
      runs.map((run) => run[key]),
      'most',
      words,
    )
  return [
    name,
    ...scores,
    figure('paint', (ms) => `${(ms / 1000).toFixed(1)} s`),
    figure('blocked', (ms) => `${ms.toFixed(0)} ms`),
    figure('shift', (share) => share.toFixed(3)),
  ]
}

/**
 * Prints for each page the four scores, the largest paint, the blocking time and the layout shift,
 * each as the middle of `times` runs and the worst of them; then which audits lost points. Without
 * `paths` it takes every page.
 */
export async function benchLighthouse(times: number, paths: readonly string[]): Promise<void> {
  const wanted = [...PAGES, ...PAGES_AGAIN].filter(
    ([, path]) => paths.length === 0 || paths.includes(path),
  )
  const rows: string[][] = []
  const lost = new Set<string>()
  await withPrepared(async (env) => {
    const server = await startServer(env)
    try {
      await withChromium(async (port) => {
        for (const page of wanted) {
          const [name, path] = page
          const runs: Run[] = []
          while (runs.length < times) {
            await setKept(port, server.address, PAGES_AGAIN.includes(page))
            runs.push(await runOf(server.address + path, port))
          }
          rows.push(rowOf(name, runs))
          for (const audit of runs.flatMap((run) => run.lost)) lost.add(`${name}: ${audit}`)
        }
      })
    } finally {
      await server.stop()
    }
  })
  printTable(['page', ...CATEGORIES, 'largest paint', 'blocked', 'shift'], rows)
  process.stdout.write(
    lost.size > 0 ? `Points lost:\n${[...lost].join('\n')}\n\n` : 'No points lost.\n\n',
  )
}
