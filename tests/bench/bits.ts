/** Counting what two sets share, the step that search repeats most: ours beside typedfastbitset. */

import { TypedFastBitSet } from 'typedfastbitset'
import { bitsFor, setBit } from '../../core/bits.ts'
import { countShared, press } from '../../core/search-count.ts'
import { drawOf } from './generate.ts'
import { printTable, rounded } from './measure.ts'

const OPTIONS = 200

function nanoseconds(calls: number, call: () => void): number {
  call()
  const start = process.cpuUsage()
  for (let at = 0; at < calls; at++) call()
  const { user, system } = process.cpuUsage(start)
  return ((user + system) * 1000) / (calls * OPTIONS)
}

/** Nanoseconds to count one option against a result, at several sizes and fillings. */
export function benchBits(): void {
  const rows: string[][] = []
  for (const size of [3000, 100_000, 1_000_000]) {
    for (const share of [0.5, 0.001]) {
      const draw = drawOf(1, `${size} ${share}`)
      const members = (chance: number) =>
        Array.from({ length: size }, (_, at) => at).filter(() => draw.chance(chance))
      const result = members(share)
      const option = members(0.2)
      const ours = [result, option].map((list) => {
        const bits = bitsFor(size)
        for (const member of list) setBit(bits, member)
        return bits
      }) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>]
      const pressed = press(ours[0])
      const theirs = [result, option].map((list) => new TypedFastBitSet(list)) as [
        TypedFastBitSet,
        TypedFastBitSet,
      ]
      let sum = 0
      const calls = Math.ceil(20_000_000 / size)
      const own = nanoseconds(calls, () => {
        for (let at = 0; at < OPTIONS; at++) sum += countShared(pressed, ours[1])
      })
      const other = nanoseconds(calls, () => {
        for (let at = 0; at < OPTIONS; at++) sum -= theirs[0].intersection_size(theirs[1])
      })
      if (sum !== 0) throw new Error(`the two sets count differently by ${sum}`)
      rows.push([
        `${size}, ${share * 100} % set`,
        rounded(own),
        rounded(other),
        `${rounded(other / own)}x`,
      ])
    }
  }
  printTable(['one option of', 'ours ns', 'typedfastbitset ns', 'ratio'], rows)
}
