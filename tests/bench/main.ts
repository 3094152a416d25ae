/**
 * The benchmarks: `npm run bench -- search assess ranking bits registry http start lighthouse`, all of
 * them without a name. After `search`, numbers pick sizes: `search 3000`. After `lighthouse` alone,
 * a number is how often each page is run and addresses pick pages: `lighthouse 5 /plan`.
 */

import { benchAssessments } from './assess.ts'
import { benchBits } from './bits.ts'
import { benchHttp } from './http.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchRanking } from './ranking.ts'
import { benchRegistry } from './registry.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start.ts'

const words = process.argv.slice(2)
const paths = words.filter((word) => word.startsWith('/'))
const sizes = words.map(Number).filter(Number.isFinite)
const sections: Record<string, () => void | Promise<void>> = {
  assess: benchAssessments,
  ranking: benchRanking,
  bits: benchBits,
  search: () => benchSearch(sizes),
  registry: () => benchRegistry(sizes),
  http: benchHttp,
  start: benchStart,
  lighthouse: () => benchLighthouse(named.length === 1 ? (sizes[0] ?? 1) : 1, paths),
}
const named = words.filter((word) => !Number.isFinite(Number(word)) && !word.startsWith('/'))
const misnamed = named.find((word) => !(word in sections))
if (misnamed) {
  process.stderr.write(`no section ${misnamed}; there are ${Object.keys(sections).join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const name of named.length > 0 ? named : Object.keys(sections)) await sections[name]?.()
}
