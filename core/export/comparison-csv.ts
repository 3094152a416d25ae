/** A comparison as a spreadsheet: the rows of the screen, each provider with its sources and days. */

import { dateInWords } from '../calendar.ts'
import type { Cell, Comparison } from '../compare.ts'
import { knownFrom, UNDATED } from '../comparison-cells.ts'
import { countInWords } from '../cost-words.ts'
import { lawInWords } from '../learn-law.ts'
import { csvText } from './csv-text.ts'

const DISCLAIMER =
  'This is not medical advice and does not replace a clinician. If you are in crisis in the US, call or text 988.'

/**
 * What a cell rests on: each address with the day it is known from, or why it does not count; once
 * each. Where no evidence counts, that which was set aside.
 */
function originsOf({ evidence, sources }: Cell): { url: string; day: string }[] {
  const counted = evidence.filter((one) => one.set_aside === null)
  const shown = (counted.length > 0 ? counted : evidence).map((one) => {
    const observed_on = one.set_aside === null ? one.source.observed_on : null
    const day = knownFrom({ observed_on, evidence: [one] }, (known) => known)
    return { url: one.source.url, day }
  })
  const stated = sources.map(({ url, observed_on }) => ({ url, day: observed_on ?? UNDATED }))
  const all = [...shown, ...stated]
  return [...new Map(all.map((one) => [`${one.url} ${one.day}`, one])).values()]
}

function aboutRows(comparison: Comparison): string[][] {
  const { plan } = comparison
  const about: [string, string][] = [
    ['Compared on', dateInWords(comparison.as_of)],
    ['Rubric version', comparison.rubric_version],
    ['Patient state', comparison.state ?? 'none given'],
    ['Kind of care', comparison.case?.label ?? 'each provider its own'],
    [
      'Care plan',
      `${countInWords(plan.first_course_sessions, 'session')} in the first course, then ${plan.maintenance_per_month} a month`,
    ],
    ...comparison.notices.map((notice): [string, string] => ['Notice', notice]),
    ...comparison.law.map((one): [string, string] => ['Legal date', lawInWords(one)]),
    ['Please note', DISCLAIMER],
  ]
  if (comparison.sample) about.unshift(['Invented', 'These providers are invented samples.'])
  return about.map(([label, text]) => ['About', label, '', text])
}

/**
 * The comparison as CSV: one line a row of the table; three columns a provider. Of the
 * last two, line by line, one holds the addresses and the other the day of each.
 */
export function comparisonCsv(comparison: Comparison): string {
  const width = 3 + 3 * comparison.providers.length
  const head = ['Group', 'Row', 'Unit']
  for (const { name, id } of comparison.providers) {
    head.push(name, `${name}: sources (${id})`, `${name}: known from`)
  }
  const body = comparison.groups.flatMap((group) =>
    group.rows.map((row) => {
      const unit = row.cells.find((cell) => cell.unit !== null)?.unit ?? ''
      const cells = row.cells.flatMap((cell) => {
        const origins = originsOf(cell)
        const lines = (key: 'url' | 'day') => origins.map((one) => one[key]).join('\n')
        return [cell.text, lines('url'), lines('day')]
      })
      return [group.name, row.label, unit, ...cells]
    }),
  )
  const padded = aboutRows(comparison).map((row) => [
    ...row,
    ...new Array<string>(width - row.length).fill(''),
  ])
  return csvText([head, ...padded, ...body])
}
