/**
 * One assessed case in short: points, letter or the reasons why there is none, caps, red flags and
 * the four boxes.
 */

import type { Assessment, Scored } from './assess.ts'
import { assessRecord } from './assess.ts'
import type { Finding } from './assessment-input.ts'
import { dateInWords } from './calendar.ts'
import type { CriterionResult } from './criterion-value.ts'
import type { BoxSummary, CapSummary, CaseSummary, Context, FlagSummary } from './listing.ts'
import { inData } from './points.ts'
import type { Case, ProviderRecord } from './provider.ts'
import { caseId, hasEnded } from './provider.ts'
import type { PreparedRubric } from './rubric.ts'
import { caseLabel } from './rubric.ts'

function boxesOf(scored: Scored, prepared: PreparedRubric): BoxSummary[] {
  return prepared.rubric.headline_boxes.map((box) => {
    const own = scored.criteria.filter((entry) => box.pillars.includes(entry.pillar))
    const sum = (points: (entry: CriterionResult) => number) =>
      inData(own.reduce((total, entry) => total + points(entry), 0))
    return {
      id: box.id,
      name: box.name,
      of: sum((entry) => entry.share),
      low: sum((entry) => entry.share * entry.value[0]),
      stated: sum((entry) => entry.share * entry.face),
      high: sum((entry) => entry.share * entry.value[1]),
      answered: own.filter((entry) => entry.covered).length,
      criteria: own.length,
      verdicts: own.map(({ criterion, verdict, gate }) => ({
        criterion,
        short_label: labelOf(criterion, prepared),
        verdict,
        is_gate: gate !== null,
      })),
    }
  })
}

/** A criterion's short label; its id where the rubric does not know it (a ceiling, say). */
export function labelOf(id: string, prepared: PreparedRubric): string {
  return prepared.criterionById.get(id)?.criterion.short_label ?? id
}

/** Why there is no letter, one sentence for each reason of the assessment (SCORING 7). */
function noLetterSentences(scored: Scored, record: ProviderRecord, prepared: PreparedRubric) {
  const { overall_min_percent, core_min_percent } = prepared.rubric.coverage_rules
  return scored.no_letter_reasons.map((reason) => {
    if (reason === 'closed') {
      const since = record.status.since
      return since === null ? 'Closed.' : `Closed since ${dateInWords(since)}.`
    }
    if (reason === 'coverage') {
      const percent = Math.floor(scored.coverage)
      return `Public sources answer ${percent}% of the points; a letter needs ${overall_min_percent}%.`
    }
    const [kind, id = ''] = reason.split(':')
    if (kind === 'gate') return `Not settled by a record: ${labelOf(id, prepared)}.`
    const pillar = prepared.rubric.pillars.find((entry) => entry.id === id)
    return `Less than ${core_min_percent}% of "${pillar?.name ?? id}" is answered.`
  })
}

function flagsOf(ids: readonly string[], prepared: PreparedRubric): FlagSummary[] {
  return prepared.rubric.red_flags
    .filter((flag) => ids.includes(flag.id))
    .map(({ id, severity, text, criteria }) => ({ id, severity, text, criteria }))
}

function capsOf(scored: Scored, prepared: PreparedRubric): CapSummary[] {
  return scored.caps.map((cap) => {
    const ceiling = prepared.rubric.ceilings.find((entry) => entry.id === cap.id)
    return { ...cap, label: ceiling?.reason ?? labelOf(cap.id, prepared) }
  })
}

/** The oldest day among the findings in use, and how many of those carry no day (SCORING 10). */
function ageOf(scored: Scored): Pick<CaseSummary, 'oldest_on' | 'undated'> {
  const used = scored.criteria
    .flatMap((entry) => entry.readings)
    .filter((reading) => reading.set_aside === null)
  const days = used.flatMap(({ dating, finding }) =>
    dating.observedDay === null || finding.observed_on === null ? [] : [finding.observed_on],
  )
  return { oldest_on: days.sort()[0] ?? null, undated: used.length - days.length }
}

/** The short form of one assessed case. */
export function summarizeCase(
  record: ProviderRecord,
  of: Case,
  assessment: Assessment,
  prepared: PreparedRubric,
): CaseSummary {
  const head = {
    ...of,
    id: caseId(of),
    label: caseLabel(prepared, of),
    ended: hasEnded(record, of),
  }
  if (assessment.status === 'rejected') {
    throw new RangeError(`${record.id}, ${head.id}: ${assessment.reason}, ${assessment.detail}`)
  }
  if (assessment.status === 'not_scored') {
    return {
      ...head,
      status: 'not_scored',
      low: null,
      stated: null,
      high: null,
      coverage: null,
      confirmed_grade: null,
      possible_grade: null,
      letter_shown: false,
      no_letter: [assessment.text],
      caps: [],
      red_flags: flagsOf(assessment.red_flags, prepared),
      boxes: [],
      next_question: null,
      oldest_on: null,
      undated: 0,
    }
  }
  const next = prepared.criterionById.get(assessment.next_question ?? '')?.criterion
  return {
    ...head,
    status: 'scored',
    low: inData(assessment.low),
    stated: inData(assessment.stated),
    high: inData(assessment.high),
    coverage: inData(assessment.coverage),
    confirmed_grade: assessment.confirmed_grade,
    possible_grade: assessment.possible_grade,
    letter_shown: assessment.letter_shown,
    no_letter: noLetterSentences(assessment, record, prepared),
    caps: capsOf(assessment, prepared),
    red_flags: flagsOf(assessment.red_flags, prepared),
    boxes: boxesOf(assessment, prepared),
    next_question: next ? { criterion: next.id, ask: next.ask } : null,
    ...ageOf(assessment),
  }
}

/** Assesses a case and sums it up; `findings` may hold more than the record does. */
export function summaryOf(
  record: ProviderRecord,
  of: Case,
  context: Context,
  findings?: readonly Finding[],
): CaseSummary {
  const { prepared, today, state } = context
  const assessment = assessRecord(record, of, prepared, today, state, findings)
  return summarizeCase(record, of, assessment, prepared)
}
