import type { Page } from 'playwright-core'
import { afterEach, expect, inject, test } from 'vitest'
import { useChromium } from './chromium.ts'
import type { Line } from './line.ts'
import { startLine } from './line.ts'
import { lookAtEverything } from './look.ts'

const open = useChromium()
const lines: Line[] = []
afterEach(async () => {
  for (const line of lines.splice(0)) await line.cut()
})

/** A visitor whose line to the server can be cut: emulated outages do not always reach a worker. */
async function visit() {
  const line = await startLine(inject('servers').sample)
  lines.push(line)
  return { ...(await open({ baseURL: line.address })), line }
}

const ACORN = 'sample-blue-acorn-wellness'

/** Waits until this browser has copies of all these addresses; a promise is not waited for in the page. */
async function waitForCopies(page: Page, addresses: string[]): Promise<void> {
  const missing = () =>
    page.evaluate(async (all) => {
      const copies = await Promise.all(all.map((address) => caches.match(address)))
      return all.filter((_, at) => copies[at] === undefined)
    }, addresses)
  await expect.poll(missing, { timeout: 20_000 }).toEqual([])
}

/** Opens a page and waits until this browser has a copy of it and of its files. */
async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(path)
  const style = await page.locator('link[rel=stylesheet]').first().getAttribute('href')
  await waitForCopies(page, [path, style ?? ''])
  // The files of a page are kept one after the other; the last message is behind all of them.
  await page.waitForTimeout(500)
}

/** Waits until this browser has every file that the worker names. */
async function waitForFiles(page: Page): Promise<void> {
  const code = await (await page.request.get('/service-worker.js')).text()
  const files = code.match(/\/assets\/[\w.-]+\.\w+/g) ?? []
  expect(files.some((file) => file.endsWith('.ttf'))).toBe(true)
  await waitForCopies(page, files)
}

/** Presses a button and names the file that comes of it. */
async function madeBy(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return (await saving).suggestedFilename()
}

const note = (page: Page) => page.locator('[data-copy-from]')

test.each(['/plan', '/journal', '/shortlist', '/ask', '/learn'])(
  '%s opens again without a network and says that it is a copy and from when',
  async (path) => {
    const { page, line } = await visit()
    await openAndKeep(page, path)
    expect(await note(page).count()).toBe(0)
    await line.cut()
    await page.reload()
    const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' })
    expect(await note(page).textContent()).toContain(`You are offline. This copy is from ${today}.`)
    expect(await note(page).isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.className)).toContain('scripted')
    await line.mend()
    await page.reload()
    expect(await note(page).count()).toBe(0)
  },
)

test('where copies are kept the list is drawn once, and its first press counts', async () => {
  const { page } = await visit()
  await openAndKeep(page, '/learn')
  await page.goto('/providers')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const rows = await page.locator('.row').count()
  await page.locator('.row [name=ids]').first().check()
  await expect.poll(() => page.locator('.compare-bar').count()).toBe(1)
  expect(await page.locator('.row').count()).toBe(rows)
  expect(await page.locator('#results').count()).toBe(1)
})

test('without a network the plan still takes marks and words, and keeps them', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await line.cut()
  await page.reload()
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
  await page.getByLabel(/My goals/).fill('Sleep.')
  await page.reload()
  await page.getByText('1 of 7 days done.').waitFor()
  expect(await page.getByLabel(/My goals/).inputValue()).toBe('Sleep.')
})

test('without a network every file of the tools can be made for the first time', async () => {
  const { page, line } = await visit()
  await page.goto(`/providers/${ACORN}`)
  await page.getByRole('button', { name: /Blue Acorn Wellness to your shortlist/ }).click()
  await page.getByText('is on your shortlist.').waitFor()
  for (const path of ['/shortlist', '/plan', '/journal']) await openAndKeep(page, path)
  await waitForFiles(page)
  await line.cut()
  await page.goto('/shortlist')
  await page.locator('.range-line').first().waitFor()
  expect(await madeBy(page, 'Download PDF')).toBe('touchstone-shortlist.pdf')
  expect(await madeBy(page, 'Download CSV')).toBe('touchstone-shortlist.csv')
  await page.goto('/plan')
  await page.getByLabel('First day').fill('2026-12-01')
  expect(await madeBy(page, 'Save for my calendar')).toBe('touchstone-plan.ics')
  expect(await madeBy(page, 'Download PDF')).toBe('touchstone-plan.pdf')
  await page.goto('/journal')
  expect(await madeBy(page, 'Save as a spreadsheet')).toBe('touchstone-journal.csv')
})

test('where data is dear, only what makes PDFs is left until it is asked for', async () => {
  const { page, context } = await visit()
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const fonts = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => caches.open(name)))
      const kept = (await Promise.all(all.map((cache) => cache.keys()))).flat()
      return kept.filter(({ url }) => url.endsWith('.ttf')).length
    })
  await openAndKeep(page, '/plan')
  await page.waitForTimeout(2000)
  expect(await fonts()).toBe(0)
  await page.getByRole('button', { name: 'Turn off and delete the copies' }).click()
  await page.getByRole('button', { name: 'Keep copies' }).click()
  await waitForFiles(page)
  expect(await fonts()).toBe(2)
})

test('a page that was never opened is not made up: it says so and names what is kept', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await page.goto(`/providers/${ACORN}`)
  await waitForCopies(page, [`/providers/${ACORN}`])
  await line.cut()
  for (const path of ['/providers', '/', '/journal', '/compare?ids=a']) {
    await page.goto(path)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'This page needs a network',
    )
  }
  await page.getByRole('link', { name: `Provider: ${ACORN}` }).click()
  await page.getByText('You are offline. This copy is from').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
    'Blue Acorn Wellness',
  )
})

test('the page that stands in for others, and a copy with its note, break no rule', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await line.cut()
  await page.goto('/providers')
  await page.getByRole('link', { name: 'Plan', exact: true }).last().waitFor()
  await lookAtEverything(page)
  await page.goto('/plan')
  await note(page).waitFor()
  await lookAtEverything(page)
})

test('records that are copies are named on a page that is not', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await page.reload()
  const address = `/api/providers/${ACORN}`
  await page.evaluate((one) => fetch(one).then((reply) => reply.text()), address)
  await waitForCopies(page, [address])
  await line.cut()
  // A worker that is just being started lets a request pass it by, so it is asked until it answers.
  const record = () =>
    page.evaluate(async (one) => {
      const reply = await fetch(one).catch(() => null)
      return (await reply?.json())?.record.id
    }, address)
  await expect.poll(record, { timeout: 20_000 }).toBe(ACORN)
  await page.getByText('Records on this page are copies').waitFor()
})

test.each([
  ['fail', 'Our server cannot answer now. This copy is from'],
  ['stall', 'The network does not answer. This copy is from'],
] as const)('where requests %s, the copy says so', async (how, said) => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  line.meet(how)
  await page.goto('/plan', { timeout: 30_000, waitUntil: 'domcontentloaded' })
  expect(await note(page).textContent()).toContain(said)
})

test('it can be turned off: every copy goes, what was written stays, and it stays off', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await page.getByLabel(/My goals/).fill('Sleep.')
  await page.getByRole('button', { name: 'Turn off and delete the copies' }).click()
  await page.getByText('No copies are kept.').waitFor()
  const keep = page.getByRole('button', { name: 'Keep copies' })
  expect(await keep.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await page.reload()
  await page.getByText('No copies are kept.').waitFor()
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0)
  expect(await page.getByLabel(/My goals/).inputValue()).toBe('Sleep.')
  await line.cut()
  expect(
    await page.reload().then(
      () => 'opened',
      () => 'failed',
    ),
  ).toBe('failed')
})

test('turned off and on again, it keeps copies and the page that stands in for others', async () => {
  const { page, line } = await visit()
  await openAndKeep(page, '/plan')
  await page.getByRole('button', { name: 'Turn off and delete the copies' }).click()
  await page.getByText('No copies are kept.').waitFor()
  await page.getByRole('button', { name: 'Keep copies' }).click()
  await page.getByText('This browser keeps copies').waitFor()
  await waitForCopies(page, ['/plan'])
  await page.waitForTimeout(500)
  await line.cut()
  await page.goto('/plan')
  await note(page).waitFor()
  await page.goto('/journal')
  await page.getByRole('heading', { name: 'This page needs a network' }).waitFor()
})

test('the worker is one small file that is always asked for anew, and pages keep their policy', async () => {
  const { page, trouble } = await visit()
  const response = await page.request.get('/service-worker.js')
  expect(response.headers()['cache-control']).toBe('no-cache')
  expect(response.headers()['content-type']).toContain('text/javascript')
  const code = await response.text()
  expect(code.length).toBeLessThan(10_000)
  expect(code).not.toMatch(/\bimport\b/)
  await openAndKeep(page, '/plan')
  expect(trouble.filter((one) => !one.startsWith('request:'))).toEqual([])
})

test('a first visit to a page without tools starts no worker', async () => {
  const { page } = await visit()
  await page.goto('/providers', { waitUntil: 'networkidle' })
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0)
})
