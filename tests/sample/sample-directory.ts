/** The invented providers that show every state of a record. */

import { readdirSync, readFileSync } from 'node:fs'
import { assessRecord } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { parseRecord } from '#core/contract/provider.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { casesOf } from '#core/provider.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

/** The sample ages as days pass; it is meant to be looked at on this day. */
export const TODAY = '2026-11-23' as IsoDate
export const FOLDER = 'seeds/sample'
export const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
export const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json') as Rubric)

export const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
export const records = files.map((name): ProviderRecord => {
  const parsed = parseRecord(read(`${FOLDER}/${name}`))
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
  return parsed.record
})

const statesOf = (record: ProviderRecord) => [
  null,
  ...new Set(record.findings.flatMap(({ state }) => (state === null ? [] : [state]))),
]

/** Every assessment that the sample can show: each case, for no state and each state named. */
export const shown = records.flatMap((record) =>
  casesOf(record).flatMap((of) =>
    statesOf(record).map((state) => {
      const assessment = assessRecord(record, of, prepared, TODAY, state)
      if (assessment.status === 'rejected') throw new Error(`${record.id}: ${assessment.detail}`)
      return { record, of, state, assessment }
    }),
  ),
)
export const scored = shown.flatMap(({ assessment, ...rest }) =>
  assessment.status === 'scored' ? [{ ...rest, assessment }] : [],
)

/** Each word once, in order, to compare two sets of words. */
export const sorted = <Word extends string | null>(words: Iterable<Word>) =>
  [...new Set(words)].sort()
