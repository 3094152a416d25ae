import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { SIZES, useChromium } from './chromium.ts'

const visit = useChromium()

type Stop = { name: string; ring: boolean; seen: boolean }

/** What has the focus: its words, whether it shows a ring, and whether any of it is in sight. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement
    const style = getComputedStyle(at)
    const box = at.getBoundingClientRect()
    // Of what is larger than the screen, the part that is on it.
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    const between = (low: number, high: number, share: number) => low + (high - low) * share
    const seen = [0.1, 0.5, 0.9].some((across) =>
      [0.1, 0.5, 0.9].some((down) => {
        const found = document.elementFromPoint(
          between(left, right, across),
          between(top, bottom, down),
        )
        return found !== null && (at.contains(found) || found.contains(at))
      }),
    )
    const label = (at as HTMLInputElement).labels?.[0] ?? at
    const named = at.getAttribute('aria-labelledby')
    const text = named ? document.getElementById(named)?.textContent : label.textContent
    const name = at.getAttribute('aria-label') ?? text ?? ''
    const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    return { name: name.replace(/\s+/g, ' ').trim().slice(0, 80), ring, seen }
  })

/** Presses Tab until a stop's words match. Every stop on the way must be seen to have the focus. */
async function tabTo(page: Page, words: RegExp, most = 120): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    expect(stop, `stop ${presses}: ${stop.name}`).toMatchObject({ ring: true, seen: true })
    if (words.test(stop.name)) return presses
  }
  throw new Error(`No stop is called ${words}`)
}

describe('the keyboard alone', () => {
  test('finds, filters, compares, opens evidence and saves the files', async () => {
    const { page } = await visit()
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await tabTo(page, /^Find providers$/, 10)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/providers\?/)

    await tabTo(page, /superbill/)
    await page.keyboard.press('Space')
    await page.waitForURL(/payment=superbill/)
    expect((await focused(page)).name).toMatch(/superbill/)

    for (const at of [0, 1]) {
      const name = await page.locator('.row h3 a').nth(at).innerText()
      await tabTo(page, new RegExp(`^Compare ${name}`))
      await page.keyboard.press('Space')
      await expect
        .poll(() => page.locator('#compare-bar [role=status]').innerText())
        .toContain(`${name} added. ${at + 1} of 4 to compare`)
    }
    const near = await tabTo(page, /^Compare (these )?2/, 3)
    expect(near).toBe(1)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/compare\?/)

    await tabTo(page, /\+|date unknown|20\d\d$/)
    await page.keyboard.press('Enter')
    expect(await page.locator('details.cell[open] .evidence').first().isVisible()).toBe(true)

    for (const format of ['CSV', 'JSON']) {
      await tabTo(page, new RegExp(`^Download ${format}$`), 400)
      const saving = page.waitForEvent('download')
      await page.keyboard.press('Enter')
      expect((await saving).suggestedFilename()).toMatch(new RegExp(`${format}$`, 'i'))
    }
  })

  test.each(SIZES)(
    'goes from a pressed control to what it brought up and on, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      const name = 'Nushama'
      const press = async (key: string) => {
        await page.keyboard.press(key)
        return await focused(page)
      }
      const places = [
        ['/providers?q=nushama', `Save ${name}`],
        ['/providers/nushama', 'IV infusion in a clinic'],
      ] as const
      for (const [path, following] of places) {
        await page.goto(path)
        await page.locator('#main').focus()
        await tabTo(page, new RegExp(`^Compare ${name}`))
        await page.keyboard.press('Space')
        const said = page.locator('#compare-bar [role=status]')
        await expect.poll(() => said.innerText()).toContain('1 of 4 to compare')
        expect(await press('Tab')).toEqual({
          name: 'Compare: choose 2 to 4',
          ring: true,
          seen: true,
        })
        expect((await press('Shift+Tab')).name).toBe(`Compare ${name}`)
        await press('Tab')
        if (viewport.width < 768) {
          expect((await press('Tab')).name).toBe('1 of 4 chosen')
          await press('Enter')
        }
        expect((await press('Tab')).name).toContain('remove')
        expect((await press('Tab')).name).toBe('Clear all')
        expect((await press('Tab')).name).toContain(following)
        await page.getByRole('button', { name: `Save ${name}` }).focus()
        await page.keyboard.press('Space')
        await page.getByText(`${name} is on your shortlist.`).waitFor()
        expect(await press('Tab')).toEqual({ name: 'My shortlist', ring: true, seen: true })
        expect((await press('Tab')).name).toBe('Close')
        await page.keyboard.press('Enter')
        await expect.poll(async () => (await focused(page)).name).toContain(`Save ${name}`)
        await page.evaluate(() => localStorage.clear())
      }
    },
  )

  test('passes the map of the records, whose states are links in the list after it', async () => {
    const { page } = await visit()
    await page.goto('/records')
    await page.locator('#map-list').evaluate((list) => {
      list.closest('section')?.querySelector('a')?.focus()
    })
    expect(await focused(page)).toEqual({ name: 'Skip the map', ring: true, seen: true })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe('Alabama')
    expect(
      await page
        .locator('#map-list a')
        .first()
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true)
  })

  test('reaches the choice at the top, changes it and empties it', async () => {
    const { page } = await visit()
    await page.goto('/providers')
    await page.locator('.row').nth(0).getByRole('checkbox').check()
    await page.locator('.row').nth(1).getByRole('checkbox').check()
    await page.goto('/method')
    await tabTo(page, /^Compare 2$/, 14)
    await tabTo(page, /remove$/, 1)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('#compare-bar [role=status]').innerText())
      .toContain('removed. 1 of 4')
    await tabTo(page, /^Clear all$/, 8)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('#compare-bar [role=status]').innerText())
      .toContain('Nothing chosen')
  })

  test('scrolls the comparison sideways on a phone, and the page down', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 700 } })
    await page.goto('/compare?ids=nushama,ember-health,lumin-health,stella')
    await tabTo(page, /4 providers side by side/, 60)
    const top = await page.evaluate(() => scrollY)
    await page.keyboard.press('ArrowRight')
    const region = page.locator('.compare__scroll')
    await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0)
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 200)
  })

  test('walks a provider’s page with every stop in sight', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 700 } })
    await page.goto('/providers/nushama')
    await tabTo(page, /^Add up again$/, 120)
  })
})
