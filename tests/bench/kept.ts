/** What a browser keeps of an earlier visit: a choice to compare, a shortlist, and answers. */

import { chromium } from 'playwright-core'
import { SHORTLIST_KEY } from '../../client/state/saved.ts'
import type { Answer } from '../../core/answers.ts'
import { addEntry, emptyShortlist, recordAnswer } from '../../core/shortlist.ts'
import { writeShortlist } from '../../core/shortlist-read.ts'
import { BENCH_DAY } from './templates.ts'

const PROVIDERS = [
  { id: 'nushama', name: 'Nushama' },
  { id: 'ember-health', name: 'Ember Health' },
  { id: 'mindbloom', name: 'Mindbloom' },
]
const ANSWERS = [
  { provider: 'nushama', criterion: 'C4', level: 'met', how: 'call' },
  { provider: 'nushama', criterion: 'C1', level: 'partly', how: 'written' },
  { provider: 'ember-health', criterion: 'C4', level: 'not_met', how: 'call' },
] as const

const answered = (one: (typeof ANSWERS)[number]): Answer => ({
  provider: one.provider,
  criterion: one.criterion,
  case: null,
  state: null,
  level: one.level,
  note: 'Asked for the details by mail',
  told_on: BENCH_DAY,
  how: one.how,
})

/** The storage of somebody who chose three providers, saved them and has answers of two. */
function keptBefore(): [key: string, text: string][] {
  const entry = ({ id, name }: (typeof PROVIDERS)[number]) =>
    ({ provider: id, name, case: null, added_on: BENCH_DAY }) as const
  const saved = PROVIDERS.reduce((list, one) => addEntry(list, entry(one)), emptyShortlist())
  const list = ANSWERS.map(answered).reduce(recordAnswer, saved)
  return [
    ['touchstone', JSON.stringify({ version: 1, compare: PROVIDERS })],
    [SHORTLIST_KEY, writeShortlist(list)],
  ]
}

/** Makes the browser at `port` one that has been here before, or one that has not. */
export async function setKept(port: number, address: string, isBack: boolean): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  try {
    const page = await browser.contexts()[0]?.newPage()
    await page?.goto(`${address}/api/health`)
    await page?.evaluate(
      (kept) => {
        localStorage.clear()
        for (const [key, text] of kept) localStorage.setItem(key, text)
      },
      isBack ? keptBefore() : [],
    )
    await page?.close()
  } finally {
    await browser.close()
  }
}
