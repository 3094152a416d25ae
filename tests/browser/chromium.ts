/** One Chromium for a test file, and pages that remember what went wrong in them. */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { CHROMIUM_FLAGS, CHROMIUM_PROGRAM } from '../chromium.ts'
import type { Servers } from './servers.ts'

/** The two widths that a journey is made at, named for the titles of tests. */
export const SIZES = [
  ['a wide page', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const

export type Visit = {
  page: Page
  context: BrowserContext
  /** Errors of the page, broken page policies, and requests that left this server. */
  trouble: string[]
}

type VisitOptions = BrowserContextOptions & { server?: keyof Servers }

function noteTrouble(context: BrowserContext, origin: string): string[] {
  const trouble: string[] = []
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin) trouble.push(`request: ${request.url()}`)
  })
  context.on('console', (message) => {
    const { url } = message.location()
    // Chromium writes an error for each page that is answered with 4xx, as ours about problems are.
    if (message.text().startsWith('Failed to load resource') && url === message.page()?.url())
      return
    if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => trouble.push(`error: ${error.error().message}`))
  return trouble
}

/** Starts Chromium for the tests of this file. The result opens a fresh visitor's empty page. */
export function useChromium(): (options?: VisitOptions) => Promise<Visit> {
  let browser: Browser
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM_PROGRAM, args: CHROMIUM_FLAGS })
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(() => browser?.close())

  return async ({ server = 'real', ...options } = {}) => {
    const baseURL = inject('servers')[server]
    const viewport = { width: 1280, height: 800 }
    const context = await browser.newContext({
      baseURL,
      viewport,
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(20_000)
    contexts.push(context)
    const trouble = noteTrouble(context, baseURL)
    return { page: await context.newPage(), context, trouble }
  }
}

/** Moves the pointer until the comparison is taken over; a page may not listen at the first move. */
export async function wakeCompared(page: Page): Promise<void> {
  const alive = page.locator('[data-alive]')
  for (let at = 0; at < 100 && (await alive.count()) === 0; at += 1) {
    await page.mouse.move(100, 90 + at)
    await page.waitForTimeout(100)
  }
  await alive.waitFor()
}
