import fc from 'fast-check'
import { expect, test } from 'vitest'
import { salvaged } from '#core/saved-salvage.ts'

const list = {
  version: 1,
  entries: [
    { a: 'one', b: 1 },
    { a: 'two "2" \\ [', b: 12 },
  ],
  end: 'é\n',
}
const text = JSON.stringify(list)

test('a text that is cut keeps whole fields and the start of the last text', () => {
  expect(salvaged(text.slice(0, text.indexOf('two') + 2))).toEqual({
    version: 1,
    entries: [{ a: 'one', b: 1 }, { a: 'tw' }],
  })
  // Half a number is another number, so it is left out.
  expect(salvaged(text.slice(0, text.indexOf('12') + 1))).toEqual({
    version: 1,
    entries: [{ a: 'one', b: 1 }, { a: 'two "2" \\ [' }],
  })
})

test('a text that is damaged in the middle keeps what stands before', () => {
  const damaged = text.replace('"two', '\u0000two')
  expect(salvaged(damaged)).toEqual({ version: 1, entries: [{ a: 'one', b: 1 }, {}] })
})

test.each(['', 'x', '}', '"a', ',', '{"a":"\\u00', '\\'])('%j does no harm', (broken) => {
  expect(() => salvaged(broken)).not.toThrow()
})

test('however a text is cut, each text in it is a whole one or the start of one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (all, at) => {
        const whole = JSON.stringify({ all })
        const kept = salvaged(whole.slice(0, 1 + (at % whole.length))) as { all?: string[] }
        const texts = kept.all ?? []
        texts.forEach((one, place) => {
          const start = all[place]?.slice(0, one.length) ?? ''
          expect(one).toBe(place < texts.length - 1 ? all[place] : start)
        })
      },
    ),
  )
})
