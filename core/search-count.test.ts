import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsFor, setBit } from './bits.ts'
import { countShared, press } from './search-count.ts'

const members = fc.uniqueArray(fc.integer({ min: 0, max: 1599 }), { maxLength: 1600, size: 'max' })

function bitsOf(list: readonly number[]) {
  const bits = bitsFor(1600)
  for (const member of list) setBit(bits, member)
  return bits
}

test('counting what two sets share agrees with counting one by one', () => {
  fc.assert(
    fc.property(members, members, (one, other) => {
      const shared = one.filter((member) => other.includes(member)).length
      expect(countShared(press(bitsOf(one)), bitsOf(other))).toBe(shared)
    }),
  )
})

test('full sets share every member', () => {
  const full = bitsOf(Array.from({ length: 1600 }, (_, at) => at))
  expect(countShared(press(full), full)).toBe(1600)
})
