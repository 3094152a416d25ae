import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { parseRecord } from '#core/contract/provider.ts'
import { providerProfile } from '#core/profile.ts'
import { rankProviders } from '#core/rank.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, emptyShortlist, recordAnswer } from '#core/shortlist.ts'
import type { PdfBlock } from '../pdf/document.ts'
import type { Fetched, Material } from './decision.ts'
import { candidatesOf, decisionInWords, decisionsOf, inOrder } from './decision.ts'
import { decisionBlocks } from './decision-paper.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json'))
const today = '2026-11-23' as IsoDate
const context = { prepared, today, state: null, plan: DEFAULT_CARE_PLAN }

function fetched(id: string): Fetched {
  const parsed = parseRecord(read(`seeds/providers/${id}.json`))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return { is: 'here', profile: providerProfile(parsed.record, context) }
}

function material(...ids: string[]): Material {
  return { prepared, fetched: new Map(ids.map((id) => [id, fetched(id)])) }
}

function saved(...wanted: [provider: string, kind: string | null][]): Shortlist {
  return wanted.reduce(
    (list, [provider, kind]) =>
      addEntry(list, { provider, name: provider, case: kind, added_on: today }),
    emptyShortlist(),
  )
}

const CLINICS = ['nushama', 'kensho-wellbeing', 'nova-health-recovery'] as const
const list = saved(
  ['mindbloom', 'lozenge-home'],
  ...CLINICS.map((id): [string, string] => [id, 'iv-clinic']),
  ['ketamine-wellness-centers', 'iv-clinic'],
  ['gone', null],
)
const known = material('mindbloom', ...CLINICS, 'ketamine-wellness-centers')
const decisions = decisionsOf(
  list,
  { ...known, fetched: new Map([...known.fetched, ['gone', { is: 'gone' }]]) },
  today,
)
const ranking = rankProviders(candidatesOf(decisions), prepared, { gates: true })
const textOf = (blocks: readonly PdfBlock[]) => JSON.stringify(blocks)

test('those saved for the care that most were saved for are put in order, and the others follow', () => {
  expect(candidatesOf(decisions).map(({ id }) => id)).toEqual([...CLINICS])
  const order = ranking.ranked ? ranking.order.map(({ id }) => id) : []
  expect(order).toHaveLength(3)
  expect(inOrder(decisions, ranking).map(({ entry }) => entry.provider)).toEqual([
    ...order,
    'mindbloom',
    'ketamine-wellness-centers',
    'gone',
  ])
})

test('one that is saved for other care is judged for that of the others if it gives it', () => {
  const mixed = saved(
    ['nushama', 'im-clinic'],
    ['kensho-wellbeing', 'iv-clinic'],
    ['ember-health', 'iv-clinic'],
  )
  const found = decisionsOf(mixed, material('nushama', 'kensho-wellbeing', 'ember-health'), today)
  const cases = found.map(({ decided }) => (decided.is === 'scored' ? decided.scored.case : null))
  expect(cases).toEqual(['iv-clinic', 'iv-clinic', 'iv-clinic'])
})

test('each line says the place, the must-haves, the open checks and what to ask next', () => {
  const musts = { ...list, must_haves: ['insurance' as const, 'board_certified_lead' as const] }
  const words = (id: string) => {
    const decision = decisions.find(({ entry }) => entry.provider === id)
    if (decision === undefined) throw new Error(id)
    return decisionInWords(decision, musts, ranking, prepared)
  }
  const nova = words('nova-health-recovery')
  expect(nova.sentences[0]).toMatch(
    /^Comes first in .*of 100 draws, and among the first 2 in .*of 100/,
  )
  expect(nova.sentences[1]).toMatch(
    /^IV infusion in a clinic: \d+ of 100 points confirmed, up to \d+/,
  )
  expect(nova.sentences[2]).toMatch(
    /^My must-haves\. Fails: Takes insurance\. Open: Board-certified/,
  )
  expect(nova.sentences[3]).toMatch(/^Required checks still not settled: /)
  expect(nova.open.length).toBeGreaterThan(5)
  const known = decisions.find(({ entry }) => entry.provider === 'nova-health-recovery')
  expect(nova.sentences[3]).not.toContain(nova.open[0])
  const first = known?.decided.is === 'scored' ? known.decided.scored.next_question : null
  expect(nova.ask).toBe(prepared.criterionById.get(first ?? '')?.criterion.ask)
  expect(words('mindbloom').sentences[0]).toBe('Not in this order: judged for other care.')
  expect(words('gone').sentences).toEqual([
    'This provider is no longer in the directory. What you wrote about it is kept.',
  ])
  expect(words('ketamine-wellness-centers')).toEqual({
    sentences: ['This provider is listed as closed.'],
    open: [],
    ask: null,
  })
})

test('what the person was told counts, and says so', () => {
  const told = recordAnswer(list, {
    ...{ provider: 'nushama', criterion: 'C1', case: null, state: null, level: 'met', note: '' },
    ...{ told_on: today, how: 'written' },
  })
  const [, nushama] = decisionsOf(told, known, today)
  if (nushama === undefined) throw new Error('nushama is lost')
  const { sentences } = decisionInWords(nushama, told, null, prepared)
  expect(sentences[0]).toContain('possible, counting 1 answer you were told.')
})

test('the paper has the lines of the screen in its order, the law and the weights', async () => {
  const text = textOf(await decisionBlocks(list, known, today))
  const order = inOrder(decisions, ranking)
  const places = order.map(({ entry }, at) => text.indexOf(`${at + 1}. ${entry.provider}`))
  expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true)
  for (const decision of order.slice(0, 4)) {
    const { sentences, ask } = decisionInWords(decision, list, ranking, prepared)
    for (const said of [...sentences, `Ask next: ${ask}`]) {
      expect(text).toContain(JSON.stringify(said).slice(1, -1))
    }
  }
  expect(text).toContain('ends in 38 days, on December 31, 2026.')
  expect(text).toContain('The usual weights: ')
})

test('the paper says that an order is missing where the records could not be loaded', async () => {
  expect(textOf(await decisionBlocks(list, null, today))).toContain('could not be loaded')
  expect(await decisionBlocks(emptyShortlist(), null, today)).toEqual([])
})
