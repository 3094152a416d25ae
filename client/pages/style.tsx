import type { LawNotice } from '#core/learn-law.ts'
import type { ListItem } from '#core/listing.ts'
import type { StyleData } from '#core/page-data.ts'
import type { CaseProfile } from '#core/profile.ts'
import { VERDICTS } from '#core/vocabulary.ts'
import { ChartFills, ChartKey } from '../parts/chart-figure.tsx'
import type { Heading } from '../parts/contents.tsx'
import { Contents, sectionsOf } from '../parts/contents.tsx'
import { CriterionDetails } from '../parts/criterion-details.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { FlagList } from '../parts/flag-list.tsx'
import { LawNotices } from '../parts/learn-notice.tsx'
import { Letter } from '../parts/letter.tsx'
import { Notice } from '../parts/notice.tsx'
import { ProviderRow } from '../parts/provider-row.tsx'
import { QuestionList } from '../parts/question-list.tsx'
import { ButtonStates, FieldStates, TableStates, TagStates } from '../parts/style-controls.tsx'
import { KeptStates } from '../parts/style-kept.tsx'
import { DialogState, SharedStates } from '../parts/style-shared.tsx'
import { CaseStates, CompareStates, PageStates } from '../parts/style-states.tsx'
import { Bars, Palette, Spacing, TypeScale } from '../parts/style-tokens.tsx'
import {
  AnswerStates,
  DayStates,
  QuestionnaireStates,
  WeightStates,
} from '../parts/style-tools.tsx'
import { VerdictLegend, VerdictMark } from '../parts/verdict-mark.tsx'

const CONTENTS: readonly Heading[] = [
  ['type', 'Type'],
  ['space', 'Space'],
  ['color', 'Color roles'],
  ['focus', 'Focus'],
  ['verdicts', 'Verdicts'],
  ['bars', 'Score range bar'],
  ['letters', 'Letters'],
  ['buttons', 'Buttons and links'],
  ['forms', 'Forms'],
  ['tags', 'Tags and chips'],
  ['notices', 'Notices'],
  ['tables', 'Tables'],
  ['compared', 'Compare: the bar and the table'],
  ['weights', 'Compare: what matters'],
  ['states', 'Empty, loading, offline, saved'],
  ['own-words', 'Own words, and whether they are kept'],
  ['asked', 'Questions with their answers'],
  ['shared', 'A shortlist that is shared'],
  ['dialog', 'Dialog'],
  ['plan', 'Days of the plan'],
  ['questionnaire', 'A questionnaire'],
  ['flags', 'Red flags and questions'],
  ['charts', 'Charts'],
  ['details', 'Answers with their evidence'],
  ['cases', 'A case and its costs'],
  ['rows', 'Rows of the list'],
]

const Section = sectionsOf(CONTENTS)

/** One profile for each different wording of the letter, so that each state stands once. */
function lettersOf(cases: readonly CaseProfile[]): CaseProfile[] {
  const byState = new Map(
    cases.map((one) => {
      const { status, letter_shown, confirmed_grade, possible_grade } = one.summary
      return [`${status} ${letter_shown} ${confirmed_grade} ${possible_grade}`, one]
    }),
  )
  return [...byState.values()]
}

/** One row for each status and for each way in which a price can be known. */
function rowsOf(items: readonly ListItem[]): ListItem[] {
  const byState = new Map(
    items.map((item) => [`${item.status} ${item.cost?.per_session !== null} ${item.kind}`, item]),
  )
  return [...byState.values()]
}

/** Every part of the design in every state, drawn with the parts that the pages use. */
export function StylePage({ data, law }: { data: StyleData; law: readonly LawNotice[] }) {
  const { today } = data.context
  const judged = { records: data.profiles.map(({ record }) => record), context: data.context }
  const cases = data.profiles.flatMap((profile) => profile.cases)
  const views = new Map(
    cases.flatMap(({ criteria }) => criteria.map((view) => [view.verdict, view] as const)),
  )
  const flags = cases.flatMap(({ summary }) => summary.red_flags)
  const asked = cases.find(({ questions }) => questions.length > 0)
  return (
    <article class="style">
      <h1>Style</h1>
      <p class="lead">
        Every part of these pages in every state. The providers here are invented; they only show
        how things look.
      </p>
      <Contents headings={CONTENTS} />
      <Section id="type">
        <TypeScale />
      </Section>
      <Section id="space">
        <Spacing />
      </Section>
      <Section id="color">
        <Palette />
      </Section>
      <Section id="focus">
        <p class="prose">
          A 3-pixel ring, 2 pixels away, in a color used for nothing else. Press Tab to see it move.
        </p>
        <p>
          <span class="focused">How a focused link looks</span>
        </p>
      </Section>
      <Section id="verdicts">
        <p class="prose">Always a shape and a word. The color only repeats them.</p>
        <VerdictLegend />
        <ul class="actions">
          {VERDICTS.map((verdict) => (
            <li key={verdict}>
              <VerdictMark verdict={verdict} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="bars">
        <Bars />
      </Section>
      <Section id="letters">
        <ul class="bullets">
          {lettersOf(cases).map(({ summary }, at) => (
            <li key={at}>
              <Letter summary={summary} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="buttons">
        <ButtonStates />
      </Section>
      <Section id="forms">
        <FieldStates />
        <FieldErrors
          title="A part of your search could not be read."
          errors={[
            { field: 'zip', detail: 'must be five digits.' },
            { field: 'price_max', detail: 'must be a whole number of dollars.' },
          ]}
        />
      </Section>
      <Section id="tags">
        <TagStates />
      </Section>
      <Section id="notices">
        <Notice title="A plain notice.">
          <p>It says something that stands beside the text.</p>
        </Notice>
        <Notice tone="warn" title="A notice that warns.">
          <p>It names a limit, or a date that comes near.</p>
        </Notice>
        <Notice tone="stop" title="A notice that stops.">
          <p>It says what must be known first.</p>
        </Notice>
        <LawNotices notices={law} />
      </Section>
      <Section id="tables">
        <TableStates />
      </Section>
      <Section id="compared">
        <CompareStates comparison={data.comparison} />
      </Section>
      <Section id="weights">
        <WeightStates {...judged} />
      </Section>
      <Section id="states">
        <PageStates />
      </Section>
      <Section id="own-words">
        <KeptStates />
      </Section>
      <Section id="asked">
        <AnswerStates {...judged} />
      </Section>
      <Section id="shared">
        <SharedStates profiles={data.profiles} today={today} />
      </Section>
      <Section id="dialog">
        <DialogState />
      </Section>
      <Section id="plan">
        <DayStates today={today} />
      </Section>
      <Section id="questionnaire">
        <QuestionnaireStates today={today} />
      </Section>
      <Section id="flags">
        <FlagList flags={[...new Map(flags.map((flag) => [flag.severity, flag])).values()]} />
        {asked && <QuestionList questions={asked.questions.slice(0, 2)} />}
      </Section>
      <Section id="charts">
        <ChartKey
          entries={[
            'met',
            'partly',
            'not_met',
            'conflict',
            'unknown',
            'point',
            'point-aged',
            'point-square',
            'point-square-aged',
          ].map((swatch) => ({ swatch, words: swatch.replaceAll(/[-_]/g, ' ') }))}
        />
        <ChartFills />
      </Section>
      <Section id="details">
        <div>
          {[...views.values()].map((view) => (
            <CriterionDetails
              key={view.verdict}
              view={{ ...view, id: `example-${view.verdict}` }}
            />
          ))}
        </div>
      </Section>
      <Section id="cases">
        <CaseStates cases={cases} />
      </Section>
      <Section id="rows">
        <ul class="rows">
          {rowsOf(data.items).map((item) => (
            <ProviderRow key={item.id} item={item} state={null} miles="" />
          ))}
        </ul>
      </Section>
    </article>
  )
}
