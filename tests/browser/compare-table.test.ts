import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useChromium, wakeCompared } from './chromium.ts'
import { pageTexts } from './pdf-text.ts'

const visit = useChromium()
const FOUR = '/compare?ids=nushama,ember-health,lumin-health,stella'
const TWO = '/compare?ids=nushama,ember-health'
/** The text area of a letter-size sheet with 15 mm margins, in CSS pixels. */
const SHEET = { width: 702, height: 942 }

/** Where names and the labels of tall rows are once the page is scrolled into the table. */
const afterScrolling = (page: Page, down: number) =>
  page.evaluate(async (y) => {
    const two = (act: FrameRequestCallback) =>
      requestAnimationFrame(() => requestAnimationFrame(act))
    const table = document.querySelector('.compare')
    scrollTo(0, scrollY + (table?.getBoundingClientRect().top ?? 0) + y)
    await new Promise(two)
    const seen = (one: Element) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return left >= 0 && right <= innerWidth && top >= -1 && bottom < innerHeight
    }
    const names = [...document.querySelectorAll('thead .compare__name, .compare-pairs__strip > *')]
    const covered = Number.parseFloat(document.documentElement.style.getPropertyValue('--stuck'))
    // The row that lies under the edge of what stays in view; its own label would be above it.
    const at = document.elementFromPoint(innerWidth / 3, covered + 3)?.closest('tbody tr')
    const label = at?.querySelector('.compare__label, .compare__group-name')
    const inBar = document.querySelector('.compare-pairs__row')
    return {
      names: names.filter((one) => one.checkVisibility({ visibilityProperty: true }) && seen(one))
        .length,
      label: label?.textContent ?? 'no row',
      labelSeen: label ? seen(label) || inBar?.textContent === label.textContent : false,
      scrollsInside: [...document.querySelectorAll('.compare__scroll')].some(
        (one) => one.scrollHeight > one.clientHeight + 1,
      ),
      sideways: document.documentElement.scrollWidth - innerWidth,
    }
  }, down)

async function openAlive(page: Page, address = FOUR): Promise<void> {
  await page.goto(address)
  await wakeCompared(page)
}

describe('the table', () => {
  test.each([
    ['of 1280 px', { width: 1280, height: 800 }, FOUR, 4],
    ['of 640 px, as of 1280 px at twice the size', { width: 640, height: 400 }, FOUR, 2],
    ['of 900 px', { width: 900, height: 600 }, FOUR, 4],
    ['of 390 px', { width: 390, height: 700 }, FOUR, 2],
    ['of 320 px', { width: 320, height: 640 }, FOUR, 2],
    ['of 320 px with two', { width: 320, height: 640 }, TWO, 2],
  ])('keeps names and labels in view while the page scrolls, on a screen %s', async (...given) => {
    const [, viewport, address, count] = given
    const { page } = await visit({ viewport })
    await openAlive(page, `${address}&view=detailed`)
    for (const down of [700, 1500, 2400]) {
      await expect
        .poll(() => afterScrolling(page, down))
        .toMatchObject({ names: count, scrollsInside: false, sideways: 0 })
    }
    // Rows that are taller than their label keep it in sight to their very end.
    const tall = await page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('tbody .compare__row')]
      const row = rows.find((one) => {
        const side = one.querySelector('.compare__side')?.clientHeight ?? 0
        return one.clientHeight > side + 120
      })
      const table = document.querySelector('.compare')?.getBoundingClientRect().top ?? 0
      return row ? row.getBoundingClientRect().top - table + 20 : null
    })
    if (tall === null) throw new Error('No row is tall')
    await expect
      .poll(() => afterScrolling(page, tall))
      .toMatchObject({ labelSeen: true, names: count })
  })

  test('names the two in view beside their columns after a turn on a phone', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 700 } })
    await openAlive(page)
    await afterScrolling(page, 900)
    await page.getByRole('button', { name: 'Next two' }).click()
    const strip = page.locator('.compare-pairs__strip > *')
    for (const at of [2, 3]) {
      const column = page.locator('thead .compare__name').nth(at)
      await expect
        .poll(async () => {
          const [said, drawn] = [await strip.nth(at).boundingBox(), await column.boundingBox()]
          return Math.abs((said?.x ?? 0) + 12 - (drawn?.x ?? 999))
        })
        .toBeLessThan(2)
    }
    expect(await page.getByRole('button', { name: 'Next two' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
  })

  test('is turned on a screen of 320 px with text of twice the size, too', async () => {
    const { page } = await visit({ viewport: { width: 320, height: 640 } })
    await openAlive(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const next = page.getByRole('button', { name: 'Next two' })
    const box = await next.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await next.click()
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('true')
  })

  test('hides no focus beneath the names that stay in view', async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 390, height: 700 },
    ]) {
      const { page } = await visit({ viewport })
      await openAlive(page)
      await page.locator('.cell > summary').last().focus()
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press('Shift+Tab')
        const hidden = await page.evaluate(() => {
          const at = document.activeElement
          const box = at?.getBoundingClientRect()
          if (!at || !box) return 'nothing has the focus'
          const found = document.elementFromPoint(box.left + 8, box.top + 8)
          return found && (at.contains(found) || found.contains(at)) ? null : at.textContent
        })
        expect(hidden).toBeNull()
      }
    }
  })

  test('without JavaScript a phone scrolls it in a box of its own', async () => {
    const { page } = await visit({
      viewport: { width: 390, height: 700 },
      javaScriptEnabled: false,
    })
    await page.goto(FOUR)
    const found = await page.locator('.compare__scroll').evaluate((frame) => {
      frame.scrollIntoView()
      frame.scrollTo(0, 1500)
      const box = frame.getBoundingClientRect()
      const names = [...frame.querySelectorAll('thead .compare__name')]
      const tops = names.map((one) => one.getBoundingClientRect().top - box.top)
      return { down: frame.scrollTop, tops: tops.map((top) => top >= 0 && top < 60) }
    })
    expect(found).toEqual({ down: 1500, tops: [true, true, true, true] })
  })

  test.each([120, 230, 270])('comes to rest on a pair after a drag of %i px', async (drag) => {
    const { page } = await visit({
      viewport: { width: 390, height: 700 },
      javaScriptEnabled: false,
    })
    await page.goto(FOUR)
    const frame = page.locator('.compare__scroll')
    await frame.evaluate((one, by) => one.scrollTo(by, 0), drag)
    const left = await frame.evaluate((one) => one.scrollLeft)
    expect(left).toBe(drag > 195 ? 390 : 0)
  })

  test('shows the provider whose link has the focus, though only pairs are snapped to', async () => {
    const { page } = await visit({ viewport: { width: 390, height: 700 } })
    await page.goto(FOUR)
    for (const at of [2, 1, 3, 0]) {
      const name = page.locator('thead .compare__name').nth(at)
      await name.focus()
      const box = await name.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect(box?.x).toBeLessThan(390)
    }
  })

  test('prints numbered sources without JavaScript, and cells that name them', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto(FOUR)
    await page.emulateMedia({ media: 'print' })
    const listed = await page.locator('.compare-sources__list li').count()
    expect(listed).toBeGreaterThan(5)
    const cells = await page.locator('.cell > summary').allInnerTexts()
    expect(cells.length).toBeGreaterThan(20)
    const named = cells.map((text) => /\[(\d+(?:, \d+)*)\]/.exec(text)?.[1]?.split(', ') ?? [])
    expect(named.every((numbers) => numbers.length > 0)).toBe(true)
    expect(Math.max(...named.flat().map(Number))).toBe(listed)
    expect(cells.filter((text) => /Evidence|Source/.test(text))).toEqual([])
    const sheets = await pageTexts(await page.pdf({ format: 'Letter', preferCSSPageSize: true }))
    expect(sheets.length).toBeLessThanOrEqual(9)
    expect(sheets.join(' ').match(/<https?:/g)).toHaveLength(
      await page.locator('.compare-sources a').count(),
    )
    // A heading or a head of columns at the foot of a sheet would have its rows on the next.
    for (const sheet of sheets)
      expect(sheet).not.toMatch(/(What each cost holds|Missing|Events)\s*$/)
  })

  test('prints the names on each sheet, the crisis line, and nothing cut off', async () => {
    const { page } = await visit({ viewport: SHEET })
    await page.goto(FOUR)
    await page.emulateMedia({ media: 'print' })
    const display = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).display)
    // A browser repeats a head on each sheet only if it is laid out as the head of a table.
    expect(await display('.compare')).toBe('table')
    expect(await display('.compare thead')).toBe('table-header-group')
    expect(await display('.compare tbody')).toBe('table-row-group')
    expect(await display('.compare__row')).toBe('table-row')
    expect(await page.locator('.crisis').isVisible()).toBe(true)
    expect(await page.locator('.actions').isVisible()).toBe(false)
    const cut = await page.locator('.compare__scroll').evaluate((frame) => ({
      table: (frame.firstElementChild?.getBoundingClientRect().right ?? 0) > innerWidth,
      overflow: getComputedStyle(frame).overflow,
    }))
    expect(cut).toEqual({ table: false, overflow: 'visible' })
    const pdf = await page.pdf({ format: 'Letter' })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThan(1)
  })
})
