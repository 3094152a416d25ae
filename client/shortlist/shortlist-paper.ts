/** The shortlist as a paper, in the words and the order of the screen. */

import { appointmentInWords } from '#core/appointment-words.ts'
import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import { lawFor } from '#core/learn-law.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { answersAbout, answersOffList, ENTRY_STATUS_WORDS } from '#core/shortlist.ts'
import { statusInWords } from '#core/status-since.ts'
import { statusSource, unscoredInWords } from '#core/status-words.ts'
import type { PdfBlock, PdfPaper } from '../pdf/document.ts'
import { PDF_FOOT } from '../pdf/document.ts'
import {
  answerInWords,
  costFacts,
  FAILED_WORDS,
  GONE_WORDS,
  narrowingInWords,
  pointsFacts,
  priceSources,
  recordInWords,
  sourceInWords,
} from './entry-words.ts'
import type { EntryFacts, Found } from './facts.ts'

export type PaperInput = {
  list: Shortlist
  facts: ReadonlyMap<string, EntryFacts>
  found: ReadonlyMap<string, Found>
  prepared: PreparedRubric
  today: IsoDate
  /** Whether the figures count what the person was told. */
  with_answers: boolean
  /** Of the site that made it, for addresses that work on paper. */
  origin: string
}

function figureBlocks(known: EntryFacts, input: PaperInput): PdfBlock[] {
  const { plain, told, cost, record } = known
  const shown = input.with_answers ? (told ?? plain) : plain
  if (plain === null || shown === null) {
    return [{ kind: 'text', text: unscoredInWords(record) }]
  }
  const { red_flags } = shown.summary
  return [
    { kind: 'text', text: shown.summary.label, tone: 'strong' },
    {
      kind: 'facts',
      rows: [...pointsFacts(shown.summary), ...(cost === null ? [] : costFacts(cost))],
    },
    ...(told === null
      ? []
      : [{ kind: 'text' as const, text: narrowingInWords(plain.summary, told.summary) }]),
    ...(red_flags.length === 0
      ? []
      : [{ kind: 'list' as const, items: red_flags.map(({ text }) => `Red flag: ${text}`) }]),
    {
      kind: 'list',
      items: [
        ...(cost === null ? [] : priceSources(cost, record).map((source) => sourceInWords(source))),
        recordInWords(record.id, input.origin),
      ],
    },
  ]
}

/** Whether it is open, and where that was read. */
function statusFact(record: ProviderRecord): [string, string] {
  const source = statusSource(record)
  const where = source === null ? '' : `. ${sourceInWords(source, 'Read')}`
  return ['In the directory', `${statusInWords(record.status)}${where}`]
}

function entryBlocks(entry: ShortlistEntry, input: PaperInput): PdfBlock[] {
  const known = input.facts.get(entry.provider)
  const gone = input.found.get(entry.provider) === 'gone'
  const record = known?.record
  const invented = record?.origin === 'sample' ? ' (invented)' : ''
  const told = answersAbout(input.list, entry.provider)
  const mine: [string, string][] = [
    ['Status', ENTRY_STATUS_WORDS[entry.status]],
    ['Saved', dateInWords(entry.added_on)],
  ]
  if (entry.appointment !== null) {
    mine.push(['Appointment', appointmentInWords(entry.appointment)])
    const note = entry.appointment.note.trim()
    if (note !== '') mine.push(['Note on the appointment', note])
  }
  return [
    {
      kind: 'heading',
      level: 2,
      text: `${entry.order}. ${record?.name ?? entry.name}${invented}`,
    },
    { kind: 'facts', rows: [...(record ? [statusFact(record)] : []), ...mine] },
    ...(known
      ? figureBlocks(known, input)
      : [{ kind: 'text' as const, text: gone ? GONE_WORDS : FAILED_WORDS }]),
    ...(entry.note.trim() === ''
      ? []
      : [{ kind: 'text' as const, text: `My note: ${entry.note}` }]),
    ...(told.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: 'What I was told' },
          {
            kind: 'list' as const,
            items: told.map((answer) => answerInWords(answer, input.prepared)),
          },
        ]),
  ]
}

/** That answers about others are kept, as the screen says. */
function offListBlocks({ list, found }: PaperInput): PdfBlock[] {
  const counts = [...answersOffList(list)].map(([id, count]) => {
    const one = found.get(id)
    return `${typeof one === 'object' ? one.name : id} (${count})`
  })
  if (counts.length === 0) return []
  const text = `Answers about providers that are not on this list are kept, too: ${counts.join(', ')}.`
  return [{ kind: 'text', tone: 'quiet', text }]
}

/** Legal dates that are near or past and matter for the care that was saved. */
function lawBlocks({ facts, prepared, today }: PaperInput): PdfBlock[] {
  const cases = [...facts.values()].flatMap(({ plain }) => plain?.summary.id ?? [])
  return lawFor(prepared, today, cases).flatMap(({ title, sentences }) => [
    { kind: 'heading' as const, level: 2 as const, text: title },
    { kind: 'text' as const, text: sentences.join(' ') },
  ])
}

/** The pages to print or keep: every saved provider, then what all of it rests on. */
export function shortlistPaper(input: PaperInput): PdfPaper {
  const { list, today, with_answers, prepared } = input
  const counted = with_answers ? 'What you were told is counted.' : 'Your answers are not counted.'
  return {
    title: 'My shortlist',
    foot: PDF_FOOT,
    blocks: [
      { kind: 'heading', level: 1, text: 'My shortlist' },
      {
        kind: 'text',
        tone: 'quiet',
        text: `As of ${dateInWords(today)}. Rubric ${prepared.rubric.version}. ${counted}`,
      },
      ...list.entries.flatMap((entry) => entryBlocks(entry, input)),
      ...offListBlocks(input),
      ...lawBlocks(input),
      { kind: 'heading', level: 2, text: 'Please note' },
      { kind: 'text', text: prepared.rubric.disclaimer },
      { kind: 'text', text: 'In crisis? Call or text 988 (Suicide and Crisis Lifeline, US).' },
    ],
  }
}
