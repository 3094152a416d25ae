import { expect, test } from 'vitest'
import { hrefOf, queryOf, withoutLostDistance, withoutValue, withValue } from './query-string.ts'

test('fields that an unscripted form sends empty are left out', () => {
  expect(queryOf('/providers?q=&zip=10001&state=').toString()).toBe('zip=10001')
})

test('a changed field goes back to the first page', () => {
  const changed = withValue(queryOf('/providers?q=a&page=3'), 'state', 'NY')
  expect(hrefOf('/providers', changed)).toBe('/providers?q=a&state=NY')
})

test('one of several values is taken away and the others stay', () => {
  const left = withoutValue(queryOf('/providers?modality=iv&modality=im&page=2'), 'modality', 'iv')
  expect(left.toString()).toBe('modality=im')
})

test('a distance and its order go when no ZIP code is left', () => {
  const query = queryOf('/providers?within_miles=50&sort=distance&state=NY')
  expect(withoutLostDistance(query).toString()).toBe('state=NY')
  expect(withoutLostDistance(queryOf('?zip=10001&within_miles=50')).get('within_miles')).toBe('50')
})

test('an address without a query is the bare path', () => {
  expect(hrefOf('/providers', queryOf('/providers'))).toBe('/providers')
})
