/**
 * The shortlist as a spreadsheet, one line for each figure or statement: whose, what, the value
 * with its unit, in whose words, from where and of which day. Money is in dollars as plain numbers,
 * so that a spreadsheet can add it up. UTF-8 with a byte order mark, and no cell runs as a formula.
 */

import type { Answer } from '../answers.ts'
import { ANSWER_LEVEL_WORDS, ANSWER_WAY_WORDS } from '../answers.ts'
import type { IsoDate } from '../calendar.ts'
import { sumUpLetter } from '../case-words.ts'
import { UNDATED } from '../comparison-cells.ts'
import type { Cost } from '../cost.ts'
import { appliesTo } from '../cost-lines.ts'
import { lawFor, lawInWords } from '../learn-law.ts'
import type { CaseSummary } from '../listing.ts'
import { onScreen } from '../points.ts'
import type { Case, ProviderRecord } from '../provider.ts'
import type { PreparedRubric } from '../rubric.ts'
import type { Shortlist, ShortlistEntry } from '../shortlist.ts'
import { answersAbout, ENTRY_STATUS_WORDS } from '../shortlist.ts'
import { statusInWords } from '../status-since.ts'
import { statusSource } from '../status-words.ts'
import { csvText } from './csv-text.ts'
import type { Statement } from './shortlist-costs.ts'
import { costStatements } from './shortlist-costs.ts'

/** What the directory says about a saved provider on the day of the export. */
export type ShortlistFacts = {
  record: ProviderRecord
  /** With the person's answers or without, as `with_answers` of the export says. */
  summary: CaseSummary | null
  /** Percent of the points that public sources answer; null where nothing is scored. */
  public_coverage: number | null
  /** The same with what the person was told; null without such answers. */
  told_coverage: number | null
  cost: Cost | null
}

export type ShortlistExport = {
  list: Shortlist
  /** By provider id; a provider that is missing is no longer in the directory. */
  facts: ReadonlyMap<string, ShortlistFacts>
  as_of: IsoDate
  /** Whether the points in `facts` count what the person was told. */
  with_answers: boolean
  /** Of the site that makes it, for addresses that work in a file. */
  origin: string
}

const HEAD = [
  'Place',
  'Provider',
  'Record',
  'Item',
  'Value',
  'Unit',
  'In whose words',
  'Source',
  'Source date',
]

const MINE = 'My own note'

function ownStatements(entry: ShortlistEntry): Statement[] {
  const mine = (item: string, value: string, day: string): Statement => [
    item,
    value,
    '',
    MINE,
    '',
    day,
  ]
  const { appointment, note, status, added_on } = entry
  const when = appointment && [appointment.day, appointment.time ?? 'all day'].join(' ')
  return [
    mine('Saved on', added_on, added_on),
    mine('Status', ENTRY_STATUS_WORDS[status], ''),
    ...(note === '' ? [] : [mine('Note', note, '')]),
    ...(when === null ? [] : [mine('Appointment', when, '')]),
    ...(appointment === null || appointment.note === ''
      ? []
      : [mine('Note on the appointment', appointment.note, '')]),
  ]
}

const PUBLIC = 'Touchstone, from public sources'
const TOLD = `${PUBLIC}, counting what I was told`

/** How much is answered, by public sources and with one's own answers, each a line of its own. */
function coverageStatements(facts: ShortlistFacts, page: string, asOf: IsoDate): Statement[] {
  const { public_coverage: by_sources, told_coverage: with_mine } = facts
  const line = (item: string, value: number | null, from: string): Statement[] =>
    value === null
      ? []
      : [[item, String(onScreen(value)), 'percent of the points', from, page, asOf]]
  return [
    ...line('Answered by public sources', by_sources, PUBLIC),
    ...line('Answered with what I was told', with_mine, TOLD),
  ]
}

/** What the points were counted from: each source that answers for this care, and its day. */
function evidenceStatements(record: ProviderRecord, of: Case): Statement[] {
  const findings = record.findings.filter((one) => appliesTo(one, of))
  const used = record.sources.filter(({ id }) => findings.some(({ source }) => source === id))
  if (used.length === 0) return []
  const urls = used.map(({ url }) => url).join('\n')
  const days = used.map(({ observed_on }) => observed_on ?? UNDATED).join('\n')
  return [['Sources that the points rest on', String(used.length), 'sources', PUBLIC, urls, days]]
}

function scoreStatements(
  facts: ShortlistFacts,
  summary: CaseSummary,
  from: string,
  page: string,
  asOf: IsoDate,
): Statement[] {
  const { label, low, high } = summary
  const figure = (item: string, value: number | null, unit: string): Statement =>
    value === null
      ? [item, 'Not scored', '', from, page, asOf]
      : [item, String(onScreen(value)), unit, from, page, asOf]
  const next = summary.next_question
  return [
    ['Kind of care', label, '', 'Touchstone', '', asOf],
    figure('Points confirmed', low, 'points of 100'),
    figure('Points possible', high, 'points of 100'),
    ...coverageStatements(facts, page, asOf),
    ...evidenceStatements(facts.record, summary),
    ['Letter', sumUpLetter(summary), '', from, page, asOf],
    ...summary.red_flags.map(({ text }): Statement => ['Red flag', text, '', from, page, asOf]),
    ...(next === null ? [] : [['Ask next', next.ask, '', from, page, asOf] satisfies Statement]),
  ]
}

function answerStatement(answer: Answer, prepared: PreparedRubric): Statement {
  const label = prepared.criterionById.get(answer.criterion)?.criterion.short_label
  const said = ANSWER_LEVEL_WORDS[answer.level]
  const value = answer.note === '' ? said : `${said}: ${answer.note}`
  const words = ANSWER_WAY_WORDS[answer.how]
  return [`I was told: ${label ?? answer.criterion}`, value, '', words, '', answer.told_on]
}

function factStatements(facts: ShortlistFacts, { as_of, with_answers, origin }: ShortlistExport) {
  const { summary, cost, record } = facts
  const from = with_answers && facts.told_coverage !== null ? TOLD : PUBLIC
  // Its page shows every source with its day, point by point.
  const page = `${origin}/providers/${record.id}`
  return [
    statusStatement(record),
    ...(summary === null ? [] : scoreStatements(facts, summary, from, page, as_of)),
    ...(cost === null ? [] : costStatements(cost, record)),
  ]
}

/** Whether it is open, and where that was read. */
function statusStatement(record: ProviderRecord): Statement {
  const source = statusSource(record)
  const day = source?.observed_on ?? UNDATED
  return ['In the directory', statusInWords(record.status), '', PUBLIC, source?.url ?? '', day]
}

function goneStatement(asOf: IsoDate): Statement {
  return ['In the directory', 'No longer listed; kept as saved', '', 'Touchstone', '', asOf]
}

function entryLines(entry: ShortlistEntry, out: ShortlistExport, prepared: PreparedRubric) {
  const facts = out.facts.get(entry.provider)
  const origin = facts?.record.origin
  const record = origin === undefined ? '' : origin === 'sample' ? 'Invented sample' : 'Real'
  const statements = [
    ...ownStatements(entry),
    ...(facts ? factStatements(facts, out) : [goneStatement(out.as_of)]),
    ...answersAbout(out.list, entry.provider).map((one) => answerStatement(one, prepared)),
  ]
  const head = [String(entry.order), facts?.record.name ?? entry.name, record]
  return statements.map((statement) => [...head, ...statement])
}

/** The shortlist as CSV, in its order, with the rubric's version, the day and the disclaimer. */
export function shortlistCsv(out: ShortlistExport, prepared: PreparedRubric): string {
  const { version, disclaimer } = prepared.rubric
  const cases = [...out.facts.values()].flatMap(({ summary }) => summary?.id ?? [])
  const about = (item: string, value: string) => ['About', '', '', item, value, '', '', '', '']
  return csvText([
    HEAD,
    ...out.list.entries.flatMap((entry) => entryLines(entry, out, prepared)),
    about('Exported on', out.as_of),
    about('Rubric version', version),
    ...lawFor(prepared, out.as_of, cases).map((law) => about('Legal date', lawInWords(law))),
    about('Please note', disclaimer),
  ])
}
