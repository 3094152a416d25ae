import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npiCheckDigit, parseNpi } from './npi.ts'

/** Luhn as the standard words it, over the whole of prefix and number. */
function luhnHolds(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}

const firstNine = fc
  .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/))
  .map(([head, tail]) => head + tail)

describe('an NPI', () => {
  test('is the example that CMS prints, blanks around it allowed', () => {
    expect(parseNpi('1234567893')).toBe('1234567893')
    expect(parseNpi(' 1234567893 ')).toBe('1234567893')
  })

  test('with a wrong check digit, form or first digit is none', () => {
    const wrong = ['1234567890', '0000000000', '123456789', '12345678933', '3234567893', '']
    expect(wrong.map(parseNpi)).toEqual(wrong.map(() => null))
    expect(
      ['1.23457E+09', '1234567893.0', '12345-67893', '１２３４５６７８９３'].map(parseNpi),
    ).toEqual([null, null, null, null])
  })

  test('holds exactly when Luhn holds over 80840 and its digits', () => {
    fc.assert(
      fc.property(firstNine, fc.integer({ min: 0, max: 9 }), (head, last) => {
        const text = `${head}${last}`
        expect(parseNpi(text) !== null).toBe(luhnHolds(`80840${text}`))
      }),
    )
  })

  test('loses its check digit when two unlike neighbors change places, but for 09 and 90', () => {
    fc.assert(
      fc.property(firstNine, fc.integer({ min: 1, max: 7 }), (head, at) => {
        const [one, other] = [head[at], head[at + 1]]
        fc.pre(one !== other && !['09', '90'].includes(`${one}${other}`))
        const swapped = `${head.slice(0, at)}${other}${one}${head.slice(at + 2)}`
        expect(npiCheckDigit(swapped)).not.toBe(npiCheckDigit(head))
      }),
    )
  })

  test('check digit of anything but nine digits is a broken caller', () => {
    expect(() => npiCheckDigit('12345')).toThrow(RangeError)
  })
})
