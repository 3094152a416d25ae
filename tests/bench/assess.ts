/** How many assessments a second one core makes of the real records' cases. */

import { assess, findingsOf } from '../../core/assess.ts'
import { casesOf } from '../../core/provider.ts'
import { printTable, rounded } from './measure.ts'
import { BENCH_DAY, readTemplates } from './templates.ts'

const SECONDS = 3

/** Assesses every real case again and again, as the catalog does; findings are joined beforehand. */
export function benchAssessments(): void {
  const { records, prepared } = readTemplates()
  const inputs = records.flatMap((record) => {
    const findings = findingsOf(record)
    return casesOf(record).map((of) => ({
      ...of,
      state: null,
      asOf: BENCH_DAY,
      findings,
      provider_status: record.status.value,
    }))
  })
  const round = () => {
    for (const input of inputs) assess(input, prepared)
  }
  for (let warm = 0; warm < 50; warm++) round()
  const wall = performance.now()
  const cpu = process.cpuUsage()
  let rounds = 0
  for (; performance.now() - wall < SECONDS * 1000; rounds++) round()
  const seconds = (performance.now() - wall) / 1000
  const used = process.cpuUsage(cpu)
  const made = rounds * inputs.length
  const perCpuSecond = made / ((used.user + used.system) / 1e6)
  printTable(
    ['assessments', 'a second', 'a CPU second'],
    [[`${inputs.length} real cases`, rounded(made / seconds), rounded(perCpuSecond)]],
  )
}
