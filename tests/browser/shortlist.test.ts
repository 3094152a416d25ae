import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { SIZES, useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'

const visit = useChromium()
const KEY = 'touchstone-shortlist'

const words = (text: string) => text.replace(/\s+/g, ' ').trim()
const kept = (page: Page) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), KEY)
const names = (page: Page) => page.locator('.entry__name :is(a, span):first-child').allInnerTexts()
const region = (page: Page) => page.getByRole('region', { name: 'Shared shortlist' })

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await saving
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const texts: string[] = []
  for (let at = 1; at <= file.numPages; at += 1) {
    const { items } = await (await file.getPage(at)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return words(texts.join(' '))
}

async function saveTwo(page: Page): Promise<void> {
  await page.goto('/providers/nushama')
  await page.getByRole('button', { name: 'Save Nushama' }).click()
  await page.getByText('Nushama is on your shortlist.').waitFor()
  await page.goto('/compare?ids=nushama,ember-health')
  await page.getByRole('button', { name: 'Save Nushama', pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Save Ember Health' }).click()
  await page.getByText('Ember Health is on your shortlist.').waitFor()
}

async function openShortlist(page: Page): Promise<void> {
  await page.goto('/shortlist')
  await page.locator('.range-line').first().waitFor()
}

/** Notes, statuses, an order and an answer, as a person would leave them. */
async function fillIn(page: Page): Promise<void> {
  await openShortlist(page)
  await page.getByLabel('My note on Nushama').fill('=Ask about "price"; Ünï')
  await page.getByLabel('Status of Ember Health').selectOption('Booked')
  await page.getByRole('button', { name: 'Move down Nushama' }).click()
  await page.goto('/ask')
  const item = page.locator('#ask-nushama-C4')
  await item.getByLabel('It meets this point').check()
  await item.getByLabel(/^How/).selectOption('Told to me in writing')
  await item.getByLabel(/^My note/).fill('By phone and mail')
}

const range = async (page: Page) =>
  words(await page.locator('.ask-range').last().locator('strong').innerText())

async function openLink(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  await region(page).getByRole('button').first().waitFor()
  return page
}

describe.each(SIZES)('on %s a visitor', (_, viewport) => {
  test('saves, notes, records an answer, and sees the range narrow', async () => {
    const { page, trouble } = await visit({ viewport })
    await saveTwo(page)
    await openShortlist(page)
    expect(await names(page)).toEqual(['Nushama', 'Ember Health'])
    await page.goto('/ask?ids=nushama')
    await page.locator('.ask-range').waitFor()
    const before = await range(page)
    await fillIn(page)
    await page.goto('/ask?ids=nushama')
    await page.locator('.ask-range').waitFor()
    const after = await range(page)
    expect(after).not.toBe(before)
    await page.getByRole('button', { name: 'Without my answers' }).click()
    expect(await range(page)).toBe(before)
    await page.getByRole('button', { name: 'Without my answers' }).click()
    expect(await range(page)).toBe(after)

    await openShortlist(page)
    expect(await names(page)).toEqual(['Ember Health', 'Nushama'])
    expect(await page.getByLabel('My note on Nushama').inputValue()).toBe('=Ask about "price"; Ünï')
    expect(words(await page.locator('.entry').nth(1).innerText())).toContain(
      'You were told, November 23, 2026',
    )
    await page.goto('/providers/nushama')
    await page.locator('#C4').getByText('You were told: It meets this point').waitFor()
    expect(trouble).toEqual([])
  })

  test('takes the list away, clears it, and brings it back whole', async () => {
    const { page, trouble } = await visit({ viewport })
    await saveTwo(page)
    await fillIn(page)
    await openShortlist(page)
    const before = await kept(page)

    const csv = await download(page, 'Download CSV')
    const rows: string[][] = parse(csv.bytes, { bom: true })
    expect(rows.some((row) => row.includes(`'=Ask about "price"; Ünï`))).toBe(true)
    expect(
      rows.find(([, name, , item]) => name === 'Nushama' && item === 'Points confirmed')?.[8],
    ).toBe('2026-11-23')
    const json = await download(page, 'Download JSON')
    const file = { name: json.name, mimeType: 'application/json', buffer: json.bytes }

    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByText('Your shortlist is empty.').waitFor()
    expect(await kept(page)).toBeNull()
    await page.keyboard.press('Enter')
    await expect.poll(() => names(page)).toEqual(['Ember Health', 'Nushama'])
    await page.getByRole('button', { name: 'Delete everything' }).click()

    await page.getByLabel('Open a shortlist file (JSON)').setInputFiles(file)
    await region(page).getByText('Nothing is added yet').waitFor()
    const said = words(await region(page).innerText())
    for (const part of [
      'New to your list (2): Ember Health. Status: Booked.',
      'Nushama. Kind of care: IV infusion in a clinic. A note.',
      'Order: as in the list.',
      '1 answer: 1 new, 0 that would change yours, 0 that you have.',
    ]) {
      expect(said).toContain(part)
    }
    expect(await kept(page)).toBeNull()
    await region(page).getByRole('button', { name: 'Add to my shortlist' }).click()
    await expect.poll(() => kept(page)).toEqual(before)
    await page.keyboard.press('Enter')
    await page.getByText('The last change is undone.').waitFor()
    expect((await kept(page)).entries).toEqual([])
    expect(trouble).toEqual([])
  })
})

describe('a shared link', () => {
  test('carries the list to another browser, which asks before it adds', async () => {
    const { page, context, trouble } = await visit()
    await saveTwo(page)
    await fillIn(page)
    await openShortlist(page)
    const before = await kept(page)
    await page.getByText('Share by link or QR code').click()
    const link = page.getByLabel(/^The link/)
    const bare = await link.inputValue()
    expect(await page.getByRole('img', { name: 'QR code of the link' }).isVisible()).toBe(true)
    await page.getByLabel('Put my notes, status and appointments in').check()
    await page.getByLabel('Put what I was told in').check()
    await expect.poll(async () => (await link.inputValue()).length).toBeGreaterThan(bare.length)
    const full = await link.inputValue()

    const other = await visit()
    const asked: string[] = []
    other.context.on('request', (request) => asked.push(request.url()))
    const there = await openLink(other.context, full)
    expect(await kept(there)).toBeNull()
    await region(there).getByRole('button', { name: 'Add to my shortlist' }).click()
    await expect.poll(() => kept(there)).toEqual(before)
    expect(there.url()).not.toContain('#')
    expect(asked.filter((url) => url.includes('shortlist=1'))).toEqual([])

    const third = await visit()
    const silent = await openLink(third.context, bare)
    expect(words(await region(silent).innerText())).not.toMatch(/note|status|answer|told/i)
    expect(await region(silent).getByRole('checkbox').count()).toBe(0)
    await region(silent).getByRole('button', { name: 'Do not add' }).click()
    await silent.getByText('Your shortlist is empty.').waitFor()
    await context.close()
    expect([...trouble, ...other.trouble, ...third.trouble]).toEqual([])
  })

  test('has a code that stands large in a window over the page, by keyboard', async () => {
    const { page, trouble } = await visit({ viewport: { width: 320, height: 640 } })
    await saveTwo(page)
    await openShortlist(page)
    await page.getByText('Share by link or QR code').click()
    const opener = page.getByRole('button', { name: 'Show the code large' })
    const window = page.getByRole('dialog', { name: 'Point the phone’s camera at this code' })
    const isOpen = () => window.isVisible()
    await opener.focus()
    expect(await isOpen()).toBe(false)
    await page.keyboard.press('Enter')
    await window.getByRole('img', { name: 'QR code of the link, large' }).waitFor()
    const box = await window.boundingBox()
    expect(box?.x).toBeGreaterThan(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(320)
    const before = await page.evaluate(() => scrollY)
    await page.mouse.move(2, 2)
    await page.mouse.wheel(0, 400)
    await page.keyboard.press('Tab')
    await page.keyboard.press('PageDown')
    expect(await page.evaluate(() => scrollY)).toBe(before)
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(false)
    await page.keyboard.press('Escape')
    expect(await isOpen()).toBe(false)
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(isOpen).toBe(true)
    await lookAtEverything(page)
    await page.emulateMedia({ media: 'print' })
    expect(await isOpen()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await window.getByRole('button', { name: 'Close' }).press('Enter')
    expect(await isOpen()).toBe(false)
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(trouble).toEqual([])
  })

  test('is taken in part, and names what would change', async () => {
    const { page, context } = await visit()
    await saveTwo(page)
    await fillIn(page)
    await openShortlist(page)
    await page.getByText('Share by link or QR code').click()
    await page.getByLabel('Put my notes, status and appointments in').check()
    await page.getByLabel('Put what I was told in').check()
    const link = page.getByLabel(/^The link/)
    await expect.poll(async () => (await link.inputValue()).length).toBeGreaterThan(400)
    const full = await link.inputValue()
    await page.getByLabel('My note on Nushama').fill('Mine')
    await page.getByLabel('Status of Ember Health').selectOption('To call')
    const before = await kept(page)

    const there = await openLink(context, full)
    const different = region(there).getByText(/On your list, and something else here \(2\)/)
    await different.waitFor()
    const text = words(await region(there).innerText())
    expect(text).toContain('Ember Health. Status: Booked instead of To call.')
    expect(text).toContain('Nushama. A note, put beside yours.')
    await region(there).getByLabel('Take its notes').uncheck()
    await region(there).getByText('Adding it changes nothing').waitFor()
    await region(there).getByRole('button', { name: 'Add to my shortlist' }).click()
    expect(await kept(there)).toEqual(before)
  })

  test.each([
    ['1.d.00000000.abc', 'This link is damaged'],
    ['9.z.00000000.abc', 'newer version of Touchstone'],
  ])('%s is refused in plain words, and nothing changes', async (fragment, said) => {
    const { page } = await visit()
    await saveTwo(page)
    const before = await kept(page)
    await page.goto(`/shortlist#shortlist=${fragment}`)
    await region(page).getByText(said).waitFor()
    expect(await kept(page)).toEqual(before)
  })
})

const APPOINTMENT = ['December 3, 2026 at 2:30 PM', 'Note on the appointment', 'Room 4']

test('the PDF says what the screen says, with sources', async () => {
  const { page, trouble } = await visit()
  await saveTwo(page)
  await fillIn(page)
  await page.evaluate(() => {
    const list = JSON.parse(localStorage['touchstone-shortlist'])
    list.entries[0].appointment = { day: '2026-12-03', time: '14:30', note: 'Room 4' }
    localStorage['touchstone-shortlist'] = JSON.stringify(list)
  })
  await openShortlist(page)
  const { name, bytes } = await download(page, 'Download PDF')
  expect(name).toBe('touchstone-shortlist.pdf')
  const text = await pdfText(bytes)
  const shown = await page
    .locator(
      '.entry__name a, .entry__case, .range-line strong, .entry__costs dd, .entry .bullets li',
    )
    .allTextContents()
  expect(shown.length).toBeGreaterThan(10)
  for (const said of APPOINTMENT)
    expect(await page.locator('.entry').first().textContent()).toContain(said)
  for (const said of shown) expect(text).toContain(words(said))
  for (const said of [
    '=Ask about "price"; Ünï',
    'Booked',
    '/providers/nushama',
    '988',
    ...APPOINTMENT,
  ]) {
    expect(text).toContain(said)
  }
  expect(trouble).toEqual([])
})

test('where storage is denied the list works and says that it is not kept', async () => {
  const { page, context } = await visit()
  await context.addInitScript(() => {
    const get = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get })
  })
  await page.goto('/providers/nushama')
  await page.getByRole('button', { name: 'Save Nushama' }).click()
  await page.getByText('does not let the page keep anything').waitFor()
  await page.getByRole('button', { name: 'Save Nushama', pressed: true }).waitFor()
  // What cannot be kept travels in the link to the list.
  await page.getByRole('link', { name: 'My shortlist' }).click()
  await region(page).getByRole('button', { name: 'Add to my shortlist' }).click()
  await page.getByText('Your shortlist is not saved in this browser.').waitFor()
  expect(await names(page)).toEqual(['Nushama'])
})

test('two tabs keep what either of them writes', async () => {
  const { page, context } = await visit()
  await saveTwo(page)
  await openShortlist(page)
  const other = await context.newPage()
  await openShortlist(other)
  await page.getByLabel('My note on Nushama').fill('From the first tab')
  await other.getByLabel('Status of Ember Health').selectOption('Booked')
  await expect
    .poll(() => other.getByLabel('My note on Nushama').inputValue())
    .toBe('From the first tab')
  await expect.poll(() => page.getByLabel('Status of Ember Health').inputValue()).toBe('booked')
})

test('a provider that is gone, and a value that broke, are said and lose nothing', async () => {
  const { page } = await visit()
  await saveTwo(page)
  const list = await kept(page)
  const gone = {
    ...list.entries[0],
    provider: 'closed-long-ago',
    name: 'Closed Long Ago',
    order: 9,
  }
  const broken = { ...list, entries: [...list.entries, { ...gone, note: 'Kept' }, 7] }
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    KEY,
    JSON.stringify(broken),
  ] as const)
  await openShortlist(page)
  await page.getByText('removed from the directory since you saved it').waitFor()
  expect(await page.getByLabel('My note on Closed Long Ago').inputValue()).toBe('Kept')
  await page.getByText('1 of 4 saved providers could not be read').waitFor()
  const aside = await page.evaluate(() => localStorage.getItem('touchstone-shortlist-backup'))
  expect(JSON.parse(aside ?? '')).toEqual(broken)
})

test('the order changes by keyboard, and the focus stays on the button', async () => {
  const { page } = await visit()
  await saveTwo(page)
  await openShortlist(page)
  await page.getByRole('button', { name: 'Move up Ember Health' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(['Ember Health', 'Nushama'])
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await expect.poll(async () => words(await focused())).toContain('Move up Ember Health')
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(['Nushama', 'Ember Health'])
})

test('on a phone with text twice as large, addresses break rather than widen the page', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 } })
  await page.goto('/providers/ember-health')
  await page.getByRole('button', { name: 'Save Ember Health' }).click()
  await page.getByText('is on your shortlist.').waitFor()
  await openShortlist(page)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  await page.getByText('Where the prices were read').last().click()
  await page.getByText('Price read at').last().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('the shortlist breaks no rule of accessibility and fits every width', async () => {
  const { page, trouble } = await visit()
  await page.goto('/shortlist')
  await page.getByText('Your shortlist is empty.').waitFor()
  await lookAtEverything(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await saveTwo(page)
  await fillIn(page)
  await openShortlist(page)
  await lookAtEverything(page)
  expect(trouble).toEqual([])
})
