import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addUniforms,
  exactExp,
  exactLog,
  fillUniforms,
  gamma,
  startOf,
  streamOf,
} from '#core/random.ts'

const many = (count: number, draw: () => number) => Array.from({ length: count }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => {
  const middle = mean(values)
  return mean(values.map((value) => (value - middle) ** 2))
}

describe('a stream', () => {
  test('repeats for the same seed and name, to the bit', () => {
    const first = streamOf(20261123, 'near|a')
    expect(many(4, first.uniform)).toMatchInlineSnapshot(`
      [
        0.702810189104639,
        0.7346251137787476,
        0.4708340837387368,
        0.7029698990518227,
      ]
    `)
    const again = streamOf(20261123, 'near|a')
    const other = streamOf(20261123, 'near|b')
    expect(again.uniform()).not.toBe(other.uniform())
  })

  test('adds the same uniforms that it fills a buffer with', () => {
    const filled = new Float64Array(5)
    fillUniforms(startOf(4, 'x'), filled)
    const sums = Float64Array.of(1, 1, 1, 1, 1)
    addUniforms(startOf(4, 'x'), sums, Float64Array.of(1, 2, 0, 1, 1), 10)
    filled.forEach((uniform, at) => {
      expect(sums[at]).toBeCloseTo(1 + 10 * ([1, 2, 0, 1, 1][at] ?? 0) * uniform, 12)
    })
  })

  test('is uniform on the open interval from 0 to 1', () => {
    const values = many(100_000, streamOf(1, 'u').uniform)
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThan(0)
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1)
    expect(mean(values)).toBeCloseTo(0.5, 2)
    expect(variance(values)).toBeCloseTo(1 / 12, 2)
  })

  test('gives normals with mean 0 and variance 1', () => {
    const values = many(100_000, streamOf(2, 'n').normal)
    expect(mean(values)).toBeCloseTo(0, 1)
    expect(variance(values)).toBeCloseTo(1, 1)
  })

  test.each([0.3, 1, 3.2, 8.8])(
    'gives gammas of shape %d with mean and variance equal to it',
    (shape) => {
      const stream = streamOf(3, `g${shape}`)
      const values = many(100_000, () => gamma(shape, stream))
      expect(Math.abs(mean(values) / shape - 1)).toBeLessThan(0.03)
      expect(Math.abs(variance(values) / shape - 1)).toBeLessThan(0.06)
    },
  )
})

describe('the exact functions', () => {
  test('log is within two units in the last place of the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        const mine = exactLog(value)
        const theirs = Math.log(value)
        expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(
          4.5e-16 * Math.max(Math.abs(theirs), 1e-3),
        )
      }),
    )
    expect(exactLog(1)).toBe(0)
  })

  test('exp is within a few units in the last place of the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 0, noNaN: true }), (value) => {
        const theirs = Math.exp(value)
        expect(Math.abs(exactExp(value) - theirs)).toBeLessThanOrEqual(1e-15 * theirs)
      }),
    )
    expect(exactExp(0)).toBe(1)
    expect(exactExp(-1000)).toBe(0)
  })
})
