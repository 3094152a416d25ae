import { describe, expect, test } from 'vitest'
import { SIZES, useChromium } from './chromium.ts'

const visit = useChromium()
const LONG = [
  'Ketamine Treatment Center of Eastern Somewhere and Beyond',
  'The Hospital of Our Lady of Very Long Names',
  'Center for Interventional Psychiatry and Infusions',
  'Northern Lakes Wellness and Mood Institute',
]
const kept = JSON.stringify({
  version: 1,
  compare: LONG.map((name, at) => ({ id: `long-${at}`, name })),
})

describe('the bar of the chosen', () => {
  test.each(SIZES)('is one line however long the names are, on %s', async (_, viewport) => {
    const { page } = await visit({ viewport })
    await page.goto('/method')
    await page.evaluate((value) => localStorage.setItem('touchstone', value), kept)
    await page.reload()
    const bar = page.locator('.compare-bar')
    await bar.waitFor()
    const box = await bar.boundingBox()
    expect(box?.height).toBeLessThanOrEqual(56)
    if (viewport.width < 768) await bar.getByText('4 of 4 chosen').click()
    for (const name of LONG) {
      const remove = await bar.getByRole('button', { name: `${name} remove` }).boundingBox()
      expect(remove?.x).toBeGreaterThanOrEqual(0)
      expect((remove?.x ?? 0) + (remove?.width ?? 9999)).toBeLessThanOrEqual(viewport.width)
    }
    await bar.getByRole('button', { name: 'Clear all' }).click()
    expect(await bar.count()).toBe(0)
  })

  test.each(SIZES)(
    'moves nothing when it comes, and hides no heading, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await page.goto('/providers/nushama')
      const box = page.getByRole('checkbox', { name: 'Compare Nushama' })
      const [before, title] = [await box.boundingBox(), await page.locator('h1').boundingBox()]
      await box.check()
      const bar = await page.locator('.compare-bar').boundingBox()
      expect(await box.boundingBox()).toEqual(before)
      expect((bar?.y ?? 0) + (bar?.height ?? 9999)).toBeLessThanOrEqual(title?.y ?? 0)
    },
  )
})
