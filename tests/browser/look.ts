/** Everything that must hold of every page, whatever it says. */

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const PHONE = { width: 390, height: 844 }
/** The width at which nothing may need scrolling sideways: 1280 px at 400 % zoom. */
const NARROW = { width: 320, height: 640 }

/** The broken accessibility rules, each with the elements that break it. */
async function brokenRules(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** What hides in closed parts counts as well, and so does what is out of sight. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
    for (const part of document.querySelectorAll<HTMLElement>('.when-seen'))
      part.style.contentVisibility = 'visible'
  })

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    // Less where a window over the page keeps the room of the scroll bar free.
    return Math.max(0, scrollWidth - clientWidth)
  })

/** Looks at a page wide and narrow, in light and dark: no rule broken, nothing to scroll sideways. */
export async function lookAtEverything(page: Page): Promise<void> {
  await openAll(page)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await brokenRules(page), 'wide, light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await brokenRules(page, ['color-contrast']), 'wide, dark').toEqual([])
  await page.setViewportSize(PHONE)
  expect(await brokenRules(page), 'phone, dark').toEqual([])
  expect(await sidewaysScroll(page), 'phone').toBe(0)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await brokenRules(page, ['color-contrast']), 'phone, light').toEqual([])
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(await sidewaysScroll(page), 'phone, text twice as large').toBe(0)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(NARROW)
  expect(await sidewaysScroll(page), 'narrow').toBe(0)
}
