import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { SIZES, useChromium, wakeCompared } from './chromium.ts'

const visit = useChromium()
const FOUR = '/compare?ids=nushama,kensho-wellbeing,nova-health-recovery,lone-star-infusion'

async function open(page: Page): Promise<void> {
  await page.goto(FOUR)
  await wakeCompared(page)
  await page.locator('.rank__leader').waitFor()
}

const order = (page: Page) =>
  page
    .locator('.rank__table [data-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
const figures = (page: Page) => page.locator('.rank').innerText()
const slide = (page: Page, name: string, to: number) =>
  page.getByRole('slider', { name, exact: true }).first().fill(String(to))

const ANSWER = {
  provider: 'nushama',
  criterion: 'C1',
  case: null,
  state: null,
  level: 'met',
  note: 'A doctor talks with you by video first.',
  told_on: '2026-11-20',
  how: 'written',
}

describe('what matters to me', () => {
  test.each(SIZES)(
    'weights change the order, the words and the letters’ label, and can be taken back, on %s',
    async (_, viewport) => {
      const { page, trouble } = await visit({ viewport })
      await open(page)
      const usual = await figures(page)
      const first = await order(page)
      expect(usual).toContain('cannot be separated on public information')
      await slide(page, 'Assessment', 100)
      for (const box of ['Credentials', 'Pricing', 'Care and honesty']) await slide(page, box, 0)
      await expect.poll(() => order(page)).not.toEqual(first)
      const own = await figures(page)
      expect(own).not.toBe(usual)
      expect(own).toMatch(/Letter, with your weights/)
      await page.getByRole('button', { name: 'Back to the usual weights' }).click()
      await expect.poll(() => figures(page)).toBe(usual)
      expect(trouble).toEqual([])
    },
  )

  test('the same weights print the same figures after a reload, kept in this browser', async () => {
    const { page } = await visit()
    await open(page)
    const usual = await figures(page)
    await slide(page, 'Pricing', 70)
    await page.getByText('The order under your weights').waitFor()
    await expect.poll(() => figures(page)).not.toBe(usual)
    const before = await figures(page)
    const kept = await page.evaluate(() => localStorage.getItem('touchstone-shortlist'))
    expect(JSON.parse(kept ?? '{}').weights).toMatchObject({ A: 22, B: 70 })
    await page.reload()
    await page.locator('.rank__leader').waitFor()
    expect(await figures(page)).toBe(before)
  })

  test('no weights at all are refused in words, and the last order stays', async () => {
    const { page } = await visit()
    await open(page)
    const boxes = ['Credentials', 'Pricing', 'Assessment', 'Care and honesty']
    for (const box of boxes) await slide(page, box, 0)
    await page.getByText('At least one group must count.').waitFor()
    await page.getByText('The order under your last usable weights').waitFor()
    expect(await order(page)).toHaveLength(4)
  })

  test('the keyboard alone moves a weight', async () => {
    const { page } = await visit()
    await open(page)
    const slider = page.getByRole('slider', { name: 'Pricing', exact: true })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toBe('17, which is 17% of the whole')
    await page.getByText('The order under your weights').waitFor()
  })

  test.each(SIZES)(
    'a must-have fails on a plain no only, and silence leaves it open, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await open(page)
      await page.getByLabel('Takes insurance').check()
      await page.getByLabel('Board-certified lead').check()
      const row = (name: string) => page.locator('.matters tr', { hasText: name }).first()
      await row('NOVA Health Recovery').waitFor()
      expect(await row('NOVA Health Recovery').innerText()).toMatch(/✕ No.*Fails/s)
      expect(await row('Nushama').innerText()).toMatch(/Not known: ask.*Open/s)
      await page.reload()
      await page.locator('[data-alive]').waitFor()
      expect(await page.getByLabel('Takes insurance').isChecked()).toBe(true)
    },
  )

  test('is left out of print until there is an order', async () => {
    const { page, context } = await visit({ serviceWorkers: 'block' })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await context.route(/assets\/rank-/, async (route) => held.then(() => route.continue()))
    await page.goto(FOUR)
    await wakeCompared(page)
    await page.getByText('Working out the order').waitFor()
    await page.emulateMedia({ media: 'print' })
    const heading = page.getByRole('heading', { name: 'What matters to me' })
    expect(await heading.isVisible()).toBe(false)
    release()
    await heading.waitFor()
    expect(await page.locator('.rank__leader').isVisible()).toBe(true)
  })

  test('without workers the page ranks by itself to the same figures', async () => {
    const { page } = await visit()
    await open(page)
    const usual = await figures(page)
    const other = await visit()
    await other.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
    await open(other.page)
    expect(await figures(other.page)).toBe(usual)
    expect(await other.page.locator('.matters').innerText()).toContain(
      'cannot work beside the page',
    )
  })
})

describe('what I was told', () => {
  /** Opens the comparison for someone who keeps these answers. */
  async function openWith(page: Page, answers: object[]): Promise<void> {
    await page.addInitScript((kept) => {
      const list = { format: 'touchstone-shortlist', version: 1, entries: [], answers: kept }
      const rest = { care_plan: null, weights: null, must_haves: [] }
      localStorage.setItem('touchstone-shortlist', JSON.stringify({ ...list, ...rest }))
    }, answers)
    await page.goto(FOUR)
  }

  test.each(SIZES)(
    'counts in the table at once, is marked, and can be left out with one press, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
      await openWith(page, [ANSWER])
      await page.locator('[data-alive]').waitFor()
      const points = page
        .locator('.compare__row', { hasText: 'Points' })
        .first()
        .locator('td')
        .first()
      const withIt = await points.innerText()
      expect(await page.locator('td .cell__told').count()).toBe(1)
      await page.getByRole('button', { name: 'Without my answers' }).click()
      await expect.poll(() => page.locator('td .cell__told').count()).toBe(0)
      expect(await points.innerText()).not.toBe(withIt)
      expect(sent.filter((one) => one.includes('video'))).toEqual([])
    },
  )

  test('is said above the table, on paper as on screen, and so is that it is left out', async () => {
    const { page } = await visit()
    const lost = { ...ANSWER, criterion: 'Z9' }
    const other = { ...ANSWER, criterion: 'A2', case: 'lozenge-home' }
    await openWith(page, [ANSWER, lost, other])
    await wakeCompared(page)
    const note = page.locator('.told-note')
    expect(await note.innerText()).toMatch(
      /^You were told One answer of yours counts in this table/,
    )
    await page.emulateMedia({ media: 'print' })
    expect(await note.innerText()).toBe('You were told One answer of yours counts in this table.')
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Without my answers' }).click()
    await page.emulateMedia({ media: 'print' })
    const without = 'This table shows public evidence only, without your answers.'
    await expect.poll(() => note.innerText()).toBe(without)
  })
})
