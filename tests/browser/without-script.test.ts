import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'

const visit = useChromium()

describe('without JavaScript', () => {
  test('a visitor finds, filters, reads, compares and saves', async () => {
    const { page, trouble } = await visit({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByLabel('or your state').selectOption('CA')
    await page.getByRole('button', { name: 'Find providers' }).click()
    await page.waitForURL(/\/providers\?.*state=CA/)
    const before = Number.parseInt(await page.locator('#results').innerText(), 10)

    await page.getByRole('checkbox', { name: /^IV/ }).check()
    await page.locator('#filters button[type=submit]').click()
    await page.waitForURL(/modality=iv/)
    const after = Number.parseInt(await page.locator('#results').innerText(), 10)
    expect(after).toBeLessThan(before)
    expect(after).toBeGreaterThanOrEqual(2)
    expect(await page.getByRole('checkbox', { name: /^IV/ }).isChecked()).toBe(true)

    const rows = page.locator('.row')
    const names = [
      await rows.nth(0).locator('h3 a').innerText(),
      await rows.nth(1).locator('h3 a').innerText(),
    ]
    for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
    await page.getByRole('button', { name: /^Compare the ticked/ }).click()
    await page.waitForURL(/\/compare\?/)
    expect(await page.locator('thead .compare__name').allInnerTexts()).toEqual(names)
    const cell = page.locator('details.cell').first()
    await cell.locator('summary').click()
    expect(await cell.locator('.evidence').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Show only differences' }).click()
    await page.waitForURL(/only=differences/)
    expect(await page.locator('.compare__row:not(.compare__row--differs):visible').count()).toBe(0)

    for (const format of ['CSV', 'JSON']) {
      const link = page.getByRole('link', { name: `Download ${format}` })
      const reply = await page.request.get((await link.getAttribute('href')) ?? '')
      expect(reply.headers()['content-disposition']).toContain('attachment')
      const text = await reply.text()
      const read = format === 'CSV' ? parse(text, { bom: true })[0] : JSON.parse(text)
      expect(JSON.stringify(read)).toContain(names[0])
    }
    expect(trouble).toEqual([])
  })

  test('a provider’s evidence opens and its page leads on to comparing', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/providers/nushama')
    const point = page.locator('details.criterion').first()
    await point.locator('summary').click()
    expect(await point.locator('.criterion__body').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Compare with others' }).click()
    await page.waitForURL('**/compare?ids=nushama')
    expect(await page.locator('main').innerText()).toContain('Nushama')
  })

  test('a provider that is gone is said plainly, and the others can be compared', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/compare?ids=nushama,gone-x,ember-health&sessions=4')
    const notice = page.locator('.notice', { hasText: 'no longer in the directory' })
    expect(await notice.innerText()).toContain('gone-x')
    expect(await page.getByText('has as its id').count()).toBe(0)
    await notice.getByRole('link', { name: 'Compare the other 2' }).click()
    expect(await page.locator('thead .compare__name').allInnerTexts()).toEqual([
      'Nushama',
      'Ember Health',
    ])
    expect(page.url()).toContain('sessions=4')
    await page.goto('/compare?ids=nushama,gone-x')
    await page.getByRole('link', { name: 'Back to the list of providers' }).click()
    await page.waitForURL('**/providers')
  })

  test('a comparison prints its numbered sources, and the evidence of an opened cell', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/compare?ids=nushama,ember-health')
    const how = page.locator('main noscript')
    expect(await how.innerText()).toContain('To print, use the menu of your browser.')
    const cell = page.locator('details.cell').first()
    await cell.locator('summary').click()
    await page.emulateMedia({ media: 'print' })
    expect(await cell.locator('.evidence').isVisible()).toBe(true)
    expect(await page.locator('details.cell:not([open]) .evidence:visible').count()).toBe(0)
    expect(await page.locator('.compare-sources__list li:visible').count()).toBeGreaterThan(0)
    expect(await how.isVisible()).toBe(false)
  })

  test('nothing is offered that needs it', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/compare?ids=nushama,ember-health')
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await page.goto('/providers')
    expect(await page.locator('.compare-bar').count()).toBe(0)
  })
})
