import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalName, normalOrganization, parseFirstLast, parseLastFirst } from './name.ts'

const name = (
  last: string,
  first: string,
  middle: string | null = null,
  suffix: string | null = null,
) => normalName({ last, first, middle, suffix })

describe('a name made comparable', () => {
  test('drops case, accents, points, apostrophes and titles', () => {
    expect(name("O'Brien, M.D.", 'José')).toEqual(name('OBRIEN', 'JOSE'))
    expect(name('De la Cruz', 'Ana').last).toBe('DELACRUZ')
    expect(name("O' BRIEN", "D' MARCUS LEE")).toMatchObject({ last: 'OBRIEN', first: 'DMARCUS' })
  })

  test('keeps the generation apart, wherever it was written', () => {
    const junior = name('SMITH', 'JOHN', null, 'Jr.')
    expect(name('SMITH JR', 'JOHN')).toEqual(junior)
    expect(name('SMITH', 'JOHN', 'JR')).toEqual(junior)
    expect(name('SMITH', 'JOHN', 'W JR')).toEqual({
      ...junior,
      middle: 'W',
      middle_parts: ['W'],
    })
  })

  test('takes a V in the middle for an initial and a V at the end for the fifth', () => {
    expect(name('SMITH', 'JOHN', 'V')).toMatchObject({ middle: 'V', suffix: '' })
    expect(name('SMITH V', 'JOHN')).toMatchObject({ middle: '', suffix: 'V' })
  })

  test('gives both halves of a double name and no particles', () => {
    expect(name('Smith-Jones', 'Ann')).toMatchObject({
      last: 'SMITHJONES',
      last_parts: ['SMITH', 'JONES'],
    })
    expect(name('Van der Berg', 'Ann').last_parts).toEqual(['BERG'])
  })

  test('does not lose a last name that reads like a title', () => {
    expect(name('Do', 'Kim').last).toBe('DO')
  })

  test('is the same when made comparable twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (last, first) => {
        const once = name(last, first)
        expect(name(once.last, once.first).last).toBe(once.last)
      }),
    )
  })
})

describe('whole names in one column', () => {
  test('split at the comma, or before the last word', () => {
    expect(parseLastFirst('Evans, Timothy Kang')).toEqual({
      last: 'Evans',
      first: 'Timothy',
      middle: 'Kang',
      suffix: null,
    })
    expect(parseFirstLast('JOHN Q PUBLIC JR MD')).toEqual({
      last: 'PUBLIC',
      first: 'JOHN',
      middle: 'Q',
      suffix: 'JR',
    })
    expect(parseFirstLast('Mary Ann van der Voort, MD')).toEqual({
      last: 'van der Voort',
      first: 'Mary',
      middle: 'Ann',
      suffix: null,
    })
    expect(parseFirstLast('Dr. Ada Example')).toMatchObject({ first: 'Ada', last: 'Example' })
    expect(parseFirstLast('Dr. Example')).toBeNull()
    expect(parseLastFirst('Evans')).toBeNull()
    expect(parseFirstLast('MADONNA')).toBeNull()
  })
})

test('an organization is the same with and without its legal form', () => {
  expect(normalOrganization('The Quest Ketamine Therapies, P.L.L.C.')).toBe(
    normalOrganization('QUEST KETAMINE THERAPIES'),
  )
  expect(normalOrganization('Company LLC')).not.toBe('')
})
