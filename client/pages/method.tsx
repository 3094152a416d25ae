import { dateInWords } from '#core/calendar.ts'
import type { MethodData } from '#core/page-data.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Heading } from '../parts/contents.tsx'
import { Contents, sectionsOf } from '../parts/contents.tsx'
import { RubricCriteria } from '../parts/rubric-criteria.tsx'
import { GateTable, StrengthTable, WeightTable } from '../parts/rubric-tables.tsx'
import { ScoreKey } from '../parts/score-bar.tsx'
import { VerdictLegend } from '../parts/verdict-mark.tsx'
import { WorkedExample } from '../parts/worked-example.tsx'

const CONTENTS: readonly Heading[] = [
  ['steps', 'How a score is made'],
  ['weights', 'What weighs how much'],
  ['strengths', 'How evidence counts'],
  ['gates', 'Required checks'],
  ['letters', 'Letters, and when there is none'],
  ['questions', 'Every question'],
  ['flags', 'Red flags'],
  ['example', 'A worked example'],
  ['limits', 'Limits'],
  ['independence', 'Independence'],
  ['changes', 'Changes'],
  ['sources', 'Sources'],
]

const Section = sectionsOf(CONTENTS)

function Steps({ rubric }: { rubric: Rubric }) {
  return (
    <Section id="steps">
      <div class="prose">
        <ol>
          <li>
            We read public sources. Each thing a source says about one question is a finding. It
            keeps its source and its day.
          </li>
          <li>
            A provider is judged for one kind of care at a time, such as IV in a clinic. Only the
            questions that fit that care count.
          </li>
          <li>
            Each finding has a strength. Old findings, and those without a date, count one step
            less. Findings that are too old do not count.
          </li>
          <li>
            For each question the strongest findings decide. If equally strong ones disagree, we say
            so and keep both ends.
          </li>
          <li>
            The answer gives the question a range of its points. A question with no answer keeps its
            whole range: it may be worth nothing, or all.
          </li>
          <li>
            The low ends add up to what is confirmed. The high ends add up to what is possible. No
            other provider’s score plays a part.
          </li>
          <li>Failed required checks limit the letter, whatever the points.</li>
        </ol>
      </div>
      <ScoreKey />
      <VerdictLegend />
      <p class="quiet">{rubric.scope}.</p>
    </Section>
  )
}

function Letters({ rubric }: { rubric: Rubric }) {
  const rules = rubric.coverage_rules
  const name = (id: string) => rubric.criteria.find((one) => one.id === id)?.short_label ?? id
  const pillar = (id: string) => rubric.pillars.find((one) => one.id === id)?.name ?? id
  return (
    <Section id="letters">
      <div class="prose">
        <ul>
          {rubric.bands.map(({ grade, min }) => (
            <li key={grade}>
              <strong>{grade}</strong>:{' '}
              {min === null ? 'only by a failed required check' : `from ${min} points`}
            </li>
          ))}
        </ul>
        <p>A letter is shown only if all of these hold:</p>
        <ul>
          <li>at least {rules.overall_min_percent}% of the points have some evidence,</li>
          <li>
            at least {rules.core_min_percent}% in each of{' '}
            {rules.core_pillars.map(pillar).join(', ')},
          </li>
          <li>settled by a record: {rules.gates_that_must_be_settled.map(name).join(', ')}.</li>
        </ul>
        <p>
          Otherwise the page says “{rules.no_letter_text}”. {rules.why}
        </p>
        {rubric.ceilings.map((ceiling) => (
          <p key={ceiling.id}>
            At most {ceiling.max_grade}: {ceiling.reason}
          </p>
        ))}
        {rubric.not_scorable.map((entry) => (
          <p key={entry.red_flag}>Never scored: {entry.text}</p>
        ))}
      </div>
    </Section>
  )
}

function Flags({ rubric }: { rubric: Rubric }) {
  return (
    <Section id="flags">
      <p>A red flag changes no points. It is shown with the finding that raised it.</p>
      <ul class="bullets prose">
        {rubric.red_flags.map((flag) => (
          <li key={flag.id}>
            <strong>{flag.severity === 'stop' ? 'Stop' : 'Caution'}:</strong> {flag.text}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Limits({ rubric }: { rubric: Rubric }) {
  return (
    <Section id="limits">
      <div class="prose">
        <p>{rubric.disclaimer}</p>
        <ul>
          <li>
            Sources were read as stored copies of public pages. Many carry no date, and of some only
            the opening could be read. Each finding says so.
          </li>
          <li>Silence is not failure. A provider that says little gets a wide range.</li>
          <li>How good the care feels, and whether it helps, is not scored. Nor are reviews.</li>
          <li>A low price earns no points. Only being open about the price does.</li>
        </ul>
        <p>These choices are judgments, not facts. Other people may choose differently:</p>
        <ul>
          {rubric.owner_choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

function Sources({ rubric }: { rubric: Rubric }) {
  return (
    <Section id="sources">
      <ol class="sources">
        {rubric.sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`}>
            {source.publisher}:{' '}
            <a href={source.url} rel="noopener noreferrer nofollow external">
              {source.title}
            </a>
            {` (${rubric.access_key[source.access] ?? source.access})`}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The rubric, the sums and the limits, all drawn from the rubric's own data. */
export function MethodPage({ data }: { data: MethodData }) {
  const { rubric } = data
  return (
    <article class="method">
      <h1>Method</h1>
      <p class="lead">
        {rubric.criteria.length} questions, asked of every provider. Weights, limits and sums are
        all here, so that you can check any score by hand.
      </p>
      <Contents headings={CONTENTS} />
      <Steps rubric={rubric} />
      <Section id="weights">
        <WeightTable rubric={rubric} />
      </Section>
      <Section id="strengths">
        <StrengthTable rubric={rubric} />
      </Section>
      <Section id="gates">
        <GateTable rubric={rubric} />
      </Section>
      <Letters rubric={rubric} />
      <Section id="questions">
        <RubricCriteria rubric={rubric} />
      </Section>
      <Flags rubric={rubric} />
      <Section id="example">
        {data.worked_example === null ? (
          <p class="quiet">No provider on file can serve as an example yet.</p>
        ) : (
          <WorkedExample profile={data.worked_example} />
        )}
      </Section>
      <Limits rubric={rubric} />
      <Section id="independence">
        <p class="prose">
          No provider pays to be here, to be left out, or to be placed higher. There are no
          affiliate links and no ads. The order comes from the evidence alone, and the code that
          makes it has no place for money.
        </p>
      </Section>
      <Section id="changes">
        <p class="prose">
          <strong>Version {rubric.version}</strong>, {dateInWords(rubric.written)}. First version.
        </p>
      </Section>
      <Sources rubric={rubric} />
    </article>
  )
}
