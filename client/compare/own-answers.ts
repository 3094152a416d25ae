/** A record with what this person was told added to what public sources say. */

import type { Answer } from '#core/answers.ts'
import type { Comparison } from '#core/compare.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { sourcedAnswers } from '#core/told-findings.ts'
import { isToldSource } from '#core/told-source.ts'

/** The answers about one provider that count as findings of the record, with their sources. */
export function withOwnAnswers(
  record: ProviderRecord,
  answers: readonly Answer[],
  prepared: PreparedRubric,
): ProviderRecord {
  const own = sourcedAnswers(
    answers.filter(({ provider }) => provider === record.id),
    prepared,
  )
  if (own.length === 0) return record
  const known = new Map(own.map(({ source }) => [source.id, source]))
  return {
    ...record,
    sources: [...record.sources, ...known.values()],
    findings: [...record.findings, ...own.map(({ said }) => said)],
  }
}

/** How many answers of this person's count in a table: not those on other care, or on nothing there. */
export function answersIn({ groups }: Pick<Comparison, 'groups'>): number {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const readings = cells.flatMap(({ evidence }) => evidence)
  return readings.filter((one) => one.set_aside === null && isToldSource(one.source)).length
}
