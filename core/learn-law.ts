/**
 * Legal entries whose date is near or past, in words for a reader: what changes, when, and what it
 * means for someone who looks for care in that setting.
 */

import type { IsoDate } from './calendar.ts'
import { dateInWords, daysBetween } from './calendar.ts'
import { LAW_NOTICE_DAYS } from './profile.ts'
import type { HardDate, LegalStatus, PreparedRubric, RubricSource } from './rubric.ts'
import type { Setting } from './vocabulary.ts'

export type LawNotice = {
  id: string
  topic: string
  date: IsoDate
  /** The date itself is the last day on which the rule holds. */
  past: boolean
  settings: Setting[]
  title: string
  sentences: string[]
  review_by: IsoDate
  sources: RubricSource[]
}

type Words = { title: string; sentences: string[] }

function countdown(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** The federal rule on prescribing by telemedicine, before and after its last day. */
function telemedicineWords(date: IsoDate, days: number): Words {
  const day = dateInWords(date)
  if (days < 0) {
    return {
      title: `The federal rule for ketamine by video ended on ${day}.`,
      sentences: [
        'It let clinicians prescribe ketamine for home use without a visit first. We have not yet confirmed which rule holds now.',
        'What it means for you: you may need a visit in person before you can start or go on. Ask the provider which rule it works under, and ask before you pay.',
        'Until this is clear, what we hold about live evaluation, physical checks and home safety counts less for home care.',
      ],
    }
  }
  return {
    title: `A federal rule for ketamine by video ends ${countdown(days)}, on ${day}.`,
    sentences: [
      'It lets clinicians prescribe ketamine for home use without a visit first. If nothing takes its place, you will need at least one visit in person, with few exceptions.',
      `What it means for you: ask a home provider what happens to your care after ${day}, and where a visit would be. Think twice before you pay for months beyond that day.`,
    ],
  }
}

function plainWords(entry: LegalStatus, date: IsoDate, days: number): Words {
  const when = days < 0 ? 'has passed' : `comes ${countdown(days)}`
  return {
    title: `${entry.topic}: a legal date ${when} (${dateInWords(date)}).`,
    sentences: [entry.status, 'What it means for you: ask the provider which rule it works under.'],
  }
}

/** Those of the notices that matter for one of these kinds of care, named by case id. */
export function noticesFor(notices: readonly LawNotice[], caseIds: readonly string[]): LawNotice[] {
  return notices.filter(({ settings }) =>
    caseIds.some((id) => settings.some((setting) => id.endsWith(`-${setting}`))),
  )
}

/** The notices due on a day that matter for one of these kinds of care, named by case id. */
export function lawFor(
  prepared: PreparedRubric,
  today: IsoDate,
  caseIds: readonly string[],
): LawNotice[] {
  return noticesFor(lawNotices(prepared, today), caseIds)
}

/** A notice in one text, for a file or a paper. */
export function lawInWords({ title, sentences }: LawNotice): string {
  return [title, ...sentences].join(' ')
}

const isCleared = ({ cleared_on }: Pick<HardDate['law'], 'cleared_on'>, today: IsoDate) =>
  cleared_on !== null && cleared_on <= today

/** Whether the last day of a rule is past, and nobody has yet confirmed what holds now. */
export function hasRunOut({ hard_date }: LegalStatus, today: IsoDate): boolean {
  return hard_date !== undefined && hard_date.date < today && !isCleared(hard_date, today)
}

/** The notices due on a day, in the rubric's order: dates near or past and not cleared. */
export function lawNotices({ rubric }: PreparedRubric, today: IsoDate): LawNotice[] {
  return rubric.legal_status.flatMap((entry): LawNotice[] => {
    const hard = entry.hard_date
    if (!hard) return []
    const days = daysBetween(today, hard.date)
    if (isCleared(hard, today) || days > LAW_NOTICE_DAYS) return []
    const words =
      entry.id === 'dea-telemedicine'
        ? telemedicineWords(hard.date, days)
        : plainWords(entry, hard.date, days)
    return [
      {
        ...words,
        id: entry.id,
        topic: entry.topic,
        date: hard.date,
        past: days < 0,
        settings: hard.settings,
        review_by: entry.review_by,
        sources: rubric.sources.filter(({ id }) => entry.sources.includes(id)),
      },
    ]
  })
}
