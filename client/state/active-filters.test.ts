import { expect, test } from 'vitest'
import { activeFilters } from './active-filters.ts'
import { queryOf } from './query-string.ts'

const criteria = [
  { id: 'C1', short_label: 'Live mental health evaluation', box: 'assessment', is_gate: true },
]

test('each filter is named in words and linked to the address without it', () => {
  const query = queryOf('/providers?modality=iv&state=NY&met=C1&sort=cost&page=2')
  expect(activeFilters(query, criteria)).toEqual([
    { label: 'IV infusion', href: '/providers?state=NY&met=C1&sort=cost' },
    { label: 'New York', href: '/providers?modality=iv&met=C1&sort=cost' },
    {
      label: 'Live mental health evaluation: Meets',
      href: '/providers?modality=iv&state=NY&sort=cost',
    },
  ])
})

test('taking the ZIP code away takes the distance along', () => {
  const [zip] = activeFilters(queryOf('/providers?zip=10001&within_miles=50'), criteria)
  expect(zip).toEqual({ label: 'ZIP 10001', href: '/providers' })
})

test('amounts and ZIP codes are named as they are read, however they were typed', () => {
  const filters = activeFilters(queryOf('/providers?zip=84101-1234&price_max=%241,500'), criteria)
  expect(filters.map(({ label }) => label)).toEqual(['ZIP 84101', 'Up to $1,500'])
})

test('letting unknown prices in is named beside a limit, and is no filter without one', () => {
  const labels = (url: string) => activeFilters(queryOf(url), criteria).map(({ label }) => label)
  expect(labels('/providers?price_max=&price=unknown')).toEqual([])
  expect(labels('/providers?price_max=500&price=unknown')).toEqual([
    'Up to $500',
    'Price not known in dollars, too',
  ])
})

test('"not known" says of which group it is', () => {
  const filters = activeFilters(queryOf('/providers?payment=unknown&unknown=C1'), criteria)
  expect(filters.map(({ label }) => label)).toEqual([
    'Payment not known',
    'Live mental health evaluation: Not known',
  ])
})

test.each(['__proto__', 'constructor', 'toString'])(
  '%s, which every object inherits, is no filter and no word',
  (inherited) => {
    expect(activeFilters(queryOf(`/providers?${inherited}=1`), criteria)).toEqual([])
    const asked = queryOf(`/providers?modality=${inherited}&state=${inherited}&kind=${inherited}`)
    expect(activeFilters(asked, criteria).map(({ label }) => label)).toEqual([
      'Not known',
      inherited,
      'Not known',
    ])
  },
)

test('a field that is no filter is no chip', () => {
  expect(
    activeFilters(queryOf('/providers?sort=name&price_basis=session&foo=1'), criteria),
  ).toEqual([])
})
