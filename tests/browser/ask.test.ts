import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { SIZES, useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'
import { pageTexts } from './pdf-text.ts'

const visit = useChromium()
const words = (text: string) => text.replace(/\s+/g, ' ').trim()

async function openSheets(page: Page, ids: string): Promise<void> {
  await page.goto(`/ask?ids=${ids}`)
  await page.locator('.ask-range').first().waitFor()
}

const labels = (page: Page, id: string) =>
  page.locator(`.ask-item[id^="ask-${id}-"] .ask-item__label`).allTextContents()

const CHOSEN = JSON.stringify({
  version: 1,
  compare: [
    { id: 'nushama', name: 'Nushama' },
    { id: 'mindbloom', name: 'Mindbloom' },
  ],
})

test('without a shortlist it says why, and those chosen to compare can be asked or saved', async () => {
  const { page } = await visit()
  await page.goto('/ask')
  await page.evaluate((kept) => {
    localStorage.setItem('touchstone-shortlist', '[broken')
    localStorage.setItem('touchstone', kept)
  }, CHOSEN)
  await page.reload()
  await page.getByText('No provider could be read from your shortlist').waitFor()
  await page.getByRole('link', { name: 'What to ask the 2 providers you chose' }).click()
  await page.locator('.ask-range').nth(1).waitFor()
  await page.goto('/shortlist')
  await page.getByRole('button', { name: 'Save the 2 providers you chose' }).click()
  await page.getByRole('link', { name: 'Mindbloom', exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('button', { name: 'Save the 2 providers you chose' }).waitFor()
})

describe('the consult sheets', () => {
  test('are the same with and without JavaScript', async () => {
    const plain = await visit({ javaScriptEnabled: false })
    await plain.page.goto('/ask?ids=nushama,mindbloom')
    const scripted = await visit()
    await openSheets(scripted.page, 'nushama,mindbloom')
    for (const id of ['nushama', 'mindbloom']) {
      const without = (await labels(plain.page, id)).map(words)
      expect(without.length).toBeGreaterThan(5)
      expect((await labels(scripted.page, id)).map(words)).toEqual(without)
    }
    const merged = plain.page.getByRole('region', { name: 'One sheet for all of them' })
    expect(await merged.getByRole('link', { name: 'Nushama' }).count()).toBeGreaterThan(0)
    expect([...plain.trouble, ...scripted.trouble]).toEqual([])
  })

  test.each(SIZES)(
    'put required checks first, each with a good and a worrying answer, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await openSheets(page, 'nushama')
      const items = page.locator('.ask-sheet .ask-items').first().locator('.ask-item')
      const first = words(await items.first().innerText())
      for (const said of [
        'Required check',
        'Reassuring',
        'Worrying',
        'Why it matters',
        'From public sources',
      ]) {
        expect(first).toContain(said)
      }
    },
  )

  test('print with room to write and without fields', async () => {
    const { page } = await visit()
    await openSheets(page, 'nushama')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.writing-room').first().isVisible()).toBe(true)
    expect(await page.locator('.answer').first().isVisible()).toBe(false)
    expect(await page.getByText('988').first().isVisible()).toBe(true)
  })

  test('print on few sheets, and no sheet is left nearly empty', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    await page.goto('/ask?ids=nushama,ember-health')
    const pdf = await page.pdf({ format: 'Letter' })
    const texts = await pageTexts(pdf)
    expect(texts.length).toBeLessThanOrEqual(5)
    expect(texts.join(' ')).toMatch(/The 8 questions worth most are here, \d+ more/)
  })

  test('print the name of the provider on every page that its sheet runs over', async () => {
    const { page } = await visit()
    await openSheets(page, 'nushama')
    const [first = '', ...more] = await pageTexts(await page.pdf({ format: 'Letter' }))
    expect(first).toContain('Nushama')
    expect(more.length).toBeGreaterThan(0)
    const sheet = more.filter((text) => text.includes('Why it matters'))
    expect(sheet.length).toBeGreaterThan(0)
    for (const text of sheet) expect(text).toMatch(/^Nushama\b/)
  })

  test('say so when a provider is not listed, and show the others', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    const reply = await page.goto('/ask?ids=nushama,nobody')
    expect(reply?.status()).toBe(422)
    expect(await page.getByText('names nobody, which is not listed here').isVisible()).toBe(true)
    expect((await labels(page, 'nushama')).length).toBeGreaterThan(5)
  })

  test('lead from a profile, for its kind of care', async () => {
    const { page } = await visit()
    await page.goto('/providers/mindbloom?case=lozenge-home')
    await page.getByRole('link', { name: 'All questions, with room for answers' }).click()
    await page.locator('.ask-range').waitFor()
    await page.getByText('About: Lozenge or tablet at home').waitFor()
  })
})

describe('an answer', () => {
  test.each(SIZES)(
    'can be changed, moved to another day and taken back, on %s',
    async (_, viewport) => {
      const { page } = await visit({ viewport })
      await openSheets(page, 'nushama')
      const item = page.locator('#ask-nushama-C4')
      const range = page.locator('.ask-range strong')
      const before = await range.innerText()
      await item.getByLabel('It does not meet this point').check()
      await item.getByLabel('It meets a part of it').check()
      await item.getByLabel(/^Day/).fill('2026-11-20')
      await item.getByLabel(/^My note/).fill('Maybe')
      const kept = () =>
        page.evaluate(
          () => JSON.parse(localStorage.getItem('touchstone-shortlist') ?? '{}').answers,
        )
      await expect.poll(kept).toEqual([
        {
          provider: 'nushama',
          criterion: 'C4',
          case: 'iv-clinic',
          state: null,
          level: 'partly',
          note: 'Maybe',
          told_on: '2026-11-20',
          how: 'call',
        },
      ])
      await item.getByRole('button', { name: 'Remove this answer' }).click()
      await expect.poll(kept).toEqual([])
      expect(await range.innerText()).toBe(before)
    },
  )

  test('is never sent', async () => {
    const { page, context } = await visit()
    const sent: string[] = []
    context.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await openSheets(page, 'nushama')
    const item = page.locator('#ask-nushama-C4')
    await item.getByLabel('It meets this point').check()
    await item.getByLabel(/^My note/).fill('SECRETWORD')
    await page.goto('/shortlist')
    await page.goto('/providers/nushama')
    await page.locator('#C4').getByText('You were told: It meets this point').waitFor()
    expect(sent.filter((one) => one.includes('SECRETWORD') || one.includes('told'))).toEqual(
      sent.filter((one) => /start-told/.test(one)),
    )
  })
})

test('the sheets break no rule of accessibility and fit every width', async () => {
  const { page, trouble } = await visit()
  await openSheets(page, 'nushama,mindbloom')
  await page.locator('#ask-nushama-C4').getByLabel('It meets this point').check()
  await lookAtEverything(page)
  expect(trouble).toEqual([])
})
