import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { SIZES, useChromium } from './chromium.ts'

const visit = useChromium()

const compareBar = (page: Page) => page.getByRole('region', { name: 'Chosen to compare' })
const resultCount = async (page: Page) =>
  Number.parseInt(await page.locator('#results').innerText(), 10)
const savedText = async (page: Page, button: string) => {
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: button }).click()
  const file = await saving
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** The visible text, free of spacing that only the layout makes. */
const words = (text: string) => text.replace(/\s+/g, ' ').trim()

async function toComparison(page: Page): Promise<string[]> {
  await page.goto('/')
  await page.getByLabel('How you want to be treated').selectOption('iv')
  await page.getByRole('button', { name: 'Find providers' }).click()
  await page.waitForURL(/\/providers\?/)
  const before = await resultCount(page)
  // A phone folds the filters away.
  const folded = page.locator('details.filters > summary')
  if (await folded.isVisible()) await folded.click()
  await page.getByRole('checkbox', { name: /superbill/ }).check()
  await page.waitForURL(/payment=superbill/)
  await expect.poll(() => resultCount(page)).toBeLessThan(before)
  expect(await resultCount(page)).toBeGreaterThanOrEqual(2)
  const rows = page.locator('.row')
  const names = [
    await rows.nth(0).locator('h3 a').innerText(),
    await rows.nth(1).locator('h3 a').innerText(),
  ]
  for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
  await compareBar(page).getByRole('link', { name: 'Compare 2' }).click()
  await page.waitForURL(/\/compare\?/)
  return names
}

describe('a visitor', () => {
  test.each(SIZES)(
    'finds, filters, compares, opens the evidence and takes it away, on %s',
    async (_, viewport) => {
      const { page, trouble } = await visit({ viewport })
      const names = await toComparison(page)
      expect(await page.locator('thead .compare__name').allInnerTexts()).toEqual(names)

      const cell = page.locator('details.cell').first()
      await cell.locator('summary').click()
      expect(await cell.locator('.evidence').isVisible()).toBe(true)
      expect(await cell.locator('.evidence').innerText()).toMatch(/read [A-Z][a-z]+ \d+, 2026/)

      // Rows below the screen are not laid out until they are seen.
      const labels = await page.locator('.compare__row .compare__label').allTextContents()
      const csv = await savedText(page, 'Download CSV')
      expect(csv.name).toMatch(/^touchstone-2-providers-2026-11-23\.csv$/)
      const table: string[][] = parse(csv.text, { bom: true })
      expect(table[0]?.slice(0, 4)).toEqual(['Group', 'Row', 'Unit', names[0]])
      const inFile = new Set(table.map(([, row]) => row))
      expect(labels.filter((label) => !inFile.has(label))).toEqual([])

      const json = await savedText(page, 'Download JSON')
      expect(json.name).toMatch(/\.json$/)
      const { comparison } = JSON.parse(json.text)
      expect(comparison.providers.map(({ name }: { name: string }) => name)).toEqual(names)
      expect(trouble).toEqual([])
    },
  )

  test('reads in the CSV file the same verdicts as on the screen', async () => {
    const { page } = await visit()
    await page.goto('/compare?ids=nushama,ember-health')
    const onScreen = await page.locator('.compare__row').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const verdicts = [...row.querySelectorAll('td .verdict')].map((one) => one.textContent)
        const label = row.querySelector('.compare__label')?.textContent
        return verdicts.length === 2 ? [[label, ...verdicts]] : []
      }),
    )
    expect(onScreen.length).toBeGreaterThan(10)
    const { text } = await savedText(page, 'Download CSV')
    const table: string[][] = parse(text, { bom: true })
    const saved = new Map(table.map((row) => [row[1], [row[3], row[6]]]))
    const differing = onScreen.filter(([label, ...verdicts]) =>
      verdicts.some(
        (verdict, at) => !words(verdict ?? '').includes(saved.get(label ?? '')?.[at] ?? '?'),
      ),
    )
    expect(differing).toEqual([])
  })

  test.each(SIZES)(
    'hears of the limit before it is hit, and cannot pass it, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await page.goto('/providers')
      const boxes = page.locator('.row').getByRole('checkbox')
      await boxes.nth(0).check()
      expect(await compareBar(page).innerText()).toContain('2 to 4')
      const said = page.locator('#compare-bar [role=status]')
      for (const at of [1, 2, 3]) await boxes.nth(at).check()
      expect(await said.innerText()).toContain('4 of 4 to compare. That is the most')
      expect(await boxes.nth(4).isDisabled()).toBe(true)
      await boxes.nth(0).uncheck()
      expect(await said.innerText()).toContain('3 of 4')
      expect(await boxes.nth(4).isEnabled()).toBe(true)
    },
  )

  test('finds the choice again on another page and after coming back', async () => {
    const { page } = await visit()
    await page.goto('/providers')
    await page.locator('.row').nth(0).getByRole('checkbox').check()
    await page.getByRole('link', { name: 'Method' }).first().click()
    await page.waitForURL('**/method')
    expect(await compareBar(page).getByRole('button', { name: 'remove' }).count()).toBe(1)
    expect(await compareBar(page).innerText()).toContain('choose 2 to 4')
    await page.goto('/providers')
    expect(await page.locator('.row').nth(0).getByRole('checkbox').isChecked()).toBe(true)
  })

  test.each(SIZES)(
    'sees only the differences, and is told how many rows are hidden, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await page.goto('/compare?ids=nushama,ember-health')
      const visible = () => page.locator('.compare__row:visible').count()
      const all = await visible()
      await page.getByRole('link', { name: 'Show only differences' }).click()
      const said = await page.locator('[data-only-count]').innerText()
      const [hidden = 0, total = 0] = (said.match(/\d+/g) ?? []).map(Number)
      expect(total).toBe(all)
      expect(await visible()).toBe(all - hidden)
      expect(page.url()).toContain('only=differences')
      await page.reload()
      expect(await visible()).toBe(all - hidden)
    },
  )
})
