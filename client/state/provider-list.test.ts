import { expect, test } from 'vitest'
import type { ListData } from '#core/page-data.ts'
import type { ListView } from './list-view.ts'
import { createProviderList } from './provider-list.ts'

const none: ListData['facets'] = {
  modality: [],
  setting: [],
  state: [],
  payment: [],
  condition: [],
  kind: [],
  status: [],
  price: { in_range: 0, out_of_range: 0, unknown: 0 },
  verdict: [],
}
const listOf = (total: number): ListData => ({
  items: [],
  total,
  page: 1,
  per_page: 20,
  facets: none,
  unknown_reach: 0,
  near: null,
  law: [],
})
const first: ListView = {
  query: new URLSearchParams(),
  result: listOf(81),
  errors: [],
  phase: 'ready',
}
const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const asked = (text: string) => new URLSearchParams(text)

test('a new query replaces the list and says how many there are', async () => {
  const addresses: string[] = []
  const list = createProviderList(first, async (address) => {
    addresses.push(address)
    return reply(listOf(1))
  })
  await list.load(asked('modality=iv'))
  expect(addresses).toEqual(['/api/providers?modality=iv'])
  expect(list.view.value).toEqual({ ...first, query: asked('modality=iv'), result: listOf(1) })
  expect(list.said.value).toBe('1 provider found.')
})

test('without a network the old list stays and the page says so', async () => {
  const list = createProviderList(first, () => Promise.reject(new TypeError('offline')))
  await list.load(asked('modality=iv'))
  expect(list.view.value).toEqual({ ...first, query: asked('modality=iv'), phase: 'failed' })
  expect(list.said.value).toMatch(/could not be updated/)
})

test('a server fault keeps the old list too', async () => {
  const list = createProviderList(first, async () => reply({ detail: 'down' }, 503))
  await list.load(asked('q=a'))
  expect(list.view.value.phase).toBe('failed')
  expect(list.view.value.result.total).toBe(81)
})

test('a refused field is named and the old list stays', async () => {
  const errors = [{ parameter: 'zip', detail: 'must be a ZIP code of five digits.' }]
  const list = createProviderList(first, async () => reply({ errors }, 400))
  await list.load(asked('zip=1'))
  expect(list.view.value.errors).toEqual([
    { field: 'zip', detail: 'must be a ZIP code of five digits.' },
  ])
  expect(list.view.value.result.total).toBe(81)
})

test('the answer to an older question is dropped, whichever comes last', async () => {
  const waiting: ((response: Response) => void)[] = []
  const signals: AbortSignal[] = []
  const list = createProviderList(first, (_, { signal }) => {
    signals.push(signal)
    return new Promise((resolve) => waiting.push(resolve))
  })
  const older = list.load(asked('q=a'))
  const newer = list.load(asked('q=ab'))
  waiting[1]?.(reply(listOf(2)))
  await newer
  waiting[0]?.(reply(listOf(50)))
  await older
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  expect(list.view.value.result.total).toBe(2)
})
