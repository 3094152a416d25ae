import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'
import { pageTexts } from './pdf-text.ts'

const visit = useChromium()
const FOUR = '/compare?ids=nushama,ember-health,lumin-health,stella'
/** The text area of a letter-size sheet with 15 mm margins, in CSS pixels. */
const SHEET = { width: 702, height: 942 }

/** Scrolls the table and says whether the names and a row's label are still inside its frame. */
const afterScrolling = (page: Page, left: number, top: number) =>
  page.locator('.compare__scroll').evaluate(
    (frame, [x, y]) => {
      frame.scrollIntoView()
      frame.scrollTo(x ?? 0, y ?? 0)
      const box = frame.getBoundingClientRect()
      const isIn = ({ left, right, top, bottom }: DOMRect) =>
        right > box.left + 1 &&
        left < box.right - 1 &&
        top >= box.top - 1 &&
        bottom <= box.bottom + 1
      const rects = (selector: string) =>
        [...frame.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
      const names = rects('thead .compare__name')
      const labels = rects('tbody .compare__label').filter(isIn)
      return {
        scrolled: [frame.scrollLeft > 0, frame.scrollTop > 0],
        namesOnTop: names.every(({ top, bottom }) => top >= box.top - 1 && bottom <= box.bottom),
        namesInSight: names.filter(isIn).length,
        labelsInSight: labels.length,
        labelsAtTheSide: labels.every(({ left }) => left >= box.left && left < box.left + 60),
      }
    },
    [left, top],
  )

describe('the table', () => {
  test.each([
    ['wide', { width: 800, height: 600 }],
    ['on a phone', { width: 390, height: 700 }],
  ])('keeps names and labels in view however it scrolls, %s', async (_size, viewport) => {
    const { page } = await visit({ viewport })
    await page.goto(FOUR)
    const found = await afterScrolling(page, 250, 1500)
    expect(found).toMatchObject({ scrolled: [true, true], namesOnTop: true, labelsAtTheSide: true })
    expect(found.namesInSight).toBeGreaterThanOrEqual(2)
    expect(found.labelsInSight).toBeGreaterThan(0)
  })

  test('shows two providers at a time at 320 px', async () => {
    const { page } = await visit({ viewport: { width: 320, height: 640 } })
    await page.goto(FOUR)
    expect((await afterScrolling(page, 0, 0)).namesInSight).toBe(2)
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
