import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, changeEntry, emptyShortlist } from '#core/shortlist.ts'
import { writeShortlist } from '#core/shortlist-read.ts'
import { SIZES, useChromium } from './chromium.ts'
import { lookAtEverything } from './look.ts'
import { pageTexts } from './pdf-text.ts'

const visit = useChromium()
const NOW = new Date('2026-11-23T09:00:00')

/** On file in the sample. */
const ACORN = 'sample-blue-acorn-wellness'
/** Both give infusions in a clinic. */
const HERON = 'sample-heron-street-ketamine'
const HARBOR = 'sample-quiet-harbor-program'
const GONE = 'sample-nobody'

function saved(...ids: string[]): Shortlist {
  return ids.reduce(
    (list, provider) =>
      addEntry(list, {
        provider,
        name: `Provider ${provider}`,
        case: null,
        added_on: '2026-11-20' as IsoDate,
      }),
    emptyShortlist(),
  )
}

async function openPlan(context: BrowserContext, page: Page, list?: Shortlist): Promise<void> {
  await page.clock.install({ time: NOW })
  if (list) {
    const text = writeShortlist(list)
    await context.addInitScript((value) => {
      localStorage['touchstone-shortlist'] ??= value
    }, text)
  }
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Start today' }).waitFor()
  await page.waitForFunction(() => !document.querySelector('fieldset[disabled]'))
}

const progress = (page: Page) => page.locator('.plan-top__progress').textContent()

async function calendarFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /calendar/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('touchstone-plan.ics')
  return readFileSync(await file.path(), 'utf8')
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

async function pdfText(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PDF' }).click()
  const texts = await pageTexts(readFileSync(await (await download).path()))
  return texts.join(' ')
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

test.each(SIZES)(
  'marks, days, goals and the next step are there after a reload, on %s',
  async (_, viewport) => {
    const { page, context, trouble } = await visit({ server: 'sample', viewport })
    await openPlan(context, page)
    await page.getByRole('button', { name: 'Start today' }).click()
    await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
    await page.getByLabel(/My goals/).fill('Sleep through the night.')
    await page.getByLabel(/What may be hard/).fill('Money.\nA ride home.')
    await page.getByLabel(/My next step/).fill('Wait a week.')
    await page.reload()
    await page.getByText('1 of 7 days done.').waitFor()
    expect(await progress(page)).toContain('Next is day 2')
    expect(await page.getByLabel('First day').inputValue()).toBe('2026-11-23')
    expect(await page.getByLabel(/My goals/).inputValue()).toBe('Sleep through the night.')
    expect(await page.getByLabel(/What may be hard/).inputValue()).toBe('Money.\nA ride home.')
    expect(await page.getByLabel(/My next step/).inputValue()).toBe('Wait a week.')
    expect(await page.locator('#day-7').textContent()).toContain('November 29, 2026')
    expect(trouble).toEqual([])
  },
)

test('the calendar file holds the days that are not done, with the same names when it moves', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  await page.getByRole('button', { name: 'Start today' }).click()
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
  const first = eventsIn(await calendarFile(page))
  expect(first).toHaveLength(6)
  expect(first[0]?.startDate.isDate).toBe(true)
  expect(first[0]?.startDate.toString()).toBe('2026-11-24')
  await page.getByLabel('First day').fill('2026-12-01')
  await page.getByLabel(/Time of day/).fill('18:30')
  const moved = eventsIn(await calendarFile(page))
  expect(moved[0]?.startDate.toString()).toBe('2026-12-02T18:30:00')
  expect(moved[0]?.startDate.zone?.tzid).toBe('floating')
  expect(moved.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid))
  expect(moved[0]?.sequence).toBeGreaterThan(first[0]?.sequence ?? Number.POSITIVE_INFINITY)
})

test('the PDF says what the page says, and what was written', async () => {
  const { page, context, trouble } = await visit({ server: 'sample' })
  await openPlan(context, page, saved(ACORN, HERON, HARBOR))
  await page
    .getByText(/^Comes first in/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Start today' }).click()
  await page.getByLabel(/My goals/).fill('Sleep through the night – ohne Angst.')
  await page.locator('#day-4').getByLabel('Day of the consult').first().fill('2026-12-03')
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
  const text = await pdfText(page)
  const shown = await page
    .locator('.plan-day :is(h2, .prose p), .plan-top__progress')
    .allTextContents()
  expect(shown).toHaveLength(22)
  for (const said of shown) expect(text).toContain(words(said))
  const decided = await page.locator('.decide__list > li > p:not(.quiet)').allTextContents()
  expect(decided.length).toBeGreaterThan(9)
  for (const said of decided) expect(text).toContain(words(said))
  for (const said of ['Sleep through the night – ohne Angst.', 'December 3, 2026', '988']) {
    expect(text).toContain(said)
  }
  expect(trouble).toEqual([])
})

test('a part that cannot be loaded is said in plain words, and the plan still reads', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await context.route(/assets\/start-.*\.js$/, (route) => route.abort())
  await page.goto('/plan')
  await page.getByText('A part of this page could not be loaded.').waitFor()
  expect(await page.locator('#day-7').getByText('Why:').isVisible()).toBe(true)
})

test('day 3 opens the list already filtered', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  await page.locator('#day-3').getByLabel('How you want to be treated').selectOption('iv')
  await page.getByRole('button', { name: 'Open the filtered list' }).click()
  await page.waitForURL(/modality=iv/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Providers')
})

test.each(SIZES)(
  'an appointment of day 4 is kept with the shortlist and goes into the calendar, on %s',
  async (_, viewport) => {
    const { page, context } = await visit({ server: 'sample', viewport })
    await openPlan(context, page, saved(ACORN))
    const day4 = page.locator('#day-4')
    await day4.getByLabel('Day of the consult').fill('2026-12-03')
    await day4.getByLabel('Time, if you know it').fill('03:15')
    expect(await day4.textContent()).toContain('Did you mean 3:15 PM?')
    await day4.getByLabel('Time, if you know it').fill('15:15')
    await day4.getByLabel(/Note for the consult/).fill('Ask for Dr. B.')
    expect(await day4.textContent()).not.toContain('at night')
    // The day is typed anew, part by part: the browser calls it empty in between.
    await day4.getByLabel('Day of the consult').press('Backspace')
    expect(await day4.getByLabel('Day of the consult').inputValue()).toBe('')
    await page.keyboard.type('12')
    expect(await day4.getByLabel('Day of the consult').inputValue()).toBe('2026-12-03')
    await page.getByLabel(/My goals/).focus()
    await page.reload()
    await day4.getByText('Booked').waitFor()
    expect(await day4.getByLabel(/Note for the consult/).inputValue()).toBe('Ask for Dr. B.')
    await page.getByRole('button', { name: 'Start today' }).click()
    const consult = eventsIn(await calendarFile(page)).find(({ summary }) =>
      /Consult/.test(summary),
    )
    expect(consult?.startDate.toString()).toBe('2026-12-03T15:15:00')
  },
)

test('appointments alone make a calendar file, and later files move them', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page, saved(ACORN))
  await page.getByRole('button', { name: /calendar/ }).click({ force: true })
  await page.getByText('Choose a first day, or the day of a consult').waitFor()
  await page.locator('#day-4').getByLabel('Day of the consult').fill('2026-12-03')
  const [alone, ...none] = eventsIn(await calendarFile(page))
  expect([alone?.summary, none]).toEqual(['Consult', []])
  expect(alone?.uid).toMatch(/^[0-9a-f]{32}-appointment-/)
  await page.reload()
  await page.getByRole('button', { name: 'Start today' }).click()
  const all = eventsIn(await calendarFile(page))
  expect(all).toHaveLength(8)
  expect(all.map(({ uid }) => uid)).toContain(alone?.uid)
})

test.each(SIZES)(
  'day 7 shows the shortlist in order, how sure it is, its gaps, and which is gone, on %s',
  async (_, viewport) => {
    const { page, context } = await visit({ server: 'sample', viewport })
    await openPlan(context, page, saved(ACORN, HERON, HARBOR, GONE))
    const decide = page.locator('#decide')
    await decide.getByText('My shortlist, and what is still not known').waitFor()
    await decide
      .getByText(/^Comes first in/)
      .first()
      .waitFor()
    const text = await decide.textContent()
    const names = await decide.locator('h4 a').allTextContents()
    expect(names.slice(0, 2).sort()).toEqual([`Provider ${HERON}`, `Provider ${HARBOR}`].sort())
    expect(names.slice(2)).toEqual([`Provider ${ACORN}`, `Provider ${GONE}`])
    expect(await decide.getByText(/^Comes first in/).count()).toBe(2)
    expect(text).toContain('Not in this order: judged for other care.')
    expect(await decide.getByText('Ask next:').count()).toBeGreaterThan(1)
    expect(text).toMatch(/\d+ of 100 points confirmed, up to \d+ possible/)
    expect(text).toMatch(/Required checks still not settled|No required check is open/)
    expect(text).toContain('This provider is no longer in the directory.')
    expect(text).toContain('These are the usual ones')
  },
)

test('without a network day 7 keeps the shortlist and offers to try again', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await context.route('**/api/**', (route) => route.abort())
  await openPlan(context, page, saved(ACORN))
  await page.getByText('Your shortlist is safe').waitFor()
  await context.unroute('**/api/**')
  await page.locator('#decide').getByRole('button', { name: 'Try again' }).click()
  await page.getByText('My shortlist, and what is still not known').waitFor()
})

test('an order that no worker and no page can work out is said to be missing, and tried again', async () => {
  const { page, context, trouble } = await visit({ server: 'sample', serviceWorkers: 'block' })
  const RANKING = /assets\/rank-(worker|work|here)-/
  await context.route(RANKING, (route) => route.abort())
  await openPlan(context, page, saved(ACORN, HERON, HARBOR))
  const decide = page.locator('#decide')
  await decide.getByRole('status').getByText('The order could not be worked out.').waitFor()
  expect(await decide.getByText('Working out the order').count()).toBe(0)
  expect(await decide.locator('h4 a').allTextContents()).toEqual(
    [ACORN, HERON, HARBOR].map((id) => `Provider ${id}`),
  )
  const compared = decide.getByRole('link', { name: 'see them side by side' })
  expect(await compared.getAttribute('href')).toBe(`/compare?ids=${HERON},${HARBOR}&case=iv-clinic`)
  await context.unroute(RANKING)
  await decide.getByRole('button', { name: 'Try again' }).click()
  await decide
    .getByText(/^Comes first in/)
    .first()
    .waitFor()
  expect(await decide.getByText('could not be worked out').count()).toBe(0)
  expect(trouble.filter((one) => one.startsWith('error'))).toEqual([])
})

test('a deleted plan leaves nothing behind and can be brought back', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  await page.getByLabel(/My goals/).fill('Sleep.')
  await page.getByRole('button', { name: 'Delete my plan' }).press('Enter')
  expect(await page.evaluate(() => localStorage.getItem('touchstone-plan'))).toBeNull()
  expect(await page.getByLabel(/My goals/).inputValue()).toBe('')
  const undo = page.getByRole('button', { name: 'Undo' })
  await page.waitForFunction(() => document.activeElement?.textContent === 'Undo')
  expect((await undo.boundingBox())?.y).toBeLessThan(800)
  await undo.press('Enter')
  expect(await page.getByLabel(/My goals/).inputValue()).toBe('Sleep.')
  await page.waitForFunction(() => document.activeElement?.id === 'take-away')
})

test('two open tabs follow each other', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  const other = await context.newPage()
  await openPlan(context, other)
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
  await other.getByLabel(/My goals/).fill('Sleep.')
  await other.getByText('1 of 7 days done.').waitFor()
  expect(await page.getByLabel(/My goals/).inputValue()).toBe('Sleep.')
})

test('where storage is denied the page says so and works as long as it is open', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await openPlan(context, page)
  await page.getByText('does not let the page keep anything').first().waitFor()
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).check()
  expect(await progress(page)).toContain('1 of 7 days done.')
})

test.each(['/plan', '/journal', '/shortlist', '/ask'])(
  'a wrong clock is said on %s',
  async (path) => {
    const { page } = await visit({ server: 'sample' })
    await page.clock.install({ time: new Date('2031-02-01T09:00:00') })
    await page.goto(path)
    await page.getByText('This device says it is February 1, 2031').waitFor()
  },
)

test('without JavaScript the plan reads in full and says what needs it', async () => {
  const { page } = await visit({ server: 'sample', javaScriptEnabled: false })
  await page.goto('/plan')
  for (let day = 1; day <= 7; day += 1) {
    expect(await page.locator(`#day-${day}`).getByText('Why:').isVisible()).toBe(true)
  }
  expect(await page.locator('noscript .notice').isVisible()).toBe(true)
  const marks = page.locator('input[type=checkbox]')
  expect(await marks.count()).toBe(7)
  expect(await marks.first().isVisible()).toBe(false)
})

test('the printed plan holds the written words and no controls', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  await page.getByLabel(/My goals/).fill('Sleep through the night.')
  await page.emulateMedia({ media: 'print' })
  const written = page.locator('p', { hasText: 'Sleep through the night.' })
  expect(await written.isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  expect(await page.locator('#day-7').isVisible()).toBe(true)
})

test('the plan can be worked by keyboard alone', async () => {
  const { page, context } = await visit({ server: 'sample' })
  await openPlan(context, page)
  await page.getByRole('button', { name: 'Start today' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /Day 1 is done/ }).focus()
  await page.keyboard.press('Space')
  expect(await progress(page)).toContain('1 of 7 days done.')
})

test('in use, no rule is broken at any width', async () => {
  const { page, context, trouble } = await visit({ server: 'sample' })
  const note = `The meeting: https://example.org/j?pwd=${'aB3'.repeat(22)}`
  await openPlan(context, page, changeEntry(saved(ACORN, GONE), ACORN, { note }))
  await page.getByRole('button', { name: 'Start today' }).click()
  await page.getByText('My shortlist, and what is still not known').waitFor()
  await page.locator('#day-4').getByLabel('Day of the consult').first().fill('2062-12-03')
  await lookAtEverything(page)
  // The provider that is gone is asked for and answered with 404.
  expect(trouble.filter((one) => !one.includes('404'))).toEqual([])
})
