// @vitest-environment happy-dom
import { render } from 'preact'
import { beforeEach, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { journalText } from '#core/journal.ts'
import { CRISIS_WORDS } from '#core/questionnaires.ts'
import { ready, today } from '../plan/ready.ts'
import { journal } from '../plan/stores.ts'
import { open, openNew } from './entry-form.tsx'
import { JournalBoard } from './journal-board.tsx'
import { courseInWords, placesOf } from './score-chart.tsx'
import { seriesOf } from './series.ts'
import { addFile } from './take-away.tsx'

const TODAY = '2026-11-23' as IsoDate
const settled = () => new Promise((done) => setTimeout(done, 30))

beforeEach(() => {
  localStorage.clear()
  journal.clear('')
  open.value = null
  today.value = TODAY
  ready.value = true
  document.body.innerHTML = '<main></main>'
  const main = document.querySelector('main') as HTMLElement
  render(<JournalBoard />, main)
})

async function answer(item: number, words: string): Promise<void> {
  const fields = document.querySelectorAll('fieldset.item')[item - 1]
  const labels = [...(fields?.querySelectorAll('label') ?? [])]
  labels
    .find(({ textContent }) => textContent === words)
    ?.querySelector('input')
    ?.click()
  await settled()
}

const alert = () => document.querySelector('[role="alert"]')?.textContent ?? null
const text = () => document.body.textContent ?? ''

test('any answer above zero to question 9 shows the crisis line at once, before the rest is answered', async () => {
  openNew('phq9')
  await settled()
  expect(alert()).toBeNull()
  await answer(9, 'Several days')
  expect(alert()).toContain(CRISIS_WORDS)
  expect(
    [...document.querySelectorAll('[role="alert"] a')].map((one) => one.getAttribute('href')),
  ).toEqual(['tel:988', 'sms:988'])
})

test('"Not at all" to question 9, and any answer to the others, shows no alert', async () => {
  openNew('phq9')
  await settled()
  await answer(9, 'Not at all')
  await answer(2, 'Nearly every day')
  expect(alert()).toBeNull()
  openNew('gad7')
  await settled()
  await answer(7, 'Nearly every day')
  expect(alert()).toBeNull()
})

test('an item that is not answered never counts as 0: there is no score and no point', async () => {
  openNew('gad7')
  await settled()
  for (let item = 1; item <= 6; item += 1) await answer(item, 'Several days')
  expect(text()).toContain('GAD-7: 6 of 7 answered, so there is no score yet.')
  expect(seriesOf(journal.state.value)).toEqual([])
  await answer(7, 'Not at all')
  expect(text()).toContain('GAD-7: 6 of 21, mild.')
  expect(seriesOf(journal.state.value)[0]?.points).toEqual([{ on: TODAY, total: 6, band: 'mild' }])
})

test('an answer can be taken back, and an entry that became blank is not kept', async () => {
  openNew('gad7')
  await settled()
  await answer(1, 'Several days')
  expect(journal.state.value.entries).toHaveLength(1)
  document.querySelector<HTMLButtonElement>('.item .link-button')?.click()
  await settled()
  expect(journal.state.value.entries).toHaveLength(0)
})

test('a session number is kept as it is typed or, where it can be none, not at all, in words', async () => {
  openNew('session')
  await settled()
  const field = document.querySelector<HTMLInputElement>('.plan-when input')
  const kept = () => journal.state.value.entries.map((one) => one.kind === 'session' && one.session)
  const type = async (typing: string) => {
    for (const letter of typing) {
      if (field) field.value += letter
      field?.dispatchEvent(new Event('input', { bubbles: true }))
      await settled()
    }
    const typed = field?.value
    if (field) field.value = ''
    return [typed, kept(), /whole number from 1 to 1000/.test(text())]
  }
  expect(await type('12')).toEqual(['12', [12], false])
  expect(await type('1.5')).toEqual(['1.5', [], true])
  expect(await type('2000')).toEqual(['2000', [], true])
  expect(await type('-3')).toEqual(['-3', [], true])
  expect(await type('1000')).toEqual(['1000', [1000], false])
})

test('the ends of a course are named in words', async () => {
  for (const on of ['2026-10-01', '2026-11-23']) {
    today.value = on as IsoDate
    openNew('mood')
    await settled()
    document.querySelector<HTMLInputElement>('input[type=radio]')?.click()
    await settled()
  }
  const ends = [...document.querySelectorAll('.chart__day')].map((one) => one.textContent)
  expect(ends).toEqual(['October 1, 2026', 'November 23, 2026'])
})

test('an exported journal read back is equal, and reading it twice adds nothing', async () => {
  openNew('phq9')
  await settled()
  await answer(1, 'Several days')
  const copy = journalText(journal.state.value)
  journal.clear('')
  expect(addFile(copy)).toEqual(['1 entry read, 1 new.'])
  expect(journalText(journal.state.value)).toBe(copy)
  expect(addFile(copy)).toEqual(['1 entry read, 0 new.'])
  expect(journalText(journal.state.value)).toBe(copy)
})

test('a file that is no journal changes nothing and says why', () => {
  expect(addFile('hello')[0]).toContain('damaged')
  expect(addFile('{"format":"touchstone-journal","version":7}')[0]).toContain('newer version')
  expect(journal.state.value.entries).toEqual([])
})

test('points stand by their day, and a single one in the middle', () => {
  const points = [
    { on: '2026-11-01' as IsoDate, total: 20, band: 'severe' },
    { on: '2026-11-11' as IsoDate, total: 0, band: 'none or minimal' },
    { on: '2026-11-21' as IsoDate, total: 10, band: 'moderate' },
  ]
  const [first, middle, last] = placesOf({ points, max: 20 })
  expect((middle?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo((last?.x ?? 0) - (middle?.x ?? 0))
  expect(first?.y).toBeLessThan(last?.y ?? 0)
  expect(placesOf({ points: points.slice(0, 1), max: 20 })[0]?.x).toBeCloseTo(36 + 274 / 2)
  expect(courseInWords({ name: 'PHQ-9', points })).toBe(
    'PHQ-9: 20 on November 1, 2026, 10 on November 21, 2026, 3 entries.',
  )
})
