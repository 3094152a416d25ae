/**
 * Chance that repeats: seeded streams of numbers, the same on every engine and machine.
 * The generator is xoshiro128** 1.1 (Blackman and Vigna, public domain), period 2^128 - 1. Only
 * integer steps and correctly rounded operations are used. `Math.log` and `Math.exp` may differ in
 * the last bit between engines, so both are computed here (fdlibm's reductions and polynomials).
 */

/** A source of chance. `uniform` is in (0, 1), never 0 or 1; `normal` has mean 0, variance 1. */
export type Stream = { uniform: () => number; normal: () => number }

/** Where a stream stands: four words, never all 0. */
export type StreamState = Int32Array

const bits = new DataView(new ArrayBuffer(8))
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** Natural logarithm of a positive, normal number, the same bits on every engine (fdlibm). */
export function exactLog(value: number): number {
  bits.setFloat64(0, value)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  const mantissa = high & 0xfffff
  const carry = (mantissa + 0x95f64) & 0x100000
  bits.setUint32(0, mantissa | (carry ^ 0x3ff00000))
  exponent += carry >>> 20
  const f = bits.getFloat64(0) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  const tail = s * (half + even + odd) + exponent * LN2_LOW
  return exponent * LN2_HIGH - (half - tail - f)
}

/** e to the power of a number; from -700 (0 below it) to 700, the same bits on every engine (fdlibm). */
export function exactExp(value: number): number {
  if (value < -700) return 0
  const k = Math.round(value / Math.LN2)
  const high = value - k * LN2_HIGH
  const low = k * LN2_LOW
  const x = high - low
  const t = x * x
  const c =
    x -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const y = 1 - (low - (x * c) / (2 - c) - high)
  bits.setUint32(0, (k + 1023) << 20)
  bits.setUint32(4, 0)
  return y * bits.getFloat64(0)
}

/** FNV-1a over UTF-16 units from a basis, then the finisher of MurmurHash3. */
function hash(text: string, basis: number): number {
  let h = basis
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The start of a stream of its own for each name; equal (seed, name) start alike. */
export function startOf(seed: number, name: string): StreamState {
  const text = `${seed}|${name}`
  const bases = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0xf39cc060]
  const state = Int32Array.from(bases, (basis) => hash(text, basis))
  // All zero is the one state that xoshiro cannot leave.
  state[0] = (state[0] as number) | 1
  return state
}

/**
 * Fills a buffer with the next uniforms and moves the state on. The state is held in locals while
 * it runs: this is the hot loop of every ranking.
 */
export function fillUniforms(state: StreamState, buffer: Float64Array): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  for (let at = 0; at < buffer.length; at += 1) {
    const five = Math.imul(b, 5)
    const word = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    buffer[at] = (word + 0.5) / 4294967296
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/**
 * Adds `scale × factors[i] × uniform` to each number of `sums`, with the next uniforms of the state:
 * the same numbers as `fillUniforms`, without a buffer between.
 */
export function addUniforms(
  state: StreamState,
  sums: Float64Array,
  factors: Float64Array,
  scale: number,
): void {
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  const step = scale / 4294967296
  for (let at = 0; at < sums.length; at += 1) {
    const five = Math.imul(b, 5)
    const word = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    sums[at] = (sums[at] as number) + (factors[at] as number) * ((word + 0.5) * step)
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/** How many uniforms a stream makes in one go. */
const BLOCK = 256

/** One number after another of the stream that starts at (seed, name). */
export function streamOf(seed: number, name: string): Stream {
  const state = startOf(seed, name)
  const block = new Float64Array(BLOCK)
  let next = BLOCK
  let spare: number | null = null

  function uniform(): number {
    if (next === BLOCK) {
      fillUniforms(state, block)
      next = 0
    }
    const value = block[next] as number
    next += 1
    return value
  }

  /** Marsaglia's polar method: two normals from one accepted point of the unit disk. */
  function normal(): number {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const s = x * x + y * y
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * exactLog(s)) / s)
      spare = y * factor
      return x * factor
    }
  }

  return { uniform, normal }
}

/** A draw of Gamma(shape, 1), shape above 0: Marsaglia and Tsang (2000), as SCORING 12 states it. */
export function gamma(shape: number, stream: Stream): number {
  if (shape < 1) {
    const larger = gamma(shape + 1, stream)
    return larger * exactExp(exactLog(stream.uniform()) / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = stream.normal()
    const base = 1 + c * x
    if (base <= 0) continue
    const v = base * base * base
    const u = stream.uniform()
    // Their squeeze: inside it the test below always holds, so two logarithms are saved.
    if (u < 1 - 0.0331 * x * x * x * x) return d * v
    if (exactLog(u) < (x * x) / 2 + d - d * v + d * exactLog(v)) return d * v
  }
}
