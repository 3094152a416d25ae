/** Board actions as events: shown with their stage and the response, never scored. */

import type { DisciplineItem, LicenseRow } from './registry-rows.ts'
import { actionWords } from './registry-rows.ts'
import type { EventKind, EventStage, EventSubject } from './vocabulary.ts'

/** An event as the provider record keeps it, before a source id is given to it. */
export type RegistryEvent = {
  kind: EventKind
  stage: EventStage
  date: string | null
  subject: EventSubject
  summary: string
  response: null
}

const STAGE_OF: Record<DisciplineItem['kind'], EventStage | null> = {
  order: 'ordered',
  allegation: 'filed',
  closed_allegation: 'dismissed',
  // A bare yes in a column says neither what nor when: nothing to tell.
  unspecified: null,
}

function summaryOf(stage: EventStage, board: string): string {
  if (stage === 'filed') return `${board} made an allegation, which is not a finding of fault`
  return stage === 'dismissed'
    ? `${board} withdrew or dismissed an allegation`
    : `${board} took an action`
}

/** What a board did or alleged, as events to show with their stage; they are never scored. */
export function disciplineEvents(row: LicenseRow, board: string): RegistryEvent[] {
  return row.discipline.flatMap((item) => {
    const stage = STAGE_OF[item.kind]
    if (stage === null) return []
    const subject = row.business_name === null ? 'clinician' : 'company'
    const summary = `${summaryOf(stage, board)}: "${actionWords(item)}".`
    return [{ kind: 'license_action', stage, date: item.on, subject, summary, response: null }]
  })
}
