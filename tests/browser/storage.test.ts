import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useChromium } from './chromium.ts'

const visit = useChromium()
const KEY = 'touchstone-shortlist'

async function save(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/providers/${id}`)
  await page.getByRole('button', { name: `Save ${name}` }).click()
  await page.getByText(`${name} is on your shortlist.`).waitFor()
}

/** Leaves not a letter of room in the storage of this browser. */
const fillStorage = (page: Page) =>
  page.evaluate(() => {
    for (let size = 1 << 22, at = 0; size > 0; at += 1) {
      try {
        localStorage.setItem(`other-${at}`, 'x'.repeat(size))
      } catch {
        size >>= 1
      }
    }
  })

const makeRoom = (page: Page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('other-')) localStorage.removeItem(key)
    }
  })

const stored = (page: Page) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), KEY)

async function downloadJson(page: Page, button: string) {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  return JSON.parse(await readFile(await (await saving).path(), 'utf8'))
}

const denyStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    const get = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get })
  })

/** Follows a link of the page's head; true when the browser asked before it left. */
async function isAskedOnWayTo(page: Page, link: string): Promise<boolean> {
  const asked = page
    .waitForEvent('dialog', { timeout: 5_000 })
    .then(async (dialog) => {
      await dialog.dismiss()
      return dialog.type() === 'beforeunload'
    })
    .catch(() => false)
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: link, exact: true })
    .click({ noWaitAfter: true })
  return await asked
}

test('a shortlist that was cut off keeps what is whole and says where it breaks off', async () => {
  const { page } = await visit()
  await save(page, 'nushama', 'Nushama')
  await save(page, 'ember-health', 'Ember Health')
  const cut = (ending: string) =>
    page.evaluate(
      ([key, words]) => {
        const text = localStorage.getItem(key) ?? ''
        localStorage.setItem(key, text.slice(0, text.indexOf(words)))
      },
      [KEY, ending] as const,
    )
  await cut('"order":2')
  await page.goto('/shortlist')
  await page.getByText('breaks off in this part: saved providers').waitFor()
  await expect.poll(() => page.locator('.entry').count()).toBe(2)
  await cut('"entries"')
  await page.reload()
  await page.getByText('What came after could not be read: saved providers, answers').waitFor()
  expect(await page.locator('.entry').count()).toBe(0)
  expect(await page.getByText(/the rest is here/i).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Download it as it was' }).isVisible()).toBe(true)
})

test('a full storage is said in plain words, and nothing written is lost while the page is open', async () => {
  const { page } = await visit()
  await save(page, 'nushama', 'Nushama')
  await fillStorage(page)
  await page.goto('/providers/ember-health')
  await page.getByRole('button', { name: 'Save Ember Health' }).click()
  await page.getByText('storage of this browser is full').waitFor()
  await page.getByRole('link', { name: 'Take it along to My shortlist' }).click()
  await page.getByRole('button', { name: 'Add to my shortlist' }).click()
  await page.getByText('Your shortlist is not saved in this browser.').waitFor()
  await page.getByLabel('My note on Ember Health').fill('Kind on the phone')
  const file = await downloadJson(page, 'Download my shortlist (JSON)')
  expect(file.entries.map(({ note }: { note: string }) => note)).toEqual(['', 'Kind on the phone'])
  expect(await isAskedOnWayTo(page, 'Ask')).toBe(true)
  expect(await page.getByLabel('My note on Ember Health').inputValue()).toBe('Kind on the phone')
  await makeRoom(page)
  await page.getByRole('button', { name: 'Try to save again' }).click()
  await expect.poll(async () => (await stored(page)).entries[1]?.note).toBe('Kind on the phone')
})

test('an answer that finds no room stays on the page and can be downloaded', async () => {
  const { page } = await visit()
  await save(page, 'nushama', 'Nushama')
  await fillStorage(page)
  await page.goto('/ask')
  const item = page.locator('#ask-nushama-C4')
  await item.getByLabel('It meets this point').check()
  await page.getByText('storage of this browser is full').first().waitFor()
  await item.getByLabel(/^My note/).fill('By mail')
  const file = await downloadJson(page, 'Download my shortlist (JSON)')
  expect(file.answers).toMatchObject([{ criterion: 'C4', level: 'met', note: 'By mail' }])
  expect(await isAskedOnWayTo(page, 'Plan')).toBe(true)
  expect(await item.getByLabel(/^My note/).inputValue()).toBe('By mail')
})

test('a journal entry that finds no room stays on the page and can be downloaded', async () => {
  const { page } = await visit()
  await page.goto('/journal')
  await fillStorage(page)
  await page.getByRole('button', { name: 'Mood note' }).click()
  await page.getByRole('radio', { name: 'Good', exact: true }).check()
  await page.getByLabel('A few words, if you like').fill('A walk by the river')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('storage of this browser is full').first().waitFor()
  await page.locator('li, article').getByText('A walk by the river').first().waitFor()
  const file = await downloadJson(page, 'Save a copy (JSON)')
  expect(file.entries).toMatchObject([{ note: 'A walk by the river' }])
  expect(await isAskedOnWayTo(page, 'Plan')).toBe(true)
})

test('where storage is denied no way out of a page loses the list without a word', async () => {
  const { page, context } = await visit()
  await denyStorage(context)
  await page.goto('/providers/nushama')
  await page.getByRole('button', { name: 'Save Nushama' }).click()
  await page.getByText('does not let the page keep anything').first().waitFor()
  for (const link of ['Shortlist', 'Ask', 'Compare']) {
    expect(await isAskedOnWayTo(page, link), link).toBe(true)
  }
  await page.getByRole('link', { name: 'Take it along to My shortlist' }).click()
  await page.getByRole('button', { name: 'Add to my shortlist' }).click()
  await page.getByText('Your shortlist is not saved in this browser.').waitFor()
  expect(await isAskedOnWayTo(page, 'Ask')).toBe(true)
})

test('two tabs that type in one note in turn lose and double nothing', async () => {
  const { page, context } = await visit()
  await save(page, 'nushama', 'Nushama')
  await page.goto('/shortlist')
  const other = await context.newPage()
  await other.goto('/shortlist')
  const noteIn = (one: Page) => one.getByLabel('My note on Nushama')
  await noteIn(page).waitFor()
  const said = 'They were kind and will call back on Monday'.split(' ')
  for (const [at, word] of said.entries()) {
    const note = noteIn(at % 2 === 0 ? page : other)
    await note.focus()
    await note.press('Control+End')
    await note.pressSequentially(`${word} `)
  }
  const texts = () => Promise.all([page, other].map((one) => noteIn(one).inputValue()))
  await expect.poll(async () => new Set(await texts()).size).toBe(1)
  const written = (await texts())[0]?.split(/\s+/).filter(Boolean)
  expect(written?.sort()).toEqual([...said].sort())
  // Whoever wrote last knows; the other tab is told.
  await other.getByText('Another tab changed your shortlist.').waitFor()
  expect(await page.getByText('Another tab changed').count()).toBe(0)
})

test('a plan and a journal say what another tab changed, until the next change here', async () => {
  const { page, context } = await visit()
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.goto('/plan')
    await one.waitForFunction(() => !document.querySelector('fieldset[disabled]'))
  }
  const told = (what: string) =>
    other.getByRole('status').filter({ hasText: `changed your ${what}.` })
  const hopes = (one: Page) => one.getByLabel(/^My goals/)
  await hopes(page).fill('Sleep.')
  await told('plan').waitFor()
  expect(await hopes(other).inputValue()).toBe('Sleep.')
  expect(await page.getByText('Another tab changed').count()).toBe(0)
  await hopes(other).fill('Sleep and work.')
  await told('plan').waitFor({ state: 'detached' })
  await page.getByText('Another tab changed your plan.').waitFor()

  await save(page, 'nushama', 'Nushama')
  await told('shortlist').waitFor()
  await other.getByRole('button', { name: 'Close' }).click()
  await told('shortlist').waitFor({ state: 'detached' })

  for (const one of [page, other]) {
    await one.goto('/journal')
    await one.waitForFunction(() => !document.querySelector('fieldset[disabled]'))
  }
  await page.getByRole('button', { name: 'Mood note' }).click()
  await page.getByRole('radio', { name: 'Good', exact: true }).check()
  await told('journal').waitFor()
  await other.getByRole('heading', { name: 'What you wrote' }).waitFor()
  await other.getByRole('button', { name: 'Session note' }).click()
  await other.getByLabel(/^What happened/).fill('Calm')
  await told('journal').waitFor({ state: 'detached' })
})
