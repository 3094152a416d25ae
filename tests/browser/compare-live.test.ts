import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Comparison } from '#core/compare.ts'
import { SIZES, useChromium, wakeCompared } from './chromium.ts'

const visit = useChromium()
const TWO = '/compare?ids=nushama,kensho-wellbeing'
const THREE = `${TWO},nova-health-recovery`
const FOUR = `${THREE},lone-star-infusion`

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await wakeCompared(page)
}

/** Marks the document, so that a full load of the page would show. */
const mark = (page: Page) =>
  page.evaluate(() => document.documentElement.setAttribute('marked', ''))
const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute('marked'))
const names = (page: Page) => page.locator('thead .compare__name').allInnerTexts()
const idsIn = (page: Page) => new URL(page.url()).searchParams.getAll('ids').join().split(',')
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim())
const said = (page: Page, text: string) =>
  page.locator('[role=status]', { hasText: text }).first().waitFor({ state: 'attached' })

describe('a comparison', () => {
  test.each(SIZES)(
    'takes another provider, found by name, without a new page, on %s',
    async (_, viewport) => {
      const { page, trouble } = await visit({ viewport })
      await open(page, THREE)
      await mark(page)
      await page.getByLabel('Add a provider by name or city').fill('lone star')
      await page.getByRole('button', { name: 'Add Lone Star Infusion' }).click()
      await expect.poll(() => names(page)).toHaveLength(4)
      expect(idsIn(page).at(-1)).toBe('lone-star-infusion')
      await said(page, 'Lone Star Infusion was added. 4 of 4 are compared. That is the most.')
      expect(await focused(page)).toBe('Lone Star Infusion')
      expect(await page.getByLabel('Add a provider by name or city').count()).toBe(0)
      await page.goBack()
      await expect.poll(() => names(page)).toHaveLength(3)
      expect(await isMarked(page)).toBe(true)
      expect(trouble).toEqual([])
    },
  )

  test.each(SIZES)(
    'saves before it is alive and after, once for each press, on %s',
    async (...given) => {
      const { page } = await visit({ viewport: given[1] })
      let release = () => {}
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route('**/api/rubric', async (route) => held.then(() => route.continue()))
      await page.goto(THREE)
      const save = page.getByRole('button', { name: 'Save Nushama to your shortlist' })
      const pressed = () => save.getAttribute('aria-pressed')
      await save.click()
      await page.getByText('Nushama is on your shortlist.').waitFor()
      expect(await pressed()).toBe('true')
      expect(await page.locator('[data-alive]').count()).toBe(0)
      release()
      await page.locator('[data-alive]').waitFor()
      expect(await pressed()).toBe('true')
      await save.click()
      await page.getByText('Nushama is off your shortlist.').waitFor()
      expect(await pressed()).toBe('false')
      await save.click()
      await expect.poll(pressed).toBe('true')
      await page.reload()
      await expect.poll(pressed).toBe('true')
    },
  )

  test('begins with none: two are found by name and stand side by side', async () => {
    const { page, trouble } = await visit()
    await page.goto('/compare')
    await page.getByLabel('Add a provider by name or city').fill('nushama')
    await page.getByRole('button', { name: 'Add Nushama' }).click()
    await page.waitForURL('**/compare?ids=nushama')
    await page.getByLabel('Add a provider by name or city').fill('zzzzzz')
    await said(page, 'No provider is found for “zzzzzz”.')
    await page.getByLabel('Add a provider by name or city').fill('lone star')
    await page.getByRole('button', { name: 'Add Lone Star Infusion' }).click()
    await page.waitForURL(/ids=nushama.*lone-star-infusion/)
    await wakeCompared(page)
    expect(await names(page)).toEqual(['Nushama', 'Lone Star Infusion'])
    expect(trouble).toEqual([])
  })

  test('that cannot load a provider says so and stays as it was', async () => {
    const { page } = await visit()
    await open(page, THREE)
    await page.route('**/api/providers/lone-star-infusion', (route) => route.abort())
    await page.getByLabel('Add a provider by name or city').fill('lone star')
    await page.getByRole('button', { name: 'Add Lone Star Infusion' }).click()
    await said(page, 'The provider could not be loaded. The comparison is unchanged. Try again.')
    expect(await names(page)).toHaveLength(3)
  })

  test.each(SIZES)(
    'swaps, moves and removes in place, says so, and keeps the focus, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await open(page, THREE)
      await mark(page)
      await page.getByRole('link', { name: 'Move Nushama to the right' }).press('Enter')
      await said(page, 'The order is now Kensho Wellbeing, Nushama, NOVA Health Recovery.')
      await expect.poll(() => focused(page)).toMatch(/Move Nushama to the right/)
      await page.getByRole('button', { name: 'Swap Nushama for another' }).press('Enter')
      await page.getByLabel('Take another in place of Nushama').fill('lone star')
      await page.getByRole('button', { name: 'Take Lone Star Infusion' }).click()
      await said(page, 'Lone Star Infusion took the place of Nushama.')
      expect(idsIn(page)).toEqual([
        'kensho-wellbeing',
        'lone-star-infusion',
        'nova-health-recovery',
      ])
      await page.getByRole('link', { name: 'Remove Kensho Wellbeing' }).press('Enter')
      await said(page, 'Kensho Wellbeing was removed. 2 of 4 are compared.')
      expect(await names(page)).toEqual(['Lone Star Infusion', 'NOVA Health Recovery'])
      expect(await focused(page)).toBe('Lone Star Infusion')
      expect(await isMarked(page)).toBe(true)
      await page.reload()
      expect(await names(page)).toEqual(['Lone Star Infusion', 'NOVA Health Recovery'])
    },
  )

  test('keeps the focus on ways to move at the end of the row, and after Back', async () => {
    const { page } = await visit()
    await open(page, TWO)
    await mark(page)
    const move = (way: string) => page.getByRole('link', { name: `Move Nushama to the ${way}` })
    await move('right').press('Enter')
    await expect.poll(() => focused(page)).toMatch(/Move Nushama to the left/)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toMatch(/Move Nushama to the right/)
    await page.getByLabel('Add a provider by name or city').fill('lone star')
    await page.getByRole('button', { name: 'Add Lone Star Infusion' }).click()
    await expect.poll(() => focused(page)).toBe('Lone Star Infusion')
    await page.goBack()
    await expect.poll(() => names(page)).toHaveLength(2)
    await expect.poll(() => focused(page)).toBe('Nushama')
    expect(await isMarked(page)).toBe(true)
  })

  test('shows only differences, counts the rows that it hides, and gives reasons', async () => {
    const { page } = await visit()
    await open(page, FOUR)
    await mark(page)
    const rows = page.locator('.compare__row:visible')
    const all = await rows.count()
    await page.getByRole('link', { name: 'Show only differences' }).click()
    await said(page, `of ${all} rows are the same and hidden.`)
    const [hidden = 0] = (await page.locator('[data-only-count]').innerText()).match(/\d+/g) ?? []
    expect(await rows.count()).toBe(all - Number(hidden))
    expect(await page.locator('.cell__reasons').count()).toBe(0)
    await page.getByRole('link', { name: 'Show the reasons too' }).click()
    expect(await page.locator('.cell__reasons').count()).toBeGreaterThan(10)
    expect(await isMarked(page)).toBe(true)
    await page.reload()
    expect(await page.locator('.cell__reasons').count()).toBeGreaterThan(10)
  })

  test('prints a reason once where all evidence is asked for', async () => {
    const { page } = await visit()
    await page.addInitScript(() => Object.assign(globalThis, { print: () => undefined }))
    await open(page, `${TWO}&view=detailed`)
    const reasons = page.locator('.cell__reasons:visible')
    const all = await reasons.count()
    expect(all).toBeGreaterThan(10)
    await page.locator('.cell:has(+ .cell__reasons) > summary').first().click()
    await expect.poll(() => reasons.count()).toBe(all - 1)
    await page.getByRole('button', { name: 'Print with all evidence' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await reasons.count()).toBe(0)
    expect(await page.locator('.evidence__basis:visible').count()).toBeGreaterThan(all)
  })

  test('turns to the next two providers on a phone and says which', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 780 } })
    await open(page, FOUR)
    const left = () => page.locator('.compare__scroll').evaluate((frame) => frame.scrollLeft)
    await page.getByRole('button', { name: 'Next two' }).click()
    await said(page, 'Now in view: NOVA Health Recovery and Lone Star Infusion, 3 and 4 of 4.')
    const moved = await left()
    expect(moved).toBeGreaterThan(300)
    await page.getByRole('button', { name: 'Previous two' }).click()
    await said(page, 'Now in view: Nushama and Kensho Wellbeing, 1 and 2 of 4.')
    expect(await left()).toBe(0)
  })

  test('says after a swipe which two are in view', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 780 } })
    await open(page, FOUR)
    const label = page.locator('.compare-pairs .quiet')
    expect(await label.innerText()).toBe('1 and 2 of 4')
    await page.locator('.compare__scroll').evaluate((frame) => frame.scrollTo(390, 0))
    await said(page, 'Now in view: NOVA Health Recovery and Lone Star Infusion, 3 and 4 of 4.')
    expect(await label.innerText()).toBe('3 and 4 of 4')
    await page.locator('.compare__scroll').evaluate((frame) => frame.scrollTo(0, 0))
    await expect.poll(() => label.innerText()).toBe('1 and 2 of 4')
  })
})

describe('the care plan', () => {
  test('is added up in the browser to the very figures of the server', async () => {
    const { page } = await visit()
    await open(page, FOUR)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByLabel('Sessions in the first course').fill('4')
    await page.getByLabel('Then sessions a month').fill('2')
    await said(page, 'All costs are added up for 4 sessions, then 2 a month.')
    // Chromium asks for the icon again when an address changes.
    expect(asked.filter((url) => !url.endsWith('.svg'))).toEqual([])
    const { search } = new URL(page.url())
    expect(search).toContain('sessions=4&maintenance=2')
    const reply = await page.request.get(`/api/comparison${search}`)
    const { groups }: Comparison = await reply.json()
    const costs = groups.find(({ id }) => id === 'costs')?.rows ?? []
    const onPage = await page.locator('.compare tbody').evaluateAll((bodies) => {
      const body = bodies.find(
        (one) => one.querySelector('.compare__group-name')?.textContent === 'Costs',
      )
      const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
      return [...(body?.querySelectorAll('.compare__row') ?? [])].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => tidy(cell.textContent)),
      )
    })
    expect(onPage).toHaveLength(costs.length)
    costs.forEach((row, at) => {
      row.cells.forEach((cell, column) => {
        expect(onPage[at]?.[column]).toContain(cell.text.replace(/\s+/g, ' '))
      })
    })
  })

  test('says what is wrong with a number and keeps the last good sums', async () => {
    const { page } = await visit()
    await open(page, THREE)
    const before = await page.locator('.costs__charts').innerText()
    await page.getByLabel('Sessions in the first course').fill('40')
    expect(await page.locator('[data-plan-form] [role=alert]').innerText()).toBe(
      'Sessions in the first course must be a whole number from 1 to 12.',
    )
    expect(await page.locator('.costs__charts').innerText()).toBe(before)
  })

  test.each(SIZES)(
    'keeps what the insurer said here, apart from the cash sums, and never sends it, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await open(page, THREE)
      const before = await page.locator('.costs__charts').innerText()
      const sent: string[] = []
      // Without the origin: its port is drawn by chance and may hold the same digits.
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url())
        sent.push(pathname + search + (request.postData() ?? ''))
      })
      const field = page.getByLabel('What my insurer told me')
      await field.fill('47.50')
      await field.blur()
      const told = (words: string) =>
        page.locator('.costs__told', { hasText: words }).waitFor({ state: 'attached' })
      await told('$47.50 a session')
      await told('First 3 months, 8 sessions')
      const rows = page.locator('.costs__told tbody tr')
      const takes = ['Not known: ask', 'In part: ask', 'No']
      const sums = ['$380 if yours is taken', '$380 if yours is taken', 'not for this provider']
      for (const [at, words] of takes.entries()) {
        const said = (await rows.nth(at).textContent()) ?? ''
        expect(said).toContain(words)
        expect(said).toContain(sums[at])
      }
      expect(await page.locator('.costs__charts').innerText()).toBe(before)
      expect(new URL(page.url()).search).not.toContain('47')
      await page.reload()
      await page.locator('[data-alive]').waitFor()
      await told('$380')
      expect(sent.filter((one) => /47\.5|4750/.test(one))).toEqual([])
    },
  )
})
