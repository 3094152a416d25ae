/** What the home page counts, record by record, so that a changed record is counted again alone. */

import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { summaryOf } from '#core/case-summary.ts'
import type { HomeData } from '#core/page-data.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { caseId, casesOf, hasEnded } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { countStatuses } from '#core/status-words.ts'
import type { ProviderStatus } from '#core/vocabulary.ts'

export type RecordFigures = {
  status: ProviderStatus
  has_price: boolean
  has_letter: boolean
  findings: number
  sources: number
  /** Ids of the cases that have not ended. */
  cases: string[]
}

/** The figures of one record as of a day. */
export function recordFigures(
  record: ProviderRecord,
  prepared: PreparedRubric,
  today: IsoDate,
): RecordFigures {
  const context = { prepared, today, state: null, plan: DEFAULT_CARE_PLAN }
  const current = casesOf(record).filter((of) => !hasEnded(record, of))
  return {
    status: record.status.value,
    has_price: record.prices.length > 0,
    has_letter: current.some((of) => summaryOf(record, of, context).letter_shown),
    findings: record.findings.length,
    sources: record.sources.length,
    cases: current.map(caseId),
  }
}

/** The sums over all records; closed providers count as records but offer no case. */
export function homeFigures(
  figures: Iterable<RecordFigures>,
  prepared: PreparedRubric,
): Pick<HomeData, 'providers' | 'statuses' | 'cases' | 'counts'> {
  const all = [...figures]
  const sum = (of: (one: RecordFigures) => number) => all.reduce((total, one) => total + of(one), 0)
  const left = all.filter(({ status }) => status !== 'closed')
  return {
    providers: all.length,
    statuses: countStatuses(all.map(({ status }) => status)),
    cases: prepared.rubric.cases.map(({ id, label }) => ({
      id,
      label,
      count: left.filter(({ cases }) => cases.includes(id)).length,
    })),
    counts: {
      with_price: left.filter(({ has_price }) => has_price).length,
      with_letter: left.filter(({ has_letter }) => has_letter).length,
      findings: sum(({ findings }) => findings),
      sources: sum(({ sources }) => sources),
    },
  }
}
