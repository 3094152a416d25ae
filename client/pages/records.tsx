import { dateInWords } from '#core/calendar.ts'
import { moneyInWords, rangeInWords } from '#core/money.ts'
import type { RecordsData } from '#core/page-data.ts'
import type { RecordsFigures } from '#core/records.ts'
import { medianCents } from '#core/records.ts'
import { notClosedInWords } from '#core/status-words.ts'
import { ChartFigure, ChartFills } from '../parts/chart-figure.tsx'
import { AgesTable, AnswersTable, PricesTable } from '../parts/chart-tables.tsx'
import { StateList, StateMap } from '../parts/map-states.tsx'
import { Notice } from '../parts/notice.tsx'

const PRICE_KEYS = [
  { swatch: 'point', words: 'price of one session, recent' },
  { swatch: 'point-aged', words: 'the same, old or without a date' },
  { swatch: 'point-square-aged', words: 'a course price shared over its sessions' },
]

const ANSWER_KEYS = [
  { swatch: 'met', words: 'Meets' },
  { swatch: 'partly', words: 'Partly' },
  { swatch: 'not_met', words: 'Does not meet' },
  { swatch: 'conflict', words: 'Sources disagree' },
  { swatch: 'unknown', words: 'Not known' },
]

const AGE_KEYS = [
  { swatch: 'full', words: 'recent: counts in full' },
  { swatch: 'less', words: 'old or undated: counts one step less' },
  { swatch: 'none', words: 'too old: no longer counts' },
]

/** With fewer prices than this, a middle figure says nothing. */
const ENOUGH_FOR_A_MIDDLE = 5

function PriceWords({ figures }: { figures: RecordsFigures }) {
  const counted = figures.providers - figures.statuses.closed
  const groups = figures.prices.filter(({ points }) => points.length > 1)
  return (
    <div class="prose">
      <p>
        <strong>
          {figures.with_price} of {counted} providers state any price.
        </strong>{' '}
        {figures.with_session_price} give one that comes to a price per session. Each row is one
        provider and one kind of care. A line means that it names a range.
        {figures.with_program_only > 0 &&
          ` Sold only in a program with other care, such as therapy: ${figures.with_program_only} more. Such a price is no price of a session, so it is not shown here.`}
      </p>
      <ul>
        {groups.map(({ id, label, points }) => {
          const least = Math.min(...points.map(({ low }) => low))
          const most = Math.max(...points.map(({ high }) => high))
          const middle = medianCents(points.map(({ low }) => low))
          return (
            <li key={id}>
              {label}, {points.length} providers: {rangeInWords(least, most)}.
              {points.length >= ENOUGH_FOR_A_MIDDLE &&
                middle !== null &&
                ` Half of them start at ${moneyInWords(middle)} or less.`}
            </li>
          )
        })}
      </ul>
      <p class="quiet">
        For context only: guides often quote $400 to $800 a session in person (the gray band). We
        have not checked that figure. Prices by the month are not shown here, since a month is not a
        session.
      </p>
    </div>
  )
}

function Prices({ data }: { data: RecordsData }) {
  const { figures, charts } = data
  return (
    <section class="section stack" aria-labelledby="prices">
      <h2 id="prices">What one session costs</h2>
      {charts.prices === null ? (
        <p>No provider on file states a price of one session yet.</p>
      ) : (
        <>
          <PriceWords figures={figures} />
          <ChartFigure
            svg={charts.prices}
            keys={PRICE_KEYS}
            table={<PricesTable groups={figures.prices} />}
          />
        </>
      )}
    </section>
  )
}

function Answers({ data }: { data: RecordsData }) {
  const { figures, charts } = data
  const metOf = (id: string) => figures.answers.find(({ criterion }) => criterion === id)
  const [named, live] = [metOf('A1'), metOf('C1')]
  return (
    <section class="section stack" aria-labelledby="answers">
      <h2 id="answers">What providers let you know</h2>
      <div class="prose">
        <p>
          Six questions, each asked of {figures.with_care} providers, for the kind of care that is
          best known of each. Where a question does not apply, the provider is left out of it.
        </p>
        {named && live && (
          <p>
            <strong>
              {named.counts.met} of {named.providers} name the clinician in charge;{' '}
              {live.counts.met} of {live.providers} describe a live evaluation in full.
            </strong>{' '}
            “Not known” means that no source we read says so. It does not mean “no.”
          </p>
        )}
      </div>
      {charts.answers && (
        <ChartFigure
          svg={charts.answers}
          keys={ANSWER_KEYS}
          table={<AnswersTable rows={figures.answers} />}
        />
      )}
    </section>
  )
}

function Ages({ data }: { data: RecordsData }) {
  const { figures, charts } = data
  const undated = figures.ages.find(({ year }) => year === null)
  const count = undated ? undated.full + undated.less + undated.none : 0
  return (
    <section class="section stack" aria-labelledby="ages">
      <h2 id="ages">How old the evidence is</h2>
      <p class="prose">
        <strong>
          {count} of {figures.findings} findings come from a page with no date.
        </strong>{' '}
        Such a finding counts one step less. So does one that is due to be checked again. One that
        is too old does not count at all.
      </p>
      {charts.ages && (
        <ChartFigure svg={charts.ages} keys={AGE_KEYS} table={<AgesTable rows={figures.ages} />} />
      )}
    </section>
  )
}

function Places({ data }: { data: RecordsData }) {
  const { figures, map } = data
  return (
    <section class="section stack" aria-labelledby="places">
      <h2 id="places">Where providers are</h2>
      <p class="prose">
        Choose a state to see its providers. “From afar” counts only states that a source names, not
        a bare number of states. {figures.nowhere} providers have no known state in the US.
      </p>
      <a class="skip-on" href="#map-list">
        Skip the map
      </a>
      <div class="coverage">
        <StateMap map={map} />
        <StateList states={figures.states} />
      </div>
    </section>
  )
}

/** What the directory holds as of today, in four charts, each with its table. */
export function RecordsPage({ data, today }: { data: RecordsData; today: string }) {
  const { figures } = data
  return (
    <article class="records">
      <h1>What the records show</h1>
      <p class="lead">
        Counted from this directory as of {dateInWords(today)}: {figures.providers} providers, of
        which {figures.statuses.closed} have closed and are left out below.{' '}
        {figures.providers - figures.statuses.closed} are {notClosedInWords(figures.statuses)}.
      </p>
      <Notice>
        <p>
          This is what is on file here. It is not a survey of all providers, so do not read it as
          one.
        </p>
      </Notice>
      <Prices data={data} />
      <Answers data={data} />
      <Ages data={data} />
      <Places data={data} />
      <ChartFills />
    </article>
  )
}
