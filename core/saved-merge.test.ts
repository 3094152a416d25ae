import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothNotes, changeOf } from '#core/saved-merge.ts'

test('two changes of one note are both taken, and nothing stands twice', () => {
  const base = 'Kind. Asked about price.'
  expect(bothNotes('Very kind. Asked about price.', 'Kind. Asked about the price.', base)).toBe(
    'Very kind. Asked about the price.',
  )
  expect(bothNotes(`${base} No reply.`, `Call: ${base}`, base)).toBe(`Call: ${base} No reply.`)
  expect(bothNotes('one two', 'one three', 'one ')).toBe('one twothree')
})

test('changes of the same words, or without a common past, stand one below the other', () => {
  expect(bothNotes('price 300', 'price 400', 'price 200')).toBe('price 300\n\nprice 400')
  expect(bothNotes('one', 'other')).toBe('one\n\nother')
})

test('one change makes the second text of the first', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { from, to, text } = changeOf(before, after)
      expect(before.slice(0, from) + text + before.slice(to)).toBe(after)
    }),
  )
})

test('both sides come to the same note, and what either put in is in it', () => {
  const places = fc.tuple(fc.nat(), fc.stringMatching(/^[xy]+$/))
  fc.assert(
    fc.property(fc.stringMatching(/^[abc]+$/), places, places, (base, mine, theirs) => {
      const put = ([at, text]: typeof mine) => {
        const place = at % (base.length + 1)
        return base.slice(0, place) + text + base.slice(place)
      }
      const merged = bothNotes(put(mine), put(theirs), base)
      expect(merged).toBe(bothNotes(put(theirs), put(mine), base))
      for (const [, text] of [mine, theirs]) expect(merged).toContain(text)
    }),
  )
})
