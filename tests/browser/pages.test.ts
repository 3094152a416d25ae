import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'
import { pageTexts } from './pdf-text.ts'

const PAGES = [
  '/',
  '/providers',
  '/providers?modality=iv&state=NY&zip=10001&within_miles=100&met=A1&sort=distance',
  '/providers?q=qqqqqq&payment=insurance',
  '/providers?zip=99&price_max=cheap',
  '/providers/mindbloom',
  '/providers/nushama?state=NY&sessions=4',
  '/providers/oxford-health-ketamine-service?case=lozenge-home',
  '/providers/ketamine-wellness-centers',
  '/providers/crestline-health-and-wellness',
  '/compare',
  '/compare?ids=nushama',
  '/compare?ids=nushama,ember-health',
  '/compare?ids=nushama,mindbloom,klarisana,kyle-p-smith-md',
  '/compare?ids=nushama,ember-health,lumin-health,stella&only=differences',
  '/compare?ids=nushama,ketamine-wellness-centers,nobody',
  '/method',
  '/problems/provider-not-found',
  '/providers/nobody',
  '/nothing-here',
  '/api',
  '/offline',
]

const visit = useChromium()

describe('a page of the directory can be read by everyone and keeps to itself', () => {
  test.each(PAGES)('%s', async (path) => {
    const { page, trouble } = await visit()
    await page.goto(path)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.getByRole('link', { name: '988' }).first().isVisible()).toBe(true)
    expect(await page.getByText('providers are invented').count()).toBe(0)
    await lookAtEverything(page)
    expect(trouble).toEqual([])
  })
})

test.each(['Letter', 'A4'])(
  'the list of states stands whole on the last sheet of %s',
  async (format) => {
    const { page } = await visit()
    await page.goto('/records')
    const sheets = await pageTexts(await page.pdf({ format }))
    expect(sheets.at(-1)).toMatch(/Alabama.*Wisconsin/)
  },
)
