import { expect, test } from 'vitest'
import { searchParams } from '#core/contract/search-params.ts'
import { NOT_A_PARAMETER } from '#core/words.ts'
import { faultInWords } from './field-words.ts'

const sentence = (field: string, detail: string) => {
  const { name, said } = faultInWords({ field, detail })
  return `${name} ${said}`
}

test.each([
  [
    'price_min',
    'is more than price_max (5 is more than 1).',
    'Price from is more than “Price up to” (5 is more than 1).',
  ],
  ['within_miles', 'needs a zip to measure from.', 'Distance needs a ZIP code to measure from.'],
  [
    'sort',
    'by distance needs a zip to measure from.',
    'Sort by distance needs a ZIP code to measure from.',
  ],
  [
    'zip',
    'is 00000, which is not a known ZIP code.',
    'ZIP code is 00000, which is not a known ZIP code.',
  ],
  ['modality', 'must be one of: iv, im, sc.', 'Treatment has a choice that is not in its list.'],
  [
    'case',
    'is x; it must be one of: iv-clinic, im-clinic.',
    'Kind of care is x, which is not in its list.',
  ],
  ['foo', NOT_A_PARAMETER, '“foo” in the address means nothing on this page and is left out.'],
  ['toString', 'is wrong.', '“toString” is wrong.'],
])('a fault of %s is told in the words of the form', (field, detail, told) => {
  expect(sentence(field, detail)).toBe(told)
})

test('every parameter of the list has a name on the page', () => {
  for (const field of Object.keys(searchParams.shape)) {
    expect(sentence(field, 'is wrong.'), field).not.toContain(`“${field}”`)
  }
})
