/**
 * The rows of a comparison: score, the four boxes, costs, reach, payment and events. A cell is never
 * empty: what no source says reads "Not known".
 */

import { dateInWords } from './calendar.ts'
import { sumUpLetter, sumUpPoints } from './case-words.ts'
import type { Cell, ComparisonGroup } from './compare.ts'
import type { Column } from './comparison-cells.ts'
import { CARE_UNSAID, newestDay, row, textCell } from './comparison-cells.ts'
import { costGroup } from './comparison-costs.ts'
import { isSettled } from './letter.ts'
import { onScreen } from './points.ts'
import type { CaseProfile, CriterionView } from './profile.ts'
import type { ProviderRecord } from './provider.ts'
import { sourceOf } from './provider.ts'
import type { PreparedRubric } from './rubric.ts'
import type { PaymentWay } from './vocabulary.ts'
import { PAYMENT_WAYS } from './vocabulary.ts'
import {
  ACCEPTANCE_WORDS,
  EVENT_KIND_WORDS,
  EVENT_STAGE_WORDS,
  KIND_WORDS,
  PAYMENT_WORDS,
  STATUS_WORDS,
  VERDICT_WORDS,
} from './words.ts'

function criterionCell(view: CriterionView | undefined, offered: boolean): Cell {
  if (!view) {
    return textCell(offered ? VERDICT_WORDS.not_applicable.word : CARE_UNSAID)
  }
  const sources = view.evidence.filter((one) => one.decides).map((one) => one.source)
  return {
    ...textCell(VERDICT_WORDS[view.verdict].word),
    verdict: view.verdict,
    evidence: view.evidence,
    observed_on: newestDay(sources),
  }
}

function boxGroups(columns: readonly Column[], prepared: PreparedRubric): ComparisonGroup[] {
  const views = columns.map(
    ({ shown }) => new Map(shown?.criteria.map((view) => [view.id, view]) ?? []),
  )
  return prepared.rubric.headline_boxes.map((box) => ({
    id: box.id,
    name: box.name,
    rows: prepared.rubric.criteria
      .filter((criterion) => box.pillars.includes(criterion.pillar))
      .filter((criterion) => views.some((byId) => byId.has(criterion.id)))
      .map((criterion) => ({
        ...row(
          criterion.id,
          criterion.short_label,
          'criterion',
          columns.map(({ shown }, at) =>
            criterionCell(views[at]?.get(criterion.id), shown !== null),
          ),
          criterion.question,
        ),
        is_gate: criterion.gate !== undefined,
      })),
  }))
}

function scoreGroup(columns: readonly Column[], prepared: PreparedRubric): ComparisonGroup {
  const mustSettle = prepared.rubric.coverage_rules.gates_that_must_be_settled
  const cells = (text: (shown: CaseProfile) => string) =>
    columns.map(({ shown }) => textCell(shown === null ? null : text(shown)))
  const flags = ({ summary, criteria }: CaseProfile) => {
    if (summary.red_flags.length > 0) return summary.red_flags.map(({ text }) => text).join(' ')
    const open = criteria.filter(
      ({ id, gate }) => mustSettle.includes(id) && !(gate && isSettled(gate.status)),
    )
    if (open.length === 0) return 'None found'
    return `None in what was read. Not checked: ${open.map((one) => one.short_label).join('; ')}`
  }
  const caps = ({ summary }: CaseProfile) =>
    summary.caps.map((cap) => `At most ${cap.cap}: ${cap.label}`).join('; ') || 'None'
  const coverage = ({ summary }: CaseProfile) =>
    summary.coverage === null ? 'Not scored' : `${onScreen(summary.coverage)}% of points answered`
  return {
    id: 'score',
    name: 'Score',
    rows: [
      row(
        'case',
        'Kind of care shown',
        'text',
        cells(({ summary }) => summary.label),
      ),
      row(
        'points',
        'Points',
        'score',
        cells(({ summary }) => sumUpPoints(summary)),
      ),
      row(
        'letter',
        'Letter',
        'score',
        cells(({ summary }) => sumUpLetter(summary)),
      ),
      row('coverage', 'How much is answered', 'score', cells(coverage)),
      row('red_flags', 'Red flags', 'text', cells(flags)),
      row('caps', 'Limits on the letter', 'text', cells(caps)),
    ],
  }
}

function reachGroup(columns: readonly Column[]): ComparisonGroup {
  const cells = (cell: (record: ProviderRecord) => Cell) =>
    columns.map(({ record }) => cell(record))
  const sites = (record: ProviderRecord) => {
    const places = record.locations.map(({ city, state }) => (city ? `${city}, ${state}` : state))
    const sources = record.locations.map((site) => sourceOf(record, site.source))
    return textCell([...new Set(places)].join('; ') || null, sources)
  }
  const served = (record: ProviderRecord) => {
    const said = record.serves.map(({ states, count, complete }) => {
      if (states !== null) return `${states.join(', ')}${complete ? '' : ' (list may be longer)'}`
      return count === null ? 'Some states; not listed' : `${count} states; not listed`
    })
    const sources = record.serves.map((reach) => sourceOf(record, reach.source))
    return textCell(said.join('; ') || null, sources)
  }
  const people = (record: ProviderRecord) => {
    const named = record.clinicians.flatMap(({ name, credential }) =>
      name === null ? [] : [credential === null ? name : `${name}, ${credential}`],
    )
    const sources = record.clinicians.map((one) => sourceOf(record, one.source))
    return textCell([...new Set(named)].join('; ') || null, sources)
  }
  const status = (record: ProviderRecord) => {
    const { value, since, source } = record.status
    const words =
      since === null ? STATUS_WORDS[value] : `${STATUS_WORDS[value]}, ${dateInWords(since)}`
    return textCell(words, source === null ? [] : [sourceOf(record, source)])
  }
  return {
    id: 'reach',
    name: 'Where and who',
    rows: [
      row(
        'kind',
        'Kind of provider',
        'text',
        cells((one) => textCell(KIND_WORDS[one.kind])),
      ),
      row('status', 'Status', 'text', cells(status)),
      row('sites', 'Sites', 'text', cells(sites)),
      row('serves', 'States served remotely', 'text', cells(served)),
      row('clinicians', 'Clinicians named', 'text', cells(people)),
    ],
  }
}

function paymentCell(record: ProviderRecord, way: PaymentWay): Cell {
  const said = record.payment.filter((entry) => entry.way === way)
  const words = said.map(({ accepted, note }) =>
    note === null ? ACCEPTANCE_WORDS[accepted] : `${ACCEPTANCE_WORDS[accepted]}: ${note}`,
  )
  const sources = said.map((entry) => sourceOf(record, entry.source))
  return textCell(words.join(' ') || null, sources)
}

function eventCell(record: ProviderRecord): Cell {
  const said = record.events.map(({ kind, stage, date, summary, response }) => {
    const when = date === null ? 'date unknown' : dateInWords(date)
    const head = `${EVENT_KIND_WORDS[kind]}, ${EVENT_STAGE_WORDS[stage].toLowerCase()}, ${when}: `
    return `${head}${summary}${response === null ? '' : ` Response: ${response}`}`
  })
  const sources = record.events.map((event) => sourceOf(record, event.source))
  return textCell(said.join(' ') || 'None found in public sources', sources)
}

/** All groups in their fixed order, the same for every comparison. */
export function comparisonGroups(
  columns: readonly Column[],
  prepared: PreparedRubric,
): ComparisonGroup[] {
  const events = columns.map(({ record }) => eventCell(record))
  const payment = PAYMENT_WAYS.map((way) =>
    row(
      way,
      PAYMENT_WORDS[way],
      'text',
      columns.map(({ record }) => paymentCell(record, way)),
    ),
  )
  return [
    scoreGroup(columns, prepared),
    ...boxGroups(columns, prepared),
    costGroup(columns),
    reachGroup(columns),
    { id: 'payment', name: 'Ways to pay', rows: payment },
    {
      id: 'events',
      name: 'Events (shown, never scored)',
      rows: [row('events', 'Events', 'text', events)],
    },
  ]
}
