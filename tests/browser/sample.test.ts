import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'

const PAGES = [
  '/',
  '/providers',
  '/providers/sample-blue-acorn-wellness',
  '/providers/sample-copper-kite-home-visits',
  '/providers/sample-foggy-window-counseling',
  '/providers/sample-paper-boat-clinic',
  '/providers/sample-gray-button-care',
  '/compare?ids=sample-heron-street-ketamine,sample-sundial-ketamine,sample-quiet-harbor-program,sample-tin-whistle-infusions',
  '/method',
  '/providers/nobody',
  '/api',
  '/style',
  '/offline',
]

const visit = useChromium()

describe('a page of the sample says that its providers are invented', () => {
  test.each(PAGES)('%s', async (path) => {
    const { page, trouble } = await visit({ server: 'sample' })
    await page.goto(path)
    const warning = page.getByText('These providers are invented')
    expect(await warning.isVisible()).toBe(true)
    await lookAtEverything(page)
    expect(await warning.isVisible()).toBe(true)
    expect(trouble).toEqual([])
  })

  test('the page of the design draws the tools with the styles of their own pages', async () => {
    const { page } = await visit({ server: 'sample' })
    await page.goto('/style')
    const styled = (selector: string, property: 'display' | 'float') =>
      page
        .locator(selector)
        .first()
        .evaluate((part, name) => getComputedStyle(part)[name], property)
    expect(await styled('.answer', 'display')).toBe('grid')
    expect(await styled('.weight', 'display')).toBe('grid')
    expect(await styled('.item legend', 'float')).toBe('inline-start')
  })

  test('on paper too', async () => {
    const { page } = await visit({ server: 'sample' })
    await page.goto('/providers/sample-heron-street-ketamine')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('These providers are invented').isVisible()).toBe(true)
  })
})
