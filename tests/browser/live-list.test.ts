import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useChromium } from './chromium.ts'

const visit = useChromium()

// What a row says, seen or not: rows below the screen are not laid out until they are.
const names = (page: Page) => page.locator('.row h3 a').allTextContents()
const heading = (page: Page) => page.locator('#results').innerText()
const box = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
const MARK = 'this document was not reloaded'

describe('the list', () => {
  test('follows its form in place, with the address as its state', async () => {
    const { page, trouble } = await visit()
    await page.goto('/providers')
    await page.evaluate((mark) => Object.assign(window, { mark }), MARK)
    const all = await names(page)
    const first = await heading(page)
    await box(page, 'IV').check()
    await page.waitForURL('**/providers?modality=iv')
    await expect.poll(() => heading(page)).not.toBe(first)
    expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe(MARK)
    const count = Number.parseInt(await heading(page), 10)
    const said = page.locator('main [role=status]')
    expect(await said.innerText()).toBe(`${count} providers found.`)
    const answered = await page.request.get('/api/providers?modality=iv')
    expect((await answered.json()).total).toBe(count)

    const live = await names(page)
    await page.reload()
    expect(await names(page)).toEqual(live)
    expect(await box(page, 'IV').isChecked()).toBe(true)
    await page.goBack()
    await expect.poll(() => names(page)).toEqual(all)
    expect(await box(page, 'IV').isChecked()).toBe(false)
    expect(trouble).toEqual([])
  })

  test('warns of a legal date as soon as care at home is in it, and only then', async () => {
    const { page } = await visit()
    await page.goto('/providers?setting=clinic')
    const law = page.locator('.results .notice--warn', { hasText: 'December 31, 2026' })
    expect(await law.count()).toBe(0)
    await box(page, 'At home').check()
    await expect.poll(() => law.count()).toBe(1)
    await box(page, 'At home').uncheck()
    await expect.poll(() => law.count()).toBe(0)
  })

  test('comes back step by step', async () => {
    const { page } = await visit()
    await page.goto('/providers')
    await box(page, 'IV').check()
    await page.waitForURL('**?modality=iv')
    await page.getByLabel('State').selectOption('NY')
    await page.waitForURL(/state=NY/)
    await page.goBack()
    await page.waitForURL('**?modality=iv')
    await expect.poll(() => page.getByLabel('State').inputValue()).toBe('')
    expect(await box(page, 'IV').isChecked()).toBe(true)
    await page.goForward()
    await page.waitForURL(/state=NY/)
    await expect.poll(() => page.getByLabel('State').inputValue()).toBe('NY')
  })

  test('follows typing, and keeps what is typed and where', async () => {
    const { page } = await visit()
    await page.goto('/providers')
    const field = page.getByLabel('Name or city')
    await field.pressSequentially('mindblom', { delay: 20 })
    await page.waitForURL(/q=mindblom/)
    await expect.poll(async () => (await names(page))[0]).toBe('Mindbloom')
    expect(await field.inputValue()).toBe('mindblom')
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('takes a filter away by its chip and puts the reader at the result', async () => {
    const { page } = await visit()
    await page.goto('/providers?modality=iv&state=NY')
    await page.getByRole('list', { name: 'Filters in use' }).getByRole('link').first().click()
    await page.waitForURL('**/providers?state=NY')
    expect(await page.locator('#results').evaluate((one) => one === document.activeElement)).toBe(
      true,
    )
    await expect.poll(() => box(page, 'IV').isChecked()).toBe(false)
  })

  test('says plainly that the network failed, keeps what it had, and can try again', async () => {
    const { page, context } = await visit()
    await page.goto('/providers')
    const before = await names(page)
    await context.setOffline(true)
    await box(page, 'IV').check()
    const notice = page.getByText('The list could not be updated.').first()
    await notice.waitFor()
    expect(await names(page)).toEqual(before)
    expect(await page.locator('main [role=status]').innerText()).toContain('could not be updated')
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.waitForURL('**/providers?modality=iv')
    await expect.poll(() => names(page)).not.toEqual(before)
    expect(await notice.isVisible()).toBe(false)
  })

  test('names the field that it cannot read and leaves the list alone', async () => {
    const { page } = await visit()
    await page.goto('/providers')
    const before = await names(page)
    await page.getByLabel('ZIP code').fill('00000')
    await page.getByLabel('ZIP code').press('Enter')
    const notice = page.locator('.results .notice', { hasText: 'A part of' })
    await notice.waitFor()
    expect(await notice.innerText()).toContain('A part of your search could not be read.')
    expect(await notice.innerText()).toContain('ZIP code')
    expect(await names(page)).toEqual(before)
  })

  test('shows what this browser keeps, and is taken over once it is used', async () => {
    const { page, trouble } = await visit()
    await page.goto('/providers')
    const ticks = page.locator('.row').getByRole('checkbox')
    for (const at of [0, 1, 2, 3]) await ticks.nth(at).check()
    const star = page.locator('.row .save').nth(1)
    await star.click()
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true')
    const rows = () =>
      page.locator('.row').evaluateAll((all) =>
        all.map((row) => {
          const box = row.querySelector<HTMLInputElement>('[name=ids]')
          const pressed = row.querySelector('.save')?.getAttribute('aria-pressed')
          return [row.textContent, box?.checked, box?.disabled, pressed]
        }),
      )
    const alive = page.locator('main > [role=status]')
    const before = await rows()
    // A page that comes back to its place is scrolled, which counts as use.
    await page.evaluate(() => scrollTo(0, 0))
    await page.mouse.move(0, 0)
    await page.goto('/method')
    await page.goto('/providers')
    await page.locator('.compare-bar').waitFor()
    expect(await rows()).toEqual(before)
    expect(await alive.count()).toBe(0)

    await ticks.nth(1).focus()
    await alive.waitFor({ state: 'attached' })
    expect(await rows()).toEqual(before)
    await ticks.nth(1).press('Space')
    await star.click()
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('false')
    expect(await ticks.nth(1).isChecked()).toBe(false)
    expect(await ticks.nth(5).isEnabled()).toBe(true)
    expect(await page.locator('.row', { hasText: '4 chosen, the most' }).count()).toBe(0)
    expect(trouble).toEqual([])
  })

  test('offers a way out when nothing matches', async () => {
    const { page } = await visit()
    await page.goto('/providers?q=qqqqqq&modality=iv')
    const way = page.locator('.results .notice').getByRole('link')
    expect(await way.count()).toBe(2)
    await way.first().click()
    await page.waitForURL('**/providers?modality=iv')
    await expect.poll(async () => (await names(page)).length).toBeGreaterThan(0)
  })
})
