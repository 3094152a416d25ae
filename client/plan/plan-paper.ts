/** The plan on paper: every day, what was written, and room for what was not. */

import { appointmentInWords } from '#core/appointment-words.ts'
import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import type { PlanDay, PlanState } from '#core/plan.ts'
import { dateOfDay, PLAN_DAYS } from '#core/plan.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import type { PdfBlock, PdfPaper } from '../pdf/document.ts'
import { PDF_FOOT } from '../pdf/document.ts'
import type { Material } from './decision.ts'
import { decisionBlocks } from './decision-paper.ts'
import { progressInWords } from './schedule.tsx'

/** Lines to write on by hand where nothing was written. */
const EMPTY_LINES = 4

function written(name: string, text: string): PdfBlock[] {
  const head: PdfBlock = { kind: 'text', tone: 'strong', text: name }
  const body: PdfBlock =
    text.trim() === '' ? { kind: 'lines', count: EMPTY_LINES } : { kind: 'text', text }
  return [head, body]
}

function consults(entries: readonly ShortlistEntry[]): PdfBlock[] {
  const items = entries.map(({ name, appointment }) => {
    if (appointment === null) return `${name}: no day yet`
    const note = appointment.note.trim()
    return `${name}: ${appointmentInWords(appointment)}${note === '' ? '' : `. ${note}`}`
  })
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function extras(day: PlanDay, state: PlanState, list: Shortlist, decided: PdfBlock[]): PdfBlock[] {
  switch (day.tool) {
    case 'goals':
      return [...written('My goals', state.goals), ...written('What may be hard', state.challenges)]
    case 'ask':
      return consults(list.entries)
    case 'decide':
      return [...decided, ...written('My next step', state.next_step)]
    default:
      return []
  }
}

function dayBlocks(
  day: PlanDay,
  state: PlanState,
  list: Shortlist,
  decided: PdfBlock[],
): PdfBlock[] {
  const date = dateOfDay(state, day.day)
  const done = state.done[String(day.day)]
  const facts = [
    date === null ? null : dateInWords(date),
    `About ${day.minutes} minutes`,
    done === undefined ? 'Not done yet' : `Done, marked ${dateInWords(done)}`,
  ].filter((one) => one !== null)
  return [
    { kind: 'heading', level: 2, text: `Day ${day.day}: ${day.title}` },
    { kind: 'text', tone: 'quiet', text: facts.join(' · ') },
    { kind: 'text', text: day.what },
    { kind: 'text', text: `Why: ${day.why}` },
    ...extras(day, state, list, decided),
  ]
}

/** The plan as a paper, with the appointments of the shortlist and what it comes to on day 7. */
export async function planPaper(
  state: PlanState,
  list: Shortlist,
  material: Material | null,
  today: IsoDate,
): Promise<PdfPaper> {
  const decided = await decisionBlocks(list, material, today)
  const title = 'Seven-day starter plan'
  return {
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: progressInWords(state) },
      ...PLAN_DAYS.flatMap((day) => dayBlocks(day, state, list, decided)),
    ],
    foot: PDF_FOOT,
  }
}
