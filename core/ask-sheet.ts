/** One provider's consult sheet: the case it is about, the assessment behind it and the questions. */

import type { ConsultItem } from './ask.ts'
import { consultSheet } from './ask.ts'
import type { Scored } from './assess.ts'
import { assessRecord } from './assess.ts'
import type { Finding } from './assessment-input.ts'
import { summarizeCase, summaryOf } from './case-summary.ts'
import type { CaseSummary, Context } from './listing.ts'
import { byShown } from './profile.ts'
import type { Case, ProviderRecord } from './provider.ts'
import { caseId, casesOf, isClosed } from './provider.ts'

export type AskSheet = {
  provider: string
  name: string
  closed: boolean
  /** The kind of care that the questions are about; null when no source names one. */
  case: { id: string; label: string } | null
  items: ConsultItem[]
}

/**
 * The case to speak about: the wanted one where the provider offers it, else the one that its page
 * shows first, judged by public evidence alone so that it does not change with one's own answers.
 */
export function shownCase(
  record: ProviderRecord,
  wanted: string | null,
  context: Context,
): Case | null {
  const offered = casesOf(record)
  const asked = offered.find((of) => caseId(of) === wanted)
  if (asked) return asked
  const [first] = offered
    .map((of) => ({ of, summary: summaryOf(record, of, context) }))
    .sort((one, other) => byShown(one.summary, other.summary))
  return first?.of ?? null
}

export type Assessed = { of: Case; summary: CaseSummary; scored: Scored | null }

/** A provider's shown case, assessed; `findings` may hold more than the record does. */
export function assessShown(
  record: ProviderRecord,
  of: Case,
  context: Context,
  findings?: readonly Finding[],
): Assessed {
  const { prepared, today, state } = context
  const assessment = assessRecord(record, of, prepared, today, state, findings)
  return {
    of,
    summary: summarizeCase(record, of, assessment, prepared),
    scored: assessment.status === 'scored' ? assessment : null,
  }
}

/** The sheet of a provider; no questions for a closed one or where nothing says what it offers. */
export function askSheet(
  record: ProviderRecord,
  assessed: Assessed | null,
  { prepared }: Context,
): AskSheet {
  const { id, name } = record
  const closed = isClosed(record)
  if (assessed === null) return { provider: id, name, closed, case: null, items: [] }
  const { summary, scored } = assessed
  const items = scored === null ? [] : consultSheet(scored, prepared)
  return { provider: id, name, closed, case: { id: summary.id, label: summary.label }, items }
}

/** Said where care was asked for that no source says is given, and other care is shown. */
export function notGivenInWords(name: string, asked: string, shown: string): string {
  return `No source says that ${name} gives this kind of care: ${asked}. So you see another here: ${shown}, of which the most is known.`
}
