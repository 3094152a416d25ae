/** Reads an NPI main file and prints what that took: `read-nppes.ts FILE [FILE OF KNOWN NPIS]`. */

import { readFileSync } from 'node:fs'
import { keepKnown } from '../../server/registries/nppes-keep.ts'
import { openNpiFile } from '../../server/registries/nppes-main.ts'

/** `cpu` is processor time in seconds; `rss_mb` the most memory that the process held. */
export type ReadFigures = {
  read: number
  kept: number
  refused: number
  seconds: number
  cpu: number
  rss_mb: number
}

const [, , path = '', known] = process.argv
const keep =
  known === undefined ? null : keepKnown(new Set(readFileSync(known, 'utf8').split('\n')))
const before = process.cpuUsage()
const start = performance.now()
const figures: ReadFigures = { read: 0, kept: 0, refused: 0, seconds: 0, cpu: 0, rss_mb: 0 }
const { batches } = await openNpiFile(path, keep)
for await (const { rows, refusals, read } of batches) {
  figures.read = read
  figures.kept += rows.length
  figures.refused += refusals.length
}
figures.seconds = (performance.now() - start) / 1000
const used = process.cpuUsage(before)
figures.cpu = (used.user + used.system) / 1e6
// The kernel counts in units of 1024 bytes.
figures.rss_mb = (process.resourceUsage().maxRSS * 1024) / 1e6
process.stdout.write(JSON.stringify(figures))
