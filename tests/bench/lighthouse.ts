/** Lighthouse with its phone settings, on every kind of page. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { printTable } from './measure.ts'
import { startServer, withPrepared } from './server.ts'

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium'
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
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** Starts Chromium with a fresh profile and gives the port that Lighthouse steers it by. */
async function withChromium(use: (port: number) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-chromium-'))
  const browser = spawn(
    PROGRAM,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
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

/** Prints the four scores of each page, and which audits lost points. */
export async function benchLighthouse(): Promise<void> {
  const rows: string[][] = []
  const lost: string[] = []
  await withPrepared(async (env) => {
    const server = await startServer(env)
    try {
      await withChromium(async (port) => {
        for (const [name, path] of PAGES) {
          const result = await lighthouse(server.address + path, {
            port,
            output: 'json',
            logLevel: 'error',
            onlyCategories: CATEGORIES,
          })
          if (!result) throw new Error(`Lighthouse gave no result for ${path}`)
          const { lhr } = result
          const scores = CATEGORIES.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100))
          const paint = lhr.audits['largest-contentful-paint']?.displayValue ?? ''
          rows.push([name, ...scores.map(String), paint])
          lost.push(...failingAudits(lhr).map((audit) => `${name}: ${audit}`))
        }
      })
    } finally {
      await server.stop()
    }
  })
  printTable(['page', ...CATEGORIES, 'largest paint'], rows)
  process.stdout.write(
    lost.length > 0 ? `Points lost:\n${lost.join('\n')}\n\n` : 'No points lost.\n\n',
  )
}
