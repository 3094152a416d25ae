import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readJournal } from '#core/journal.ts'
import { SIZES, useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'

const visit = useChromium()
const NOW = new Date('2026-11-23T09:00:00')
const KEY = 'touchstone-journal'

async function openJournal(page: Page): Promise<void> {
  await page.clock.install({ time: NOW })
  await page.goto('/journal')
  await page.waitForFunction(() => !document.querySelector('fieldset[disabled]'))
}

/** Once the page has come to rest after a press. */
async function focusedText(page: Page): Promise<string> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY)

async function writeMood(page: Page, mood: string, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Mood note', exact: true }).click()
  await page.getByRole('radio', { name: mood, exact: true }).check()
  await page.getByLabel('A few words, if you like').fill(note)
  await page.getByRole('button', { name: 'Done' }).click()
}

/** Answers the first `count` items alike. */
async function fillIn(page: Page, button: RegExp, answer: string, count: number): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  for (let item = 0; item < count; item += 1) {
    await page.getByRole('radio', { name: answer }).nth(item).check()
  }
}

async function saveAs(page: Page, button: RegExp): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('question 9 above zero shows the crisis line at once, in view, and leaves the focus alone', async () => {
  const { page } = await visit({ server: 'sample', viewport: { width: 390, height: 844 } })
  await openJournal(page)
  await page.getByRole('button', { name: /PHQ-9/ }).click()
  expect(await page.getByRole('alert').count()).toBe(0)
  const answer = page
    .getByRole('group', { name: /^9\./ })
    .getByRole('radio', { name: 'Several days' })
  await answer.focus()
  await page.keyboard.press('Space')
  const alert = page.getByRole('alert')
  expect(await alert.textContent()).toContain('You do not have to be alone')
  expect(await alert.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988')
  expect(await alert.getByRole('link', { name: 'Text 988' }).getAttribute('href')).toBe('sms:988')
  expect(await answer.evaluate((one) => one === document.activeElement)).toBe(true)
  const box = await alert.getByRole('link', { name: 'Text 988' }).boundingBox()
  expect(box?.y).toBeGreaterThan(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(844)
  await page.getByRole('button', { name: 'Done' }).click()
  expect(
    await page.getByText('Call or text 988 at any hour', { exact: false }).first().isVisible(),
  ).toBe(true)
})

test.each(SIZES)(
  'a score stands only when all is answered, with its band, a point and a table, on %s',
  async (_, viewport) => {
    const { page, trouble } = await visit({ server: 'sample', viewport })
    await openJournal(page)
    await fillIn(page, /PHQ-9/, 'More than half the days', 8)
    await page.getByText('PHQ-9: 8 of 9 answered, so there is no score yet.').first().waitFor()
    expect(await page.locator('.journal__chart').count()).toBe(0)
    await page.getByRole('radio', { name: 'Not at all' }).nth(8).check()
    await page.getByText('PHQ-9: 16 of 27, moderately severe.').first().waitFor()
    expect(await page.locator('.chart__point').count()).toBe(1)
    expect(await page.getByRole('table').textContent()).toContain('moderately severe')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(trouble).toEqual([])
  },
)

test('an exported journal brought back into an empty browser is equal', async () => {
  const first = await visit({ server: 'sample' })
  await openJournal(first.page)
  await writeMood(first.page, 'Low', '=SUM(1) “quotes”, commas\nand lines')
  await fillIn(first.page, /GAD-7/, 'Several days', 7)
  await first.page.getByRole('button', { name: 'Done' }).click()
  await first.page.getByRole('button', { name: 'Session note' }).click()
  await first.page.getByLabel('Where').fill('A clinic')
  await first.page.getByLabel(/What happened/).fill('Calm.')
  const text = await saveAs(first.page, /Save a copy/)
  expect(readJournal(text).state.entries).toHaveLength(3)

  const second = await visit({ server: 'sample' })
  await openJournal(second.page)
  await second.page.getByLabel('Bring back a copy (JSON)').setInputFiles({
    name: 'journal.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await second.page.getByText('3 entries read, 3 new.').first().waitFor()
  expect(readJournal(await stored(second.page)).state).toEqual(readJournal(text).state)
})

test('the spreadsheet holds every entry and no cell that a program would run', async () => {
  const { page } = await visit({ server: 'sample' })
  await openJournal(page)
  await writeMood(page, 'Low', '=SUM(1)')
  await fillIn(page, /PHQ-9/, 'Not at all', 3)
  await page.getByRole('button', { name: 'Done' }).click()
  const rows: Record<string, string>[] = parse(await saveAs(page, /CSV/), {
    bom: true,
    columns: true,
  })
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ Kind: 'Mood', 'Score or mood': '2', Note: "'=SUM(1)" })
  expect(rows[1]).toMatchObject({ Kind: 'PHQ-9', 'Score or mood': '', Meaning: '3 of 9 answered' })
  expect(rows[1]?.['Item 4']).toBe('not answered')
})

test.each(SIZES)(
  'one press deletes everything, and one brings it back, on %s',
  async (_, viewport) => {
    const { page } = await visit({ server: 'sample', viewport })
    await openJournal(page)
    await writeMood(page, 'Good', 'A walk.')
    await writeMood(page, 'Low', 'Rain.')
    const before = await stored(page)
    await page.getByRole('button', { name: 'Delete everything (2 entries)' }).press('Enter')
    expect(await stored(page)).toBeNull()
    await page.getByText('Nothing is written yet.').waitFor()
    const undo = page.getByRole('button', { name: 'Undo' })
    expect(await focusedText(page)).toBe('Undo')
    expect((await undo.boundingBox())?.y).toBeLessThan(viewport.height)
    await undo.press('Enter')
    expect(await focusedText(page)).toBe('What you wrote')
    expect(await stored(page)).toBe(before)
    expect(await page.getByText('Rain.').isVisible()).toBe(true)
  },
)

test('one entry is deleted and undone without touching the others, by keyboard', async () => {
  const { page } = await visit({ server: 'sample' })
  await openJournal(page)
  await writeMood(page, 'Good', 'A walk.')
  await writeMood(page, 'Low', 'Rain.')
  await page
    .getByRole('button', { name: /^Delete Mood note/ })
    .first()
    .press('Enter')
  expect(await page.locator('.journal__entry').count()).toBe(1)
  expect(await focusedText(page)).toBe('Undo')
  await page.keyboard.press('Enter')
  expect(await page.locator('.journal__entry').count()).toBe(2)
  expect(await focusedText(page)).toBe('What you wrote')
  await page
    .getByRole('button', { name: /^Change Mood note/ })
    .first()
    .press('Enter')
  await page.getByRole('button', { name: 'Delete this entry' }).press('Enter')
  expect(await focusedText(page)).toBe('Undo')
})

test.each(SIZES)(
  'what is written is there after a reload, also before "Done" is pressed, on %s',
  async (_, viewport) => {
    const { page } = await visit({ server: 'sample', viewport })
    await openJournal(page)
    await page.getByRole('button', { name: 'Session note' }).click()
    await page.getByLabel(/What happened/).fill('Half a sentence')
    await page.reload()
    await page.getByText('Half a sentence').first().waitFor()
  },
)

test('a broken journal is put aside and a newer one is left alone, each in plain words', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await context.addInitScript(
    ([key, text]) => {
      localStorage[key as string] ??= text
    },
    [KEY, '{"broken'],
  )
  await openJournal(page)
  await page.getByText('is damaged').waitFor()
  await writeMood(page, 'Good', 'A walk.')
  expect(await page.evaluate(() => localStorage.getItem('touchstone-journal-unread'))).toBe(
    '{"broken',
  )
  const newer = '{"format":"touchstone-journal","version":9}'
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key as string, text as string),
    [KEY, newer],
  )
  await page.reload()
  await page.getByText('saved by a newer version').waitFor()
  await writeMood(page, 'Low', 'Rain.')
  expect(await stored(page)).toBe(newer)
  expect(await page.getByText('changes to it are not saved').isVisible()).toBe(true)
})

test('without JavaScript the questionnaires can be read, and it says why writing cannot be done', async () => {
  const { page } = await visit({ server: 'sample', javaScriptEnabled: false })
  await page.goto('/journal')
  expect(await page.locator('noscript .notice').isVisible()).toBe(true)
  await page.getByText('PHQ-9: Depression over').click()
  expect(await page.getByText('Trouble concentrating on things').isVisible()).toBe(true)
  expect(await page.getByText('20 to 27: severe', { exact: false }).isVisible()).toBe(true)
})

test('in use, no rule is broken at any width', async () => {
  const { page, trouble } = await visit({ server: 'sample' })
  await openJournal(page)
  await writeMood(page, 'Good', 'A walk.')
  await fillIn(page, /PHQ-9/, 'Several days', 9)
  await page.getByRole('alert').waitFor()
  await lookAtEverything(page)
  expect(trouble).toEqual([])
})
