import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'

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
